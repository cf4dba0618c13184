/// A page as flat arrays: its nodes in document order, so that a node's subtree is the range from
/// it to its end.
struct HTMLTree: Sendable {
    struct Node: Sendable {
        enum Kind: UInt8 { case element, text, comment }
        var kind: Kind
        var tag: HTMLTag
        /// Distance from the root.
        var depth: UInt16
        var parent: Int32
        /// Index after the last node of the subtree.
        var end: Int32
        /// Text and comments: bytes of `bytes`.
        ///
        /// Elements: entries of `attributes`.
        var range: Range<Int32>
    }

    struct Attribute: Sendable {
        var name: HTMLAttribute
        /// Bytes of `bytes`.
        var value: Range<Int32>
    }

    private(set) var nodes: [Node] = []
    private(set) var attributes: [Attribute] = []
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
        nodes.reserveCapacity(capacity / 24)
    }

    // MARK: - Reading

    /// The children of a node, in order.
    func children(of node: Int) -> Children {
        Children(tree: self, next: node + 1, end: Int(nodes[node].end))
    }

    struct Children: Sequence, IteratorProtocol {
        let tree: HTMLTree
        var following: Int
        let end: Int

        init(tree: HTMLTree, next: Int, end: Int) {
            self.tree = tree
            following = next
            self.end = end
        }

        mutating func next() -> Int? {
            guard following < end else { return nil }
            let node = following
            following = Int(tree.nodes[node].end)
            return node
        }
    }

    func subtree(of node: Int) -> Range<Int> { node..<Int(nodes[node].end) }

    func parent(of node: Int) -> Int? { nodes[node].parent < 0 ? nil : Int(nodes[node].parent) }

    func tag(_ node: Int) -> HTMLTag? { nodes[node].kind == .element ? nodes[node].tag : nil }

    func isElement(_ node: Int, _ tag: HTMLTag) -> Bool {
        nodes[node].kind == .element && nodes[node].tag == tag
    }

    func text(_ node: Int) -> ArraySlice<UInt8> {
        bytes[Int(nodes[node].range.lowerBound)..<Int(nodes[node].range.upperBound)]
    }

    /// An attribute's value, without white space around it.
    func value(_ node: Int, _ name: HTMLAttribute) -> ArraySlice<UInt8>? {
        guard nodes[node].kind == .element else { return nil }
        for index in nodes[node].range where attributes[Int(index)].name == name {
            let range = attributes[Int(index)].value
            var slice = bytes[Int(range.lowerBound)..<Int(range.upperBound)]
            while let first = slice.first, first <= 0x20 { slice.removeFirst() }
            while let last = slice.last, last <= 0x20 { slice.removeLast() }
            return slice
        }
        return nil
    }

    func string(_ node: Int, _ name: HTMLAttribute) -> String? {
        value(node, name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The words of a subtree with white space collapsed, without elements that have no text.
    func words(of node: Int) -> String {
        var out: [UInt8] = []
        var index = node
        let end = Int(nodes[node].end)
        while index < end {
            let current = nodes[index]
            if current.kind == .element {
                if index != node, current.tag.holdsNoText {
                    index = Int(current.end)
                    continue
                }
                if current.tag.isBlock || current.tag == .br, out.last != 0x20, !out.isEmpty {
                    out.append(0x20)
                }
            } else if current.kind == .text {
                for byte in text(index) {
                    if byte <= 0x20 {
                        if out.last != 0x20, !out.isEmpty { out.append(0x20) }
                    } else {
                        out.append(byte)
                    }
                }
            }
            index += 1
        }
        while out.last == 0x20 { out.removeLast() }
        return String(decoding: out, as: UTF8.self).trimmed
    }

    // MARK: - Building

    mutating func open(_ tag: HTMLTag, parent: Int32, depth: Int) -> Int32 {
        let start = Int32(attributes.count)
        nodes.append(
            Node(
                kind: .element, tag: tag, depth: UInt16(clamping: depth), parent: parent, end: 0,
                range: start..<start))
        return Int32(nodes.count - 1)
    }

    mutating func attribute(_ name: HTMLAttribute, _ value: UnsafeBufferPointer<UInt8>) {
        let start = Int32(bytes.count)
        bytes.append(contentsOf: value)
        attributes.append(Attribute(name: name, value: start..<Int32(bytes.count)))
        let last = nodes.count - 1
        nodes[last].range = nodes[last].range.lowerBound..<Int32(attributes.count)
    }

    mutating func close(_ node: Int32) {
        nodes[Int(node)].end = Int32(nodes.count)
        // A drawing holds no text, unless it frames a part of the page.
        if nodes[Int(node)].tag == .foreignObject {
            nodes[Int(node)].tag = .div
            var parent = Int(nodes[Int(node)].parent)
            while parent >= 0 {
                if nodes[parent].tag == .svg { nodes[parent].tag = .other }
                parent = Int(nodes[parent].parent)
            }
        }
    }

    mutating func leaf(
        _ kind: Node.Kind, _ text: UnsafeBufferPointer<UInt8>, parent: Int32, depth: Int
    ) {
        let start = Int32(bytes.count)
        bytes.append(contentsOf: text)
        nodes.append(
            Node(
                kind: kind, tag: .other, depth: UInt16(clamping: depth), parent: parent,
                end: Int32(nodes.count + 1),
                range: start..<Int32(bytes.count)))
    }
}
