/// Builds a document that has no Markdown source yet, event by event, in the form in which the
/// reader gives
/// them: text that belongs together is one event, and containers without content are not there.
///
/// `CanonicalMarkdown.compose` writes it.
public struct MarkdownBuilder {
    private var events: [Event] = []
    private var arena: [UInt8] = []
    /// Indices of the `enter` events that are open.
    private var open: [Int] = []

    public init() {}

    public mutating func enter(
        _ node: Event.Node, flag: Bool = false, value: Int32 = 0, payload: [UInt8] = [],
        extra: [UInt8] = []
    ) {
        open.append(events.count)
        events.append(
            Event(
                node, .enter, flag: flag, value: value, payload: store(payload), extra: store(extra)
            ))
    }

    /// Leaves what was entered last.
    ///
    /// A container without content is taken back, unless it is a table's cell or an item.
    public mutating func leave() {
        guard let start = open.popLast() else { return }
        let node = events[start].node
        let mayBeEmpty = node == .tableCell || node == .item || node == .task || node == .image
        if start == events.count - 1, !mayBeEmpty {
            events.removeLast()
        } else {
            // The reader gives leave events no attributes.
            events.append(Event(node, .leave))
        }
    }

    public mutating func leaf(_ node: Event.Node, payload: [UInt8] = [], extra: [UInt8] = []) {
        events.append(Event(node, .leaf, payload: store(payload), extra: store(extra)))
    }

    /// Adds words to the last text, or begins one.
    public mutating func text(_ words: some Sequence<UInt8>) {
        let words = Array(words)
        guard !words.isEmpty else { return }
        if let last = events.last, last.node == .text, Int(last.payload.upperBound) == arena.count {
            arena += words
            events[events.count - 1].payload = last.payload.lowerBound..<Int32(arena.count)
        } else {
            leaf(.text, payload: words)
        }
    }

    /// Whether the container that was entered last has any content.
    public var isEmptyContainer: Bool { open.last.map { $0 == events.count - 1 } ?? events.isEmpty }

    /// How many events there are; what `setFlag` takes is an earlier count.
    public var count: Int { events.count }

    /// Sets the flag of the event that was number `index` when it was added: a list turns out to
    /// be tight.
    public mutating func setFlag(_ flag: Bool, at index: Int) {
        if events.indices.contains(index) { events[index].flag = flag }
    }

    /// Whether two adjacent paragraphs are directly in a container entered at `index`.
    public func hasAdjacentParagraphs(since index: Int) -> Bool {
        var depth = 0
        var previous: Event.Node?
        for event in events[min(index, events.count)...] {
            if event.phase == .leave { depth -= 1 }
            if depth == 1, event.phase != .enter {
                if event.node == .paragraph, previous == .paragraph { return true }
                if event.node.isInline == false { previous = event.node }
            }
            if event.phase == .enter { depth += 1 }
        }
        return false
    }

    /// The document; what is still open is left.
    public consuming func finish() -> MarkdownDocument {
        while !open.isEmpty { leave() }
        var all = [Event(.document, .enter)]
        all += events
        all.append(Event(.document, .leave))
        numberFootnotes(&all)
        return MarkdownDocument(source: [], events: all, arena: arena, notes: [])
    }

    /// Gives footnotes their numbers, in the order of their first references.
    private func numberFootnotes(_ events: inout [Event]) {
        var numbers: [ArraySlice<UInt8>: Int32] = [:]
        var counts: [ArraySlice<UInt8>: Int32] = [:]
        func label(_ event: Event) -> ArraySlice<UInt8> {
            arena[Int(event.payload.lowerBound)..<Int(event.payload.upperBound)]
        }
        for index in events.indices where events[index].node == .footnoteReference {
            let label = label(events[index])
            let number = numbers[label] ?? Int32(numbers.count + 1)
            numbers[label] = number
            counts[label, default: 0] += 1
            events[index].value = number
            events[index].count = counts[label] ?? 1
        }
        for index in events.indices
        where events[index].node == .footnoteDefinition && events[index].phase == .enter {
            events[index].value = numbers[label(events[index])] ?? 0
            events[index].count = counts[label(events[index])] ?? 0
        }
    }

    private mutating func store(_ bytes: [UInt8]) -> Range<Int32> {
        guard !bytes.isEmpty else { return 0..<0 }
        let start = Int32(arena.count)
        arena += bytes
        return start..<Int32(arena.count)
    }
}
