import Markup

extension MarkdownConverter {
    mutating func convert(list node: Int, isOrdered: Bool) {
        flush()
        quoteDepth += 1
        defer { quoteDepth -= 1 }
        guard cellDepth == 0, quoteDepth < Self.deepest, heading == nil else {
            for child in tree.children(of: node) {
                convert(child)
                flush()
            }
            return
        }
        var start: Int32 = 1
        if isOrdered, let value = tree.string(node, .start), let number = Int32(value), number >= 0,
            number < 999_999_999
        {
            start = number
        }
        let list = builder.count
        builder.enter(
            isOrdered ? .orderedList : .bulletList, flag: true, value: isOrdered ? start : 0)
        var isTight = true
        var items = 0
        var inItem = false
        var itemStart = 0
        func endItem(_ converter: inout MarkdownConverter) {
            guard inItem else { return }
            converter.flush()
            converter.builder.leave()
            if converter.builder.hasAdjacentParagraphs(since: itemStart) { isTight = false }
            inItem = false
        }
        var looseItems = 0
        for child in tree.children(of: node)
        where !isSkipped(child) && !footnotes.isMoved(child) {
            let tag = tree.tag(child)
            if tag == .li {
                if isEmpty(child) { continue }
                endItem(&self)
                itemStart = builder.count
                beginItem(child)
                inItem = true
                items += 1
                if tree.children(of: child).contains(where: { tree.isElement($0, .p) }) {
                    looseItems += 1
                }
                convertChildren(of: child)
                // A list directly inside a list belongs to the item before it.
                continue
            }
            if tag == nil, tree.text(child).allSatisfy({ $0 <= 0x20 }) { continue }
            if !inItem {
                itemStart = builder.count
                builder.enter(.item)
                inItem = true
                items += 1
            }
            convert(child)
        }
        endItem(&self)
        if looseItems > 0, items > 1 { isTight = false }
        builder.setFlag(isTight, at: list)
        builder.leave()
    }

    mutating func beginItem(_ item: Int) {
        for child in tree.subtree(of: item).prefix(6) where tree.isElement(child, .input) {
            if tree.value(child, .type)?.elementsEqual("checkbox".utf8) == true {
                builder.enter(.task, flag: tree.value(child, .checked) != nil)
                return
            }
        }
        builder.enter(.item)
    }

    /// Whether an item shows nothing.
    private func isEmpty(_ item: Int) -> Bool {
        !tree.subtree(of: item).dropFirst().contains { node in
            tree.nodes[node].kind == .text
                ? tree.text(node).contains { $0 > 0x20 }
                : tree.nodes[node].kind == .element && tree.nodes[node].tag == .img
        }
    }

    /// Terms in bold, each with what it means below it.
    mutating func convert(definitions node: Int) {
        flush()
        for child in tree.children(of: node) where !isSkipped(child) {
            switch tree.tag(child) {
            case .dt: marked(.strong, child)
            case .div: convert(definitions: child)
            default: convert(child)
            }
            flush()
        }
    }
}
