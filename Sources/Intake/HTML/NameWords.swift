/// The words that an element's `class`, `id` and the like are made of, in lower case:
/// `articleBody js-share_bar2` → `article`, `body`, `js`, `share`, `bar`.
enum NameWords {
    /// All of them.
    static func all(in name: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var words: [ArraySlice<UInt8>] = []
        let found = contains(name) { word in
            words.append(word)
            return false
        }
        return found ? [] : words
    }

    /// Calls `body` with every word, and with every two neighbors joined (`readmore`), until it
    /// returns true.
    static func contains(_ name: ArraySlice<UInt8>, where test: (ArraySlice<UInt8>) -> Bool) -> Bool
    {
        guard name.count < 1200 else { return false }
        var letters: [UInt8] = []
        letters.reserveCapacity(name.count)
        var previousWord: Range<Int>?
        var start = 0
        var before: UInt8 = 0
        func flush() -> Bool {
            guard start < letters.count else { return false }
            let word = start..<letters.count
            if test(letters[word]) { return true }
            if let previous = previousWord, previous.upperBound == word.lowerBound,
                test(letters[previous.lowerBound..<word.upperBound])
            {
                return true
            }
            previousWord = word
            start = letters.count
            return false
        }
        for byte in name {
            switch byte {
            case 0x41...0x5A:
                if (0x61...0x7A).contains(before), flush() { return true }
                letters.append(byte | 0x20)
            case 0x61...0x7A: letters.append(byte)
            default:
                if flush() { return true }
                if byte <= 0x20 { previousWord = nil }
            }
            before = byte
        }
        return flush()
    }
}
