import Text

/// A document in about a tenth of its memory, kept until its page is rendered.
///
/// Unpacking is several times as fast as parsing. Only the fields that an event has are stored;
/// nearly all words are shown as the source writes them and are not stored again.
public struct PackedDocument: Sendable {
    /// An event's kind, and which of its fields follow in `numbers`.
    private struct Step {
        var node: Event.Node
        var phase: Event.Phase
        var flag: Bool
        var parts: Parts
    }

    private struct Parts: OptionSet {
        let rawValue: UInt8

        static let source = Parts(rawValue: 1)
        /// The payload equals the bytes at `source`.
        static let verbatim = Parts(rawValue: 2)
        static let payload = Parts(rawValue: 4)
        static let extra = Parts(rawValue: 8)
        static let value = Parts(rawValue: 16)
        static let count = Parts(rawValue: 32)
    }

    private let source: [UInt8]
    private let notes: [MarkdownNote]
    private let steps: [Step]
    private let numbers: [UInt8]

    /// Size in bytes, without the source.
    public var size: Int { steps.count * MemoryLayout<Step>.stride + numbers.count }

    public init(_ document: MarkdownDocument) {
        source = document.source
        notes = document.notes
        var numbers = NumberRun()
        var last: Int32 = 0
        steps = document.events.map { event in
            let parts = Self.parts(of: event, document)
            if parts.contains(.source) {
                numbers.append(event.source.lowerBound - last)
                numbers.append(Int32(event.source.count))
                last = event.source.lowerBound
            }
            if parts.contains(.payload) { numbers.append(text: document.bytes(event.payload)) }
            if parts.contains(.extra) { numbers.append(text: document.bytes(event.extra)) }
            if parts.contains(.value) { numbers.append(event.value) }
            if parts.contains(.count) { numbers.append(event.count) }
            return Step(node: event.node, phase: event.phase, flag: event.flag, parts: parts)
        }
        self.numbers = numbers.bytes.fitted()
    }

    private static func parts(of event: Event, _ document: MarkdownDocument) -> Parts {
        var parts: Parts = []
        if event.source != 0..<0 { parts.insert(.source) }
        if !event.payload.isEmpty {
            parts.insert(document.isVerbatim(event) ? .verbatim : .payload)
        }
        if !event.extra.isEmpty { parts.insert(.extra) }
        if event.value != 0 { parts.insert(.value) }
        if event.count != 0 { parts.insert(.count) }
        return parts
    }

    /// A document equal to the one that was packed.
    public var document: MarkdownDocument {
        var numbers = NumberRun(bytes: numbers)
        var arena: [UInt8] = []
        arena.reserveCapacity(source.count)
        func stored(_ words: ArraySlice<UInt8>) -> Range<Int32> {
            let start = Int32(arena.count)
            arena += words
            return start..<Int32(arena.count)
        }
        var last: Int32 = 0
        let events = steps.map { step in
            var event = Event(step.node, step.phase, flag: step.flag)
            if step.parts.contains(.source) {
                last += numbers.next()
                event.source = last..<last + numbers.next()
            }
            if step.parts.contains(.verbatim) {
                event.payload = stored(
                    source[Int(event.source.lowerBound)..<Int(event.source.upperBound)])
            }
            if step.parts.contains(.payload) { event.payload = stored(numbers.text()) }
            if step.parts.contains(.extra) { event.extra = stored(numbers.text()) }
            if step.parts.contains(.value) { event.value = numbers.next() }
            if step.parts.contains(.count) { event.count = numbers.next() }
            return event
        }
        return MarkdownDocument(source: source, events: events, arena: arena, notes: notes)
    }
}

/// Zigzag varints (seven bits per byte, lowest first) and length-prefixed strings.
private struct NumberRun {
    var bytes: [UInt8] = []
    private var at = 0

    init(bytes: [UInt8] = []) { self.bytes = bytes }

    mutating func append(_ number: Int32) {
        var rest = UInt32(bitPattern: (number << 1) ^ (number >> 31))
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func append(text: ArraySlice<UInt8>) {
        append(Int32(text.count))
        bytes += text
    }

    mutating func next() -> Int32 {
        var number: UInt32 = 0
        var shift: UInt32 = 0
        while true {
            let byte = bytes[at]
            at += 1
            number |= UInt32(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return Int32(bitPattern: number >> 1) ^ -Int32(bitPattern: number & 1)
    }

    mutating func text() -> ArraySlice<UInt8> {
        let count = Int(next())
        defer { at += count }
        return bytes[at..<at + count]
    }
}

extension MarkdownDocument {
    /// Whether an event's words equal the bytes at its place.
    fileprivate func isVerbatim(_ event: Event) -> Bool {
        guard event.payload.count == event.source.count else { return false }
        let (start, place) = (Int(event.payload.lowerBound), Int(event.source.lowerBound))
        return arena.withUnsafeBufferPointer { words in
            source.withUnsafeBufferPointer { source in
                var at = 0
                while at + 8 <= event.payload.count {
                    guard ByteWord(words, at: start + at) == ByteWord(source, at: place + at)
                    else { return false }
                    at += 8
                }
                return (at..<event.payload.count).allSatisfy {
                    words[start + $0] == source[place + $0]
                }
            }
        }
    }
}
