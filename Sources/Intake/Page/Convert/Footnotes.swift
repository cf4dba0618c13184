/// Footnotes of a page, in the forms that programs write them in.
///
/// - Linked: a short link to an element further down (`FootnoteLinks`).
/// - Numbered: `<sup>1</sup>` in the text, and a list or paragraph with the same number below
///   (`FootnoteNumbers`).
/// - Inline: the note stands in the text, to be shown in the margin or on a click
///   (`InlineFootnotes`).
struct PageFootnotes {
    /// A part of a note's text.
    enum Piece {
        /// The children of an element.
        case inside(Int)
        case whole(Int)
    }

    /// Labels of notes by the nodes that refer to them.
    private(set) var references: [Int: [UInt8]] = [:]
    private(set) var notes: [(label: [UInt8], pieces: [Piece])] = []
    /// Nodes whose text is a note, or repeats one.
    private(set) var taken: Set<Int> = []
    /// What only leads from a note to its reference or numbers it.
    private(set) var marks: Set<Int> = []
    /// Bytes at the start of a text node that number its note.
    private(set) var numbers: [Int: Int] = [:]
    private var labels: [Int: [UInt8]] = [:]

    init() {}

    /// Looks for them in a part of a page.
    ///
    /// Notes that are hidden until a click, or are set below
    /// the article, are no longer left out.
    init(
        in range: Range<Int>, of tree: HTMLTree, isLeftOut: inout [Bool], rules: inout [Int: String]
    ) {
        let page = FootnotePage(tree, in: range, isLeftOut: isLeftOut)
        FootnoteLinks.read(page, into: &self)
        InlineFootnotes.read(page, into: &self)
        FootnoteNumbers.read(page, into: &self)
        for node in taken.union(references.keys) where isLeftOut[node] {
            isLeftOut[node] = false
            rules[node] = nil
        }
    }

    var isEmpty: Bool { notes.isEmpty }

    /// Whether a node is written in another place than where it is, or not at all.
    func isMoved(_ node: Int) -> Bool {
        !notes.isEmpty && (taken.contains(node) || marks.contains(node))
    }

    // MARK: - Collecting

    /// Makes a note of an item (if it is not one yet), and `reference` a reference to it.
    mutating func define(
        _ item: Int, _ pieces: @autoclosure () -> [Piece], by reference: Int
    ) {
        if let label = labels[item] {
            references[reference] = label
            return
        }
        let label = Array("\(notes.count + 1)".utf8)
        labels[item] = label
        let pieces = pieces()
        notes.append((label, pieces))
        for case .whole(let node) in pieces { taken.insert(node) }
        taken.insert(item)
        references[reference] = label
    }

    func isNote(_ item: Int) -> Bool { labels[item] != nil }

    mutating func skip(_ nodes: some Sequence<Int>) { marks.formUnion(nodes) }

    mutating func leaveOut(repetition node: Int) { taken.insert(node) }

    mutating func skip(number bytes: Int, of text: Int) { numbers[text] = bytes }

    // MARK: - Questions of the converter

    /// The label of a reference that is all that an element holds: `<sup><a
    /// href="#fn1">1</a></sup>`.
    func reference(in node: Int, _ tree: HTMLTree) -> [UInt8]? {
        guard !references.isEmpty else { return nil }
        for child in tree.subtree(of: node) {
            if let label = references[child] { return label }
        }
        return nil
    }

    /// Whether a heading or a rule only introduces the footnotes after it.
    func announces(_ node: Int, _ tree: HTMLTree) -> Bool {
        guard !notes.isEmpty, tree.nodes[node].kind == .element,
            tree.nodes[node].tag == .hr || tree.nodes[node].tag.headingLevel != nil,
            let parent = tree.parent(of: node),
            let after = tree.children(of: parent).first(where: {
                $0 > node && tree.nodes[$0].kind == .element
                    && (!tree.words(of: $0).isEmpty || taken.contains($0))
            })
        else { return false }
        return holdsOnlyNotes(after, tree)
    }

