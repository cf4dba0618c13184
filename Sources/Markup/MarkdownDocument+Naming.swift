extension MarkdownDocument {
    /// The document with words for wikilinks that were written without: `[[lin]]` is shown as the
    /// name of what it leads to.
    ///
    /// - Parameter name: the words for a target, without its `#…`; `nil` leaves the target itself.
    public func naming(_ name: (_ target: String) -> String?) -> MarkdownDocument {
        guard events.contains(where: { $0.node == .wikilink }) else { return self }
        var events = events
        var arena = arena
        for index in events.indices.dropLast() where events[index].node == .wikilink {
            let words = events[index + 1]
            guard events[index].phase == .enter, words.node == .text,
                words.payload == events[index].payload
            else { continue }
            let target = String(
                decoding: arena[index: words.payload].prefix { $0 != 0x23 }, as: UTF8.self)
            guard let name = name(target), !name.isEmpty else { continue }
            let start = Int32(arena.count)
            arena += name.utf8
            events[index + 1].payload = start..<Int32(arena.count)
        }
        return MarkdownDocument(source: source, events: events, arena: arena, notes: notes)
    }
}

extension [UInt8] {
    fileprivate subscript(index range: Range<Int32>) -> ArraySlice<UInt8> {
        self[Int(range.lowerBound)..<Int(range.upperBound)]
    }
}
