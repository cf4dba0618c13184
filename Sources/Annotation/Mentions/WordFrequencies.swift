import CAssets

/// Frequencies of everyday Chinese words: 340,000 words of one to four Han characters.
///
/// The data is embedded in the binary and read in place; the initializer only reads the header.
/// `scripts/make-word-frequencies.py` generates the data and documents its layout.
public struct WordFrequencies: Sendable {
    private static let first = ("一" as Unicode.Scalar).value
    private static let count = 0xA000 - 0x4E00
    private static let header = 20
    public static let longestWord = 4

    /// Natural logarithm of the sum of all frequencies.
    public let logTotal: Double
    /// Offsets of the indices of words of 2, 3 and 4 characters.
    private let indices: [Int]

    public init() {
        logTotal = Double(variorum_words_u32(4)) / 16
        var offset = Self.header + Self.count
        var indices: [Int] = []
        for length in 2...Self.longestWord {
            indices.append(offset)
            let words = Int(variorum_words_u32(8 + 4 * (length - 2)))
            offset += 4 * (Self.count + 1) + words * (2 * length - 1)
        }
        self.indices = indices
    }

    /// Natural logarithm of the frequency of a word; `nil` if it is not in the data.
    /// - Parameters:
    ///   - scalars: folded text.
    ///   - word: the word in it, not empty.
    public func logFrequency(_ scalars: [UInt32], _ word: Range<Int>) -> Double? {
        guard word.count <= Self.longestWord, scalars[word].allSatisfy(Self.isHan) else {
            return nil
        }
        let head = Int(scalars[word.lowerBound] - Self.first)
        let level =
            word.count == 1 ? variorum_words_u8(Self.header + head) : level(head, scalars, word)
        return level == 0 ? nil : Double(level - 1) / 16
    }

    private static func isHan(_ scalar: UInt32) -> Bool {
        scalar >= first && scalar < first + UInt32(count)
    }

    /// Binary search among the words that begin with `head`; 0 if the word is not found.
    private func level(_ head: Int, _ scalars: [UInt32], _ word: Range<Int>) -> UInt8 {
        let index = indices[word.count - 2]
        let size = 2 * word.count - 1
        let words = index + 4 * (Self.count + 1)
        var low = Int(variorum_words_u32(index + 4 * head))
        var high = Int(variorum_words_u32(index + 4 * head + 4))
        while low < high {
            let middle = (low + high) / 2
            var offset = words + size * middle
            var difference = 0
            for at in word.lowerBound + 1..<word.upperBound where difference == 0 {
                difference = Int(variorum_words_u16(offset)) - Int(scalars[at])
                offset += 2
            }
            if difference == 0 { return variorum_words_u8(words + size * middle + size - 1) }
            if difference < 0 { low = middle + 1 } else { high = middle }
        }
        return 0
    }
}
