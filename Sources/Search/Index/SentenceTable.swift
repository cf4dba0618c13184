import Text

/// Where the sentences of a text begin, in bits.
///
/// `SentenceStarts` predicts the starts; the table stores the difference. Two ascending lists, each
/// a length and gaps less one: predicted starts that are wrong, by number, and starts that were not
/// predicted, in bytes. No sentences are no bits.
enum SentenceTable {
    /// Sentences that are out of order are dropped: their text belongs to the sentence before.
    ///
    /// - Parameter sentences: where they begin.
    static func write(_ sentences: [Int], of text: [UInt8]) -> [UInt8] {
        var offsets: [UInt32] = []
        for sentence in sentences {
            let offset = UInt32(sentence)
            if offsets.last.map({ offset > $0 }) ?? true { offsets.append(offset) }
        }
        guard !offsets.isEmpty else { return [] }
        var wrong: [UInt32] = []
        var besides: [UInt32] = []
        var next = 0
        for (number, start) in SentenceStarts.likely(text).enumerated() {
            while next < offsets.count, offsets[next] < start {
                besides.append(offsets[next])
                next += 1
            }
            if next < offsets.count, offsets[next] == start {
                next += 1
            } else {
                wrong.append(UInt32(number))
            }
        }
        besides += offsets[next...]
        var output = BitWriter()
        output.append(ascending: wrong)
        output.append(ascending: besides)
        output.close()
        return output.bytes
    }

    /// `nil` if the bits are not such a table.
    static func read(_ bits: [UInt8], of text: [UInt8]) -> [Int]? {
        guard !bits.isEmpty else { return [] }
        var input = BitReader(bits)
        guard let wrong = input.ascending(), let besides = input.ascending()
        else { return nil }
        let isWrong = Set(wrong)
        let likely = SentenceStarts.likely(text).enumerated()
            .filter { !isWrong.contains(UInt32($0.offset)) }.map(\.element)
        let offsets = besides.isEmpty ? likely : (likely + besides).sorted()
        return offsets.map(Int.init)
    }
}

/// Predicts where the sentences of a text begin, by a rule that is short enough for the search page
/// to implement too; `SentenceTable` stores what it gets wrong.
///
/// A sentence begins at the first character of a line; after 。！？… and the closing quotes and
/// brackets that follow directly; and after `.` `!` `?`, such quotes and white space.
enum SentenceStarts {
    private enum State { case inside, lineStart, ended, mayEnd, gap }

    /// Offsets in bytes, ascending.
    static func likely(_ text: [UInt8]) -> [UInt32] {
        text.withUnsafeBufferPointer { bytes in
            likely(text, bytes)
        }
    }

    private static func likely(
        _ text: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>
    ) -> [UInt32] {
        var starts: [UInt32] = []
        var state = State.lineStart
        var at = 0
        while at < bytes.count {
            if state == .inside {
                while at + 8 <= bytes.count, isInside(ByteWord(bytes, at: at)) { at += 8 }
                while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
                guard at < bytes.count else { break }
            }
            let byte = bytes[at]
            if byte >= 0xE4, byte < 0xEA {
                // Han ideographs, nearly all of the text.
                if state != .inside {
                    if state != .mayEnd { starts.append(UInt32(at)) }
                    state = .inside
                }
                at += 3
                continue
            }
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            let isNew = state == .lineStart || state == .gap
            switch mark(scalar) {
            case .lineEnd: state = .lineStart
            case .space: if state == .ended || state == .mayEnd { state = .gap }
            case .full:
                if isNew { starts.append(UInt32(at)) }
                state = .ended
            case .stop:
                if isNew { starts.append(UInt32(at)) }
                if state != .ended { state = .mayEnd }
            case .closer where state == .ended || state == .mayEnd: break
            case .closer, .other:
                if isNew || state == .ended { starts.append(UInt32(at)) }
                state = .inside
            }
            at += length
        }
        return starts
    }

    /// Whether no sign that ends a sentence or a line begins here: neither ASCII up to `?` nor one
    /// of those beyond.
    @inline(__always)
    private static func isInside(_ bytes: ByteWord) -> Bool {
        !bytes.holdsLess(than: 0x40) && !bytes.holds(0xE2) && !bytes.holds(0xE3)
            && !bytes.holds(0xEF)
    }

    private enum Mark { case lineEnd, space, full, stop, closer, other }

    private static func mark(_ scalar: UInt32) -> Mark {
        switch Unicode.Scalar(scalar) {
        case "\n": .lineEnd
        case " ", "\u{A0}", "\u{3000}": .space
        case "。", "！", "？", "…": .full
        case "!", ".", "?": .stop
        case "\"", "'", ")", "]", "’", "”", "》", "」", "』", "】", "）": .closer
        default: .other
        }
    }
}
