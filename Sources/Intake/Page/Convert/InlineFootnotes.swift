import Text

/// Notes that stand in the text itself, where a style sheet or script sets them into the margin or
/// shows them on a click.
enum InlineFootnotes {
    static func read(_ page: FootnotePage, into notes: inout PageFootnotes) {
        let tree = page.tree
        var found: [Int] = []
        var hidden: [(sign: Int, id: ArraySlice<UInt8>)] = []
        page.forEachElement { node, isLeftOut in
            if let id = tree.value(node, .dataDefinition) { hidden.append((node, id)) }
            switch tree.nodes[node].tag {
            case .span, .small, .em, .i, .cite, .other: break
            default: return
            }
            guard tree.value(node, .class) != nil, page.isNamed(node, names),
                !notes.isMoved(node), isNote(node, page)
            else { return }
            if let outer = found.last, tree.subtree(of: outer).contains(node) {
                // `inline-footnote` around its sign and its text: the text is the note.
                if isLeftOut || page.isNamed(node, texts) { found[found.count - 1] = node }
                return
            }
            found.append(node)
        }
        for node in found { read(node, page, into: &notes) }
        for (sign, id) in hidden {
            guard
                let note = (sign..<tree.nodes.count).first(where: {
                    tree.value($0, .id)?.elementsEqual(id) == true
                }), page.range.contains(note), !tree.words(of: note).isEmpty
            else { continue }
            notes.define(note, [.inside(note)], by: sign)
        }
    }

    /// Whether an element has the words of a note, in a line of text.
    private static func isNote(_ node: Int, _ page: FootnotePage) -> Bool {
        let words = page.tree.words(of: node)
        guard words.utf8.count > 8, words.utf8.count < 6000,
            let block = page.block(around: node)
        else { return false }
        return !page.isFirst(node, in: block)
            && !page.tree.subtree(of: node).contains {
                page.tree.isElement($0, .sup) && page.tree.subtree(of: $0).count > 3
            }
    }

    private static func read(_ node: Int, _ page: FootnotePage, into notes: inout PageFootnotes) {
        let tree = page.tree
        guard let parent = tree.parent(of: node) else { return }
        // What stands before it and numbers it.
        var signs: [Int] = []
        for child in tree.children(of: parent).reversed() where child < node {
            if tree.nodes[child].kind == .text {
                let words = String(decoding: tree.text(child), as: UTF8.self).trimmed
                if words.isEmpty { continue }
                guard FootnotePage.sign(words) != nil else { break }
                signs.append(child)
                break
            }
            if tree.isElement(child, .input) || tree.words(of: child).isEmpty { continue }
            guard FootnotePage.sign(tree.words(of: child)) != nil else { break }
            // A linked reference: its note is repeated here.
            if let label = notes.reference(in: child, tree),
                let other = notes.notes.first(where: { $0.label == label }),
                repeats(node, other.pieces, page)
            {
                notes.leaveOut(repetition: node)
                return
            }
            signs.append(child)
            break
        }
        guard !signs.contains(where: { notes.reference(in: $0, tree) != nil }) else { return }
        notes.skip(signs)
        FootnoteNumbers.skipNumber(of: node, node, page, into: &notes)
        notes.define(node, [.inside(node)], by: node)
    }

    private static func repeats(
        _ node: Int, _ pieces: [PageFootnotes.Piece], _ page: FootnotePage
    ) -> Bool {
        func letters(_ node: Int) -> [UInt8] {
            Letters.of(page.tree.words(of: node)).filter { !(0x30...0x39).contains($0) }
        }
        let words = letters(node)
        let others = pieces.flatMap { piece in
            switch piece {
            case .inside(let node), .whole(let node): letters(node)
            }
        }
        return ByteSearch.contains(words, in: others) || ByteSearch.contains(others, in: words)
    }

    private static let names = Set(
        ["sidenote", "marginnote", "footnote", "footnotecontent", "footnotetext", "inlinefootnote"]
            .map { Array($0.utf8)[...] })
    private static let texts = Set(
        ["footnotecontent", "footnotetext", "sidenote"].map { Array($0.utf8)[...] })
}
