import Text

/// Two runs of `*` that belong together.
struct EmphasisPair: Equatable {
    var open: Int
    var close: Int
    var length: Int
}

/// Pairs runs of `*` as the writer of a text will have meant them.
enum EmphasisPairing {
    /// The pairs of one block, in order.
    static func pairs(_ runs: [EmphasisRun], _ source: [UInt8]) -> [EmphasisPair] {
        var pairs: [EmphasisPair] = []
        for container in Set(runs.map(\.container)).sorted() {
            for length in [2, 3, 1] {
                let group = runs.filter { $0.container == container && $0.length == length }
                pairs += self.pairs(inGroup: group, source)
            }
        }
        return uncrossed(pairs.sorted { $0.open < $1.open })
    }

    /// The pairs, without those that cross a pair which began before them.
    private static func uncrossed(_ pairs: [EmphasisPair]) -> [EmphasisPair] {
        var kept: [EmphasisPair] = []
        var open: [EmphasisPair] = []
        for pair in pairs {
            while let last = open.last, last.close < pair.open { open.removeLast() }
            if let last = open.last, last.close < pair.close { continue }
            open.append(pair)
            kept.append(pair)
        }
        return kept
    }

    private static func pairs(inGroup runs: [EmphasisRun], _ source: [UInt8]) -> [EmphasisPair] {
        guard runs.count > 1, runs.contains(where: { $0.isLiteral }) || isNested(runs) else {
            return []
        }
        // One after the other, if that makes sense of all of them …
        if runs.count.isMultiple(of: 2) {
            let all = stride(from: 0, to: runs.count, by: 2).map { (runs[$0], runs[$0 + 1]) }
            if all.allSatisfy({ isPlausible($0, $1, source) }) {
                return all.map {
                    EmphasisPair(open: $0.offset, close: $1.offset, length: $0.length)
                }
            }
        }
        // … else only neighbors that the parser both left as text.
        var pairs: [EmphasisPair] = []
        var index = 0
        while index + 1 < runs.count {
            let (a, b) = (runs[index], runs[index + 1])
            if a.isLiteral, b.isLiteral, isPlausible(a, b, source) {
                pairs.append(EmphasisPair(open: a.offset, close: b.offset, length: a.length))
                index += 1
            }
            index += 1
        }
        return pairs
    }

    /// Strong emphasis inside strong emphasis is never meant.
    private static func isNested(_ runs: [EmphasisRun]) -> Bool {
        zip(runs, runs.dropFirst()).contains { a, b in
            guard let endOfA = a.partner, let endOfB = b.partner else { return false }
            return a.offset < b.offset && b.offset < endOfB && endOfB < endOfA
        }
    }

    /// Whether two runs can be the ends of one emphasis in a text with Han characters.
    private static func isPlausible(_ open: EmphasisRun, _ close: EmphasisRun, _ source: [UInt8])
        -> Bool
    {
        if open.partner == close.offset { return true }
        // Places that the parser gives for crossing emphasis can overlap: such runs are not a pair.
        guard open.offset + open.length <= close.offset else { return false }
        let content = open.offset + open.length..<close.offset
        guard content.count <= 3_000, !source[content].allSatisfy({ $0 <= 0x20 }) else {
            return false
        }
        let outerLeft = UTF8Scalars.decode(source, before: open.offset)?.scalar ?? 0x0A
        let innerLeft = UTF8Scalars.decode(source, at: content.lowerBound).scalar
        let innerRight = UTF8Scalars.decode(source, before: content.upperBound)?.scalar ?? 0x0A
        let end = close.offset + close.length
        let outerRight = end < source.count ? UTF8Scalars.decode(source, at: end).scalar : 0x0A

        // `長 ** 寬 ** 高` is a multiplication; a run in the open needs one that is attached.
        if isSpace(innerLeft), isSpace(innerRight) { return false }
        if isSpace(outerLeft), isSpace(innerLeft), isSpace(innerRight) || isSpace(outerRight) {
            return false
        }
        if isSpace(innerRight), isSpace(outerRight), isSpace(innerLeft) || isSpace(outerLeft) {
            return false
        }
        // A single mark is more often a footnote mark or a product than half an emphasis.
        if open.length == 1 {
            if isSpace(innerLeft) || isSpace(innerRight) || content.count > 300 { return false }
            if isDigit(outerLeft) || isDigit(outerRight) { return false }
        }
        guard [outerLeft, innerLeft, innerRight, outerRight].contains(where: isCJK) else {
            return false
        }
        // Nothing that is emphasized begins with a comma or ends with an opening bracket.
        let first = firstMark(source, content)
        if EdgeMark.isClosing(first)
            || (EdgeMark.isStop(first) && first != 0x2026 && first != 0x2014)
        {
            return false
        }
        return EdgeMark.closing(for: innerRight) == nil
    }

    private static func firstMark(_ source: [UInt8], _ content: Range<Int>) -> UInt32 {
        var at = content.lowerBound
        while at < content.upperBound {
            let (scalar, length) = UTF8Scalars.decode(source, at: at)
            if !isSpace(scalar) { return scalar }
            at += length
        }
        return 0x20
    }

    private static func isSpace(_ scalar: UInt32) -> Bool {
        scalar <= 0x20 || scalar == 0xA0 || scalar == "\u{3000}"
    }

    private static func isDigit(_ scalar: UInt32) -> Bool {
        (0x30...0x39).contains(scalar)
    }

    /// Han, kana, hangul, and the punctuation used with them.
    private static func isCJK(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2014, 0x2018...0x201F, 0x2026, 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF,
            0xFF00...0xFFEF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