    /// Whether an element has no words but those of notes and a heading.
    func holdsOnlyNotes(_ node: Int, _ tree: HTMLTree) -> Bool {
        var found = false
        var index = node
        let end = Int(tree.nodes[node].end)
        while index < end {
            if taken.contains(index) {
                found = true
                index = Int(tree.nodes[index].end)
                continue
            }
            if tree.tag(index)?.headingLevel != nil {
                index = Int(tree.nodes[index].end)
                continue
            }
            if tree.nodes[index].kind == .text, tree.text(index).contains(where: { $0 > 0x20 }) {
                return false
            }
            index += 1
        }
        return found
    }
}

/// What the ways to write footnotes look at.
struct FootnotePage {
    let tree: HTMLTree
    let range: Range<Int>
    let isLeftOut: [Bool]

    init(_ tree: HTMLTree, in range: Range<Int>, isLeftOut: [Bool]) {
        self.tree = tree
        self.range = range
        self.isLeftOut = isLeftOut
    }

    /// Calls `body` with every element of the article; with those that are left out, but not with
    /// what is in them.
    func forEachElement(_ body: (_ node: Int, _ isLeftOut: Bool) -> Void) {
        var index = range.lowerBound
        while index < range.upperBound {
            let isOut = isLeftOut[index]
            if tree.nodes[index].kind == .element { body(index, isOut) }
            index = isOut ? Int(tree.nodes[index].end) : index + 1
        }
    }

    /// Whether no words stand before a node in an element around it.
    func isFirst(_ node: Int, in element: Int) -> Bool {
        !(element..<node).contains { index in
            tree.nodes[index].kind == .text && Int(tree.nodes[index].end) <= node
                && tree.text(index).contains { $0 > 0x20 }
        }
    }

    /// The block around an inline node.
    func block(around node: Int) -> Int? {
        var current = node
        while let parent = tree.parent(of: current) {
            if tree.nodes[parent].tag.isBlock { return parent }
            current = parent
        }
        return nil
    }

    /// Whether the `class` or `id` of an element has one of some words.
    func isNamed(_ node: Int, _ names: Set<ArraySlice<UInt8>>) -> Bool {
        for attribute in [HTMLAttribute.class, .id] {
            if let value = tree.value(node, attribute),
                NameWords.contains(value, where: { names.contains($0) })
            {
                return true
            }
        }
        return false
    }

    /// The number or sign of a reference: `[1]` → `1`, `*` → `*`; `nil` for other words.
    static func sign(_ words: String) -> String? {
        let plain = words.filter {
            !" []().^:†‡\u{A0}\u{FE0E}".contains($0) || $0 == "†" || $0 == "‡"
        }
        guard !plain.isEmpty, plain.utf8.count <= 6 else { return nil }
        if plain.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return plain.utf8.count <= 3 ? plain : nil
        }
        return plain.allSatisfy { "*†‡§¶".contains($0) } ? plain : nil
    }

    /// The number at the start of an item, with what shows it: elements, or bytes of a text node.
    func leadingNumber(of item: Int) -> (number: String, node: Int, bytes: Int?)? {
        for node in tree.subtree(of: item).dropFirst() {
            if tree.nodes[node].kind == .text {
                let text = tree.text(node)
                guard let first = text.firstIndex(where: { $0 > 0x20 }) else { continue }
                var end = first
                while end < text.endIndex, !(0x30...0x39).contains(text[end]),
                    text[end] == UInt8(ascii: "[") || text[end] == UInt8(ascii: "(")
                        || text[end] == UInt8(ascii: "^") || text[end] == 0x20
                { end += 1 }
                let start = end
                while end < text.endIndex, (0x30...0x39).contains(text[end]) { end += 1 }
                guard (1...3).contains(end - start) else { return nil }
                let number = String(decoding: text[start..<end], as: UTF8.self)
                let digitsEnd = end
                while end < text.endIndex,
                    [UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ":")]
                        .contains(text[end])
                { end += 1 }
                let isAll = !text[end...].contains { $0 > 0x20 }
                // A number in running text needs a sign that sets it off.
                guard isAll || end > digitsEnd else { return nil }
                if isAll { return (number, node, nil) }
                return (number, node, end - text.startIndex)
            }
        }
        return nil
    }
}
