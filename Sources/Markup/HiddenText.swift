/// Which events of a document stand between `<script>` and `</script>` and the like inside a
/// paragraph: code, not words.
///
/// They are shown nowhere. Without the closing tag nothing is hidden.
struct HiddenText {
    private var indices: Set<Int> = []

    /// Nothing is hidden.
    init() {}

    init(_ document: MarkdownDocument) {
        var open: (name: [UInt8], index: Int)?
        for (index, event) in document.events.enumerated() {
            if event.node == .htmlInline {
                let bytes = document.bytes(event.payload)
                guard let tag = RawHTMLTag(bytes) else { continue }
                if let start = open {
                    if tag.isClosing, tag.name == start.name {
                        indices.formUnion(start.index + 1..<index)
                        open = nil
                    }
                } else if !tag.isClosing, RawHTMLAllowList.hidden.contains(tag.name) {
                    open = (tag.name, index)
                }
            } else if event.node.holdsInlines {
                open = nil
            }
        }
    }

    func contains(_ index: Int) -> Bool {
        !indices.isEmpty && indices.contains(index)
    }
}
