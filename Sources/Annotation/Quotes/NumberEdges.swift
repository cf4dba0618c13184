import Text

/// Whether a quote cuts a number: 67亿 is not in 767亿, 升至767 not in 升至767亿, 5% not in −5%.
enum NumberEdges {
    /// - Parameters:
    ///   - text: folded text.
    ///   - place: the quote in it, not empty.
    static func areKept(_ text: [UInt8], _ place: Range<Int>) -> Bool {
        !isCutBefore(text, place.lowerBound) && !isCutBehind(text, place.upperBound)
    }

    private static func isCutBefore(_ text: [UInt8], _ start: Int) -> Bool {
        guard isDigit(text[start]), let (before, length) = UTF8Scalars.decode(text, before: start)
        else {
            return false
        }
        if isDigit(before) { return true }
        let further = UTF8Scalars.decode(text, before: start - length)?.scalar
        switch before {
        case 0x2E:
            return further.map(isDigit) ?? false
        case 0x2C:
            return (further.map(isDigit) ?? false) && isThousands(text, start)
        case 0x2D, 0x2B, 0x2212, 0xB1:
            // A sign, unless something stands before it that it joins to the number: 3-5, GPT-4.
            guard let further else { return true }
            return ScalarClass(further) != .word
        default:
            return false
        }
    }

    private static func isCutBehind(_ text: [UInt8], _ end: Int) -> Bool {
        guard end < text.count, isDigit(text[end - 1]) else { return false }
        let (behind, length) = UTF8Scalars.decode(text, at: end)
        switch behind {
        case "%", "‰", "十", "百", "千", "万", "亿", "兆", "倍", "成", "折":
            return true
        case 0x2E:
            return end + length < text.count && isDigit(text[end + length])
        case 0x2C:
            return isThousands(text, end + length)
        default:
            return isDigit(behind)
        }
    }

    /// Exactly three digits begin at `start`: behind a comma they belong to the number before it,
    /// while the comma of 0324，3月26日, which folds to the same character, only stands between two.
    private static func isThousands(_ text: [UInt8], _ start: Int) -> Bool {
        var end = start
        while end < text.count, isDigit(text[end]) { end += 1 }
        return end - start == 3
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }
}
