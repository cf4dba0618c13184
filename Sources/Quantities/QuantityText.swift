import Text

/// The scalars of a text as quantities are read from them: folded in width, case and script, each
/// with the byte it came from.
struct QuantityText: Sendable {
    /// Folded; minus signs and dashes are kept apart.
    private(set) var folded: [UInt32] = []
    /// Only folded in width: K and k differ.
    private(set) var cased: [UInt32] = []
    /// Byte offset of every scalar, and the length of the text.
    private(set) var offsets: [Int] = []

    /// - Parameter bytes: valid UTF-8.
    init(_ bytes: [UInt8]) {
        folded.reserveCapacity(bytes.count / 2)
        cased.reserveCapacity(bytes.count / 2)
        offsets.reserveCapacity(bytes.count / 2)
        var at = 0
        while at < bytes.count {
            let (scalar, length) = UTF8Scalars.decode(bytes, at: at)
            let narrow = 0xFF01...0xFF5E ~= scalar ? scalar - 0xFEE0 : scalar
            // A full-width comma ends a clause; it groups only digits that are full-width too.
            let isComma = scalar == 0xFF0C && !Self.isWideDigit(bytes, at + length)
            cased.append(isComma ? scalar : narrow)
            folded.append(isComma ? scalar : Folding.fold(narrow))
            offsets.append(at)
            at += length
        }
        offsets.append(bytes.count)
    }

    private static func isWideDigit(_ bytes: [UInt8], _ at: Int) -> Bool {
        at < bytes.count && 0xFF10...0xFF19 ~= UTF8Scalars.decode(bytes, at: at).scalar
    }

    var count: Int { folded.count }

    /// 0 beyond the ends.
    subscript(index: Int) -> UInt32 {
        index >= 0 && index < folded.count ? folded[index] : 0
    }

    func bytes(_ range: Range<Int>) -> Range<Int> {
        offsets[range.lowerBound]..<offsets[range.upperBound]
    }

    func has(_ word: [UInt32], at index: Int) -> Bool {
        guard index >= 0, index + word.count <= folded.count else { return false }
        for (distance, scalar) in word.enumerated() where folded[index + distance] != scalar {
            return false
        }
        return true
    }

    func isDigit(_ index: Int) -> Bool { self[index] &- 0x30 < 10 }
    func isLetter(_ index: Int) -> Bool { self[index] &- 0x61 < 26 }
    func isHan(_ index: Int) -> Bool { ScalarClass(self[index]) == .han }
    func isSpace(_ index: Int) -> Bool { ScalarClass(self[index]) == .space }

    /// The index behind any spaces at `index`.
    func skippingSpaces(_ index: Int) -> Int {
        var index = index
        while index < count, isSpace(index), self[index] != 0x0A { index += 1 }
        return index
    }

    /// The index of the first of the spaces that end before `index`.
    func skippingSpaces(before index: Int) -> Int {
        var index = index
        while index > 0, isSpace(index - 1), self[index - 1] != 0x0A { index -= 1 }
        return index
    }
}
