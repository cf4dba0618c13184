import Text

/// The folded characters that an index holds, for its part of the fold table.
struct IndexScalars: Equatable {
    /// Han characters.
    var han: Set<UInt32> = []
    /// How many words each character of a word stands in, as often as it stands there.
    var words: [UInt32: Int] = [:]

    mutating func insert(han character: UInt32) {
        han.insert(character)
    }

    mutating func remove(han character: UInt32) {
        han.remove(character)
    }

    /// Counts the characters of a word that is a key.
    ///
    /// - Parameter turn: 1 for a new word, −1 for one that is gone.
    mutating func count(_ word: ArraySlice<UInt8>, _ turn: Int) {
        let word = Array(word)
        var at = 0
        while at < word.count {
            let (scalar, length) = UTF8Scalars.decode(word, at: at)
            let count = words[scalar, default: 0] + turn
            words[scalar] = count > 0 ? count : nil
            at += length
        }
    }

    /// Whether a folded character is in the index.
    ///
    /// Punctuation is not indexed, and always counts as there.
    func holds(_ scalar: UInt32) -> Bool {
        han.contains(scalar) || words[scalar] != nil || ScalarClass(scalar) == .other
    }
}
