import Text

extension HTMLTree {
    /// The words of a run of nodes.
    ///
    /// `isDivided`: boundaries of elements are boundaries of words, as in lines of names and dates.
    func words(of range: Range<Int>, isLeftOut: [Bool], isDivided: Bool = false) -> String {
        var out: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let node = nodes[index]
            if node.kind == .element, isLeftOut[index] || node.tag.holdsNoText {
                index = Int(node.end)
                continue
            }
            if node.kind == .element, node.tag == .br { out.append(0x20) }
            if isDivided, node.kind == .text, index > range.lowerBound, divides(index),
                out.last != 0x20
            {
                out.append(0x20)
            }
            if node.kind == .text {
                for byte in text(index) {
                    if byte > 0x20 {
                        out.append(byte)
                    } else if out.last != 0x20, !out.isEmpty {
                        out.append(0x20)
                    }
                }
            }
            index += 1
        }
        return String(decoding: out, as: UTF8.self).trimmed
    }

    /// Whether the node before a text is in another `span`, link or similar element.
    private func divides(_ text: Int) -> Bool {
        let before = text - 1
        if nodes[before].kind == .element, before == Int(nodes[text].parent) {
            return nodes[before].tag.isLabel
        }
        var node = before
        while let parent = parent(of: node), parent != Int(nodes[text].parent),
            Int(nodes[parent].end) <= text
        {
            if nodes[parent].kind == .element, nodes[parent].tag.isLabel { return true }
            node = parent
        }
        return false
    }
}
