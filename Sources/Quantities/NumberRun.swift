import Text

/// A run of digits with separators, read as a whole or not at all.
///
/// Separators of thousands are a comma, an apostrophe, a point or a space, and lakhs and crores are
/// grouped by two digits: 1,234,567 · 1'234'567 · €1.234,56 · 12,34,567 · $13 009 million.
struct NumberRun {
    /// Digits, and one point where decimals begin.
    var digits: [UInt8]
    var places: Int
    /// Scalars.
    var range: Range<Int>

    enum Result {
        case number(NumberRun)
        /// Digits that make no number, up to this scalar: 12,3456.
        case none(end: Int)
    }

    /// - Parameter index: a digit that no digit precedes.
    static func read(_ text: QuantityText, at index: Int) -> Result {
        let groups = Groups(text, at: index)
        guard let separator = groups.separator else {
            return groups.isFollowedByDigit(text)
                ? .none(end: groups.skippingRun(text)) : .number(groups.number(text, decimals: "."))
        }
        switch separator {
        case ",":
            if groups.isWestern || groups.isIndian, !groups.isFollowedByDigit(text) {
                return .number(groups.number(text, decimals: "."))
            }
        case "'", "’":
            if groups.isWestern, !groups.isFollowedByDigit(text) {
                return .number(groups.number(text, decimals: "."))
            }
        case ".":
            // 1.234,56; 1.234.567 only with a currency, because it may be a version.
            if groups.isWestern, groups.hasDecimals(text, ",", 1...2) || hasCurrency(text, index) {
                return .number(groups.number(text, decimals: ","))
            }
        default:
            if groups.isWestern { return .number(groups.number(text, decimals: ".")) }
        }
        return .none(end: groups.skippingRun(text))
    }

    static func hasCurrency(_ text: QuantityText, _ index: Int) -> Bool {
        UnitTable.wordsBefore.match(text, before: text.skippingSpaces(before: index)) != nil
    }

    /// Digits divided by one kind of separator.
    private struct Groups {
        var ranges: [Range<Int>] = []
        var separator: UInt32?

        init(_ text: QuantityText, at index: Int) {
            var at = index
            func group() -> Range<Int> {
                let start = at
                while text.isDigit(at) { at += 1 }
                return start..<at
            }
            ranges.append(group())
            while isSeparator(text, at, index), text.isDigit(at + 1) {
                let sign = text[at]
                if let separator, separator != sign { break }
                if separator == nil, !begins(text, at, sign, index) { break }
                separator = sign
                at += 1
                ranges.append(group())
            }
        }

        private func isSeparator(_ text: QuantityText, _ at: Int, _ start: Int) -> Bool {
            text[at].isOne(of: ",'’.\u{A0}\u{2009}\u{202F} ")
        }

        /// Whether the first separator groups thousands.
        ///
        /// 1.5 does not; 1 234 does before a scale.
        private func begins(_ text: QuantityText, _ at: Int, _ sign: UInt32, _ start: Int) -> Bool {
            let after = (at + 1..<at + 5).prefix { text.isDigit($0) }.count
            switch sign {
            case ",": return true
            case ".":
                guard after == 3 else { return false }
                let next = at + 4
                return text[next] == "." && text.isDigit(next + 1) && hasCurrency(text, start)
                    || text[next] == "," && text.isDigit(next + 1)
            case "'", "’": return after == 3 && at - start <= 3
            case " ":
                guard after == 3, at - start <= 3 else { return false }
                var end = at
                while text[end] == " ", (1...3).allSatisfy({ text.isDigit(end + $0) }),
                    !text.isDigit(end + 4)
                {
                    end += 4
                }
                return hasCurrency(text, start)
                    || EnglishWords.scales.match(text, at: text.skippingSpaces(end)) != nil
                        && end > at
            default: return after == 3 && at - start <= 3
            }
        }

        /// Groups of three after one to three digits.
        var isWestern: Bool {
            1...3 ~= ranges[0].count && ranges.dropFirst().allSatisfy { $0.count == 3 }
        }

        /// Groups of two and a last one of three.
        var isIndian: Bool {
            ranges.count > 2 && 1...2 ~= ranges[0].count && ranges.last?.count == 3
                && ranges.dropFirst().dropLast().allSatisfy { $0.count == 2 }
        }

        var end: Int { ranges.last?.upperBound ?? 0 }

        func hasDecimals(_ text: QuantityText, _ point: Unicode.Scalar, _ counts: ClosedRange<Int>)
            -> Bool
        {
            guard text[end] == point.value else { return false }
            var at = end + 1
            while text.isDigit(at) { at += 1 }
            return counts ~= at - end - 1
        }

        /// Whether a comma or an apostrophe and more digits follow directly.
        func isFollowedByDigit(_ text: QuantityText) -> Bool {
            text[end].isOne(of: ",'’") && text.isDigit(end + 1)
                && !(separator == nil && text[end] != "," && ranges[0].count > 3)
        }

        func skippingRun(_ text: QuantityText) -> Int {
            var at = end
            while text.isDigit(at) || text[at].isOne(of: ",.'’") && text.isDigit(at + 1) { at += 1 }
            return at
        }

        func number(_ text: QuantityText, decimals: Unicode.Scalar) -> NumberRun {
            var digits: [UInt8] = []
            for range in ranges {
                digits += range.map { UInt8(truncatingIfNeeded: text[$0]) }
            }
            var at = end
            var places = 0
            if text[at] == decimals.value, text.isDigit(at + 1) {
                digits.append(0x2E)
                at += 1
                while text.isDigit(at) {
                    digits.append(UInt8(truncatingIfNeeded: text[at]))
                    places += 1
                    at += 1
                }
            }
            return NumberRun(
                digits: digits, places: places, range: ranges[0].lowerBound..<at)
        }
    }
}
