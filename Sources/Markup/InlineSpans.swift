/// For every inline element of a document: the plain text it covers and whether a link stands in
/// it.
///
/// Needed only where wraps are woven in.
struct InlineSpans {
    private var ends: [Int: (end: Int, holdsLink: Bool)] = [:]

    /// `leads`: whether the link or wikilink at an index is written as a link.
    init(_ document: MarkdownDocument, offsets: [Int32], leads: (Int) -> Bool) {
        var open: [(index: Int, holdsLink: Bool)] = []
        for (index, event) in document.events.enumerated() where event.node.isInline {
            switch event.phase {
            case .enter:
                let isLink = event.node == .link || event.node == .wikilink
                open.append((index, isLink && leads(index)))
            case .leave:
                guard let top = open.popLast() else { continue }
                ends[top.index] = (Int(offsets[index]), top.holdsLink)
                if top.holdsLink, !open.isEmpty { open[open.count - 1].holdsLink = true }
            case .leaf:
                guard !open.isEmpty else { continue }
                let isAnchor =
                    event.node == .htmlInline
                    && RawHTMLTag(document.bytes(event.payload))?.name == [UInt8(ascii: "a")]
                if event.node == .footnoteReference || isAnchor {
                    open[open.count - 1].holdsLink = true
                }
            }
        }
    }

    /// Of the element that the event at `index` enters.
    func span(at index: Int, from start: Int) -> (range: Range<Int>, holdsLink: Bool) {
        guard let found = ends[index], found.end >= start else { return (start..<start, true) }
        return (start..<found.end, found.holdsLink)
    }
}
