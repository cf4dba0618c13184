/// What folding does with marks whose meaning depends on their neighbors.
///
/// - Middle dots become a full stop (史蒂夫·乔布斯, J·K·罗琳, J.K.罗琳), except between two digits
///   (3·15), where a full stop would be a decimal point.
/// - Hyphens and dashes become `-`. Before a digit and not after a letter or digit they are minus
///   signs and become `−`; a minus sign before a digit always stays one.
/// - Thousands separators are dropped: 1,234.5, 12,34,567, 1’234’567.
/// - White space that pads a short name is dropped: 王　明.
struct Typography {
    private let text: [UInt8]
    /// The block in which neighbors are looked at.
    private let block: Range<Int>

    init(_ text: [UInt8], _ block: Range<Int>) {
        self.text = text
        self.block = block
    }

    static func isVariation(_ scalar: UInt32) -> Bool {
        0xFE00...0xFE0F ~= scalar || 0xE0100...0xE01EF ~= scalar || 0x180B...0x180F ~= scalar
    }

    /// Whether an ASCII character may fold to something else than itself or its small letter.
    @inline(__always)
    static func mayChange(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "'")
    }

    // MARK: Characters

    /// Where a character that is made of several scalars or folds to several ends; `nil` for all
    /// other characters.
    /// - Parameter next: the end of its first scalar.
    func endOfCharacter(_ scalar: UInt32, _ next: Int) -> Int? {
        var end = Composition.shared.expands(scalar) ? next : nil
        guard !(0x4E00...0x9FFF ~= scalar) else { return end }
        var at = next
        while at < block.upperBound, text[at] >= 0xCC, !(0xE4...0xE9 ~= text[at]) {
            let (mark, length) = UTF8Scalars.decode(text, at: at)
            at += length
            if ScalarClass(mark) == .zeroWidth {
                if end == at - length, Self.isVariation(mark) { end = at }
                continue
            }
            guard Composition.extends(mark) else { break }
            end = at
        }
        return end
    }

    /// - Parameters:
    ///   - start: where the scalar begins.
    ///   - end: where it ends.
    @inline(__always)
    func fold(_ scalar: UInt32, _ start: Int, _ end: Int) -> UInt32 {
        let folded = Folding.fold(scalar)
        if folded == "-" || folded >= 0xB7 && folded <= 0x30FB { return mark(folded, start, end) }
        return folded
    }

    private func mark(_ scalar: UInt32, _ start: Int, _ end: Int) -> UInt32 {
        guard Self.isMiddleDot(scalar) || Self.isHyphen(scalar) else { return scalar }
        let next = endOfDropped(from: end)
        if Self.isMiddleDot(scalar) {
            let isBetweenDigits = isDigit(before: firstDropped(before: start)) && isDigit(at: next)
            return isBetweenDigits ? Self.middleDot : Self.fullStop
        }
        guard isDigit(at: next) else { return Self.hyphen }
        let isSign = scalar == Self.minus || !isWord(before: firstDropped(before: start))
        return isSign ? Self.minus : Self.hyphen
    }

    private static let middleDot: UInt32 = 0xB7
    private static let fullStop: UInt32 = 0x2E
    private static let hyphen: UInt32 = 0x2D
    private static let minus: UInt32 = 0x2212

    /// - Parameter scalar: folded.
    private static func isMiddleDot(_ scalar: UInt32) -> Bool {
        switch scalar {
        case "·", "‧", "•", "․", "∙", "⋅", "⸱", "⸳", "・": true
        default: false
        }
    }

    /// - Parameter scalar: folded.
    private static func isHyphen(_ scalar: UInt32) -> Bool {
        switch scalar {
        case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2043}", "\u{2212}",
            "\u{058A}", "\u{2E17}", "\u{30A0}":
            true
        default: false
        }
    }

    // MARK: Numbers

    /// Whether a scalar is a thousands separator.
    /// - Parameter numberEnd: the end of the last number with separators, which this moves.
    func isDropped(_ scalar: UInt32, at start: Int, end: Int, _ numberEnd: inout Int) -> Bool {
        guard Self.isSeparator(scalar), isDigit(before: start), isDigit(at: end) else {
            return false
        }
        if start < numberEnd { return true }
        guard let number = endOfNumber(scalar, at: start) else { return false }
        numberEnd = number
        return true
    }

    private static func isSeparator(_ scalar: UInt32) -> Bool {
        switch scalar {
        case ",", "，", "'", "’", "\u{A0}", "\u{202F}", "\u{2009}": true
        default: false
        }
    }

    /// The end of a number whose first separator is at `start`.
    ///
    /// One to three digits, of which the first is not 0, before it; after it groups of three, or of
    /// two and a last one of three, all with the same separator.
    private func endOfNumber(_ separator: UInt32, at start: Int) -> Int? {
        var at = start
        var count = 0
        var isZero = false
        while count < 4, let (digit, length) = digit(before: at) {
            isZero = digit == 0
            at -= length
            count += 1
        }
        guard 1...3 ~= count, !isZero else { return nil }
        if let (before, length) = scalar(before: at), before == separator || before == ".",
            isDigit(before: at - length)
        {
            return nil
        }
        var groups: [Int] = []
        at = start
        while at < block.upperBound {
            let (next, length) = UTF8Scalars.decode(text, at: at)
            guard next == separator, isDigit(at: at + length) else { break }
            at += length
            var digits = 0
            while at < block.upperBound, let length = digitLength(at: at) {
                at += length
                digits += 1
            }
            groups.append(digits)
        }
        guard groups.last == 3, let size = groups.first, 2...3 ~= size, count <= size,
            groups.dropLast().allSatisfy({ $0 == size })
        else { return nil }
        return at
    }

    // MARK: White space

    /// Whether white space between two kept scalars is dropped, beside what `FoldedText` drops.
    func joins(over gap: Range<Int>, _ previous: ScalarClass, _ next: ScalarClass) -> Bool {
        switch (previous, next) {
        case (.han, .other): isSpacedDot(at: gap.upperBound)
        case (.other, .han):
            scalar(before: gap.lowerBound).map { isSpacedDot(at: gap.lowerBound - $0.length) }
                ?? false
        case (.han, .han): isPadding(gap)
        default: false
        }
    }

    private func isSpacedDot(at offset: Int) -> Bool {
        Self.isMiddleDot(Folding.fold(UTF8Scalars.decode(text, at: offset).scalar))
    }

    /// Whether white space between two ideographs pads a name: an ideographic space, or any between
    /// ideographs without neighbors (王 明), or one and two between marks (欧阳 娜).
    private func isPadding(_ gap: Range<Int>) -> Bool {
        let before = run(before: gap.lowerBound)
        let after = run(from: gap.upperBound)
        guard before.count > 0, after.count > 0 else { return false }
        if before.count == 1, after.count == 1 { return true }
        var at = gap.lowerBound
        while at < gap.upperBound {
            let (space, length) = UTF8Scalars.decode(text, at: at)
            if space == "\u{3000}" { return true }
            at += length
        }
        return before.count + after.count == 3 && before.isAlone && after.isAlone
    }

    /// The ideographs that end at an offset, at most three, and whether the block begins there or a
    /// mark precedes them.
    private func run(before end: Int) -> (count: Int, isAlone: Bool) {
        var at = end
        var count = 0
        while let (last, length) = scalar(before: at) {
            let kind = ScalarClass(last)
            guard count < 3, Self.isIdeograph(last) || kind == .zeroWidth else {
                return (count, kind == .other)
            }
            at -= length
            count += kind == .zeroWidth ? 0 : 1
        }
        return (count, true)
    }

    private func run(from start: Int) -> (count: Int, isAlone: Bool) {
        var at = start
        var count = 0
        while at < block.upperBound {
            let (next, length) = UTF8Scalars.decode(text, at: at)
            let kind = ScalarClass(next)
            guard count < 3, Self.isIdeograph(next) || kind == .zeroWidth else {
                return (count, kind == .other)
            }
            at += length
            count += kind == .zeroWidth ? 0 : 1
        }
        return (count, true)
    }

    private static func isIdeograph(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
        default: false
        }
    }

    // MARK: Neighbors

    private func scalar(before offset: Int) -> (scalar: UInt32, length: Int)? {
        offset > block.lowerBound ? UTF8Scalars.decode(text, before: offset) : nil
    }

    /// Where characters without width begin that end at an offset; the offset if there are none.
    private func firstDropped(before offset: Int) -> Int {
        var at = offset
        while let (last, length) = scalar(before: at), ScalarClass(last) == .zeroWidth {
            at -= length
        }
        return at
    }

    private func endOfDropped(from offset: Int) -> Int {
        var at = offset
        while at < block.upperBound {
            let (next, length) = UTF8Scalars.decode(text, at: at)
            guard ScalarClass(next) == .zeroWidth else { break }
            at += length
        }
        return at
    }

    private func isWord(before offset: Int) -> Bool {
        scalar(before: offset).map { ScalarClass($0.scalar) == .word } ?? false
    }

    private func isDigit(before offset: Int) -> Bool { digit(before: offset) != nil }

    private func isDigit(at offset: Int) -> Bool { digitLength(at: offset) != nil }

    /// The value of the ASCII or full-width digit before an offset.
    private func digit(before offset: Int) -> (value: UInt32, length: Int)? {
        guard let (last, length) = scalar(before: offset) else { return nil }
        let narrow = 0xFF10...0xFF19 ~= last ? last - 0xFEE0 : last
        return 0x30...0x39 ~= narrow ? (narrow - 0x30, length) : nil
    }

    private func digitLength(at offset: Int) -> Int? {
        guard offset < block.upperBound else { return nil }
        if 0x30...0x39 ~= text[offset] { return 1 }
        guard text[offset] == 0xEF else { return nil }
        return 0xFF10...0xFF19 ~= UTF8Scalars.decode(text, at: offset).scalar ? 3 : nil
    }
}
