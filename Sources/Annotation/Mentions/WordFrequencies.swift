import CAssets

/// How frequent everyday Chinese words are: 350,000 words of one to four Han characters.
///
/// The data is part of the binary and is read in place: nothing is loaded, and a program that asks
/// for no word pays nothing. `scripts/make-word-frequencies.py` makes it and describes the layout.
enum WordFrequencies {
    /// Words are made of the characters from here on.
    private static let first: UInt32 = 0x4E00
    private static let count = 0xA000 - 0x4E00
    private static let header = 20
    private static let longest = 4

    /// Natural logarithm of the sum of all frequencies.
    static let logTotal = Double(variorum_words_u32(4)) / 16

    /// Natural logarithm of the frequency of a word; `nil` when it is none.
    /// - Parameter word: folded scalars.
    static func logFrequency(_ word: ArraySlice<UInt32>) -> Double? {
        guard let head = word.first, word.count <= longest, isHan(head) else { return nil }
        let level =
            word.count == 1
            ? variorum_words_u8(header + Int(head - first))
            : level(head: head, tail: word.dropFirst())
        return level == 0 ? nil : Double(level - 1) / 16
    }

    private static func isHan(_ scalar: UInt32) -> Bool {
        scalar >= first && scalar < first + UInt32(count)
    }

    /// Binary search among the words that begin with `head`; 0: none.
    private static func level(head: UInt32, tail: ArraySlice<UInt32>) -> UInt8 {
        guard tail.allSatisfy(isHan) else { return 0 }
        let index = table(tail.count + 1)
        let size = 2 * tail.count + 1
        let words = index + 4 * (count + 1)
        var low = Int(variorum_words_u32(index + 4 * Int(head - first)))
        var high = Int(variorum_words_u32(index + 4 * Int(head - first) + 4))
        while low < high {
            let middle = (low + high) / 2
            let order = compare(at: words + size * middle, tail)
            if order == 0 { return variorum_words_u8(words + size * middle + size - 1) }
            if order < 0 { low = middle + 1 } else { high = middle }
        }
        return 0
    }

    private static func compare(at offset: Int, _ tail: ArraySlice<UInt32>) -> Int {
        var offset = offset
        for scalar in tail {
            let difference = Int(variorum_words_u16(offset)) - Int(scalar)
            if difference != 0 { return difference }
            offset += 2
        }
        return 0
    }

    /// Offset of the index of words of `length` characters.
    private static func table(_ length: Int) -> Int {
        var offset = header + count
        for shorter in stride(from: 2, to: length, by: 1) {
            let words = Int(variorum_words_u32(8 + 4 * (shorter - 2)))
            offset += 4 * (count + 1) + words * (2 * (shorter - 1) + 1)
        }
        return offset
    }
}
