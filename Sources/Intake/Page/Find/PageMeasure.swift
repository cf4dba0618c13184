/// How much running text each part of a page holds, as sums over document order: any subtree's
/// number is a difference of two entries.
struct PageMeasure {
    /// Weight of words up to a node: an ASCII letter or digit 1, a Han character or kana 3,
    /// punctuation nothing.
    private var text: [Int32]
    private var linked: [Int32]
    /// Commas and stops, of Latin and of Chinese writing.
    private var marks: [Int32]

    init(_ tree: HTMLTree, isHidden: [Bool]) {
        let count = tree.nodes.count
        text = [Int32](repeating: 0, count: count + 1)
        linked = text
        marks = text
        var linkEnd = 0
        var silentEnd = 0
        for index in 0..<count {
            text[index + 1] = text[index]
            linked[index + 1] = linked[index]
            marks[index + 1] = marks[index]
            let node = tree.nodes[index]
            if node.kind == .element {
                if node.tag.holdsNoText || isHidden[index] {
                    silentEnd = max(silentEnd, Int(node.end))
                }
                if node.tag == .a { linkEnd = max(linkEnd, Int(node.end)) }
                continue
            }
            guard node.kind == .text, index >= silentEnd else { continue }
            let (weight, stops) = Self.weigh(tree.text(index))
            text[index + 1] += weight
            marks[index + 1] += stops
            if index < linkEnd { linked[index + 1] += weight }
        }
    }

    func weight(_ range: Range<Int>) -> Int { Int(text[range.upperBound] - text[range.lowerBound]) }
    func linkWeight(_ range: Range<Int>) -> Int {
        Int(linked[range.upperBound] - linked[range.lowerBound])
    }
    /// Of words that are no links.
    func plainWeight(_ range: Range<Int>) -> Int { weight(range) - linkWeight(range) }
    func stops(_ range: Range<Int>) -> Int {
        Int(marks[range.upperBound] - marks[range.lowerBound])
    }

    func linkDensity(_ range: Range<Int>) -> Double {
        let all = weight(range)
        return all == 0 ? 0 : Double(linkWeight(range)) / Double(all)
    }

    static func weigh(_ words: ArraySlice<UInt8>) -> (weight: Int32, stops: Int32) {
        var weight: Int32 = 0
        var stops: Int32 = 0
        var index = words.startIndex
        while index < words.endIndex {
            let byte = words[index]
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: weight += 1
            case 0x2C, 0x2E, 0x3B, 0x21, 0x3F: stops += 1
            case 0xC3...0xDF:
                weight += 1
                index += 1
            case 0xE3...0xE9:
                if index + 2 < words.endIndex, byte == 0xE3, words[index + 1] == 0x80 {
                    if words[index + 2] == 0x81 || words[index + 2] == 0x82 { stops += 1 }
                } else {
                    weight += 3
                }
                index += 2
            case 0xEF:
                if index + 2 < words.endIndex, words[index + 1] == 0xBC { stops += 1 }
                index += 2
            case 0xE0...0xEF:
                if byte != 0xE2 { weight += 2 }
                index += 2
            case 0xF0...0xFF: index += 3
            default: break
            }
            index += 1
        }
        return (weight, stops)
    }
}
