import Text

/// Finds a term in folded text: what the index only promises is looked up here.
enum TermFinder {
    /// Ranges of `text` that match, ascending, not overlapping.
    ///
    /// A term that begins with a letter or digit begins at a word's start; a phrase that ends with
    /// one ends at a word's end.
    static func ranges(of term: SearchQuery.Term, in text: [UInt8], most: Int = .max) -> [Range<
        Int
    >] {
        let needle = term.text
        guard let first = needle.first, needle.count <= text.count else { return [] }
        let classes = CharacterClasses.shared
        let beginsWord = classes.isWord(UTF8Scalars.decode(needle, at: 0).scalar)
        let endsWord = term.isPhrase && isWord(before: needle.count, in: needle)
        var ranges: [Range<Int>] = []
        var at = 0
        while at + needle.count <= text.count, ranges.count < most {
            guard text[at] == first, matches(needle, text, at) else {
                at += 1
                continue
            }
            let end = at + needle.count
            if beginsWord && isWord(before: at, in: text)
                || endsWord && end < text.count
                    && classes.isWord(UTF8Scalars.decode(text, at: end).scalar)
            {
                at += 1
                continue
            }
            ranges.append(at..<end)
            at = end
        }
        return ranges
    }

    private static func matches(_ needle: [UInt8], _ text: [UInt8], _ at: Int) -> Bool {
        for offset in 1..<max(1, needle.count) where text[at + offset] != needle[offset] {
            return false
        }
        return true
    }

    private static func isWord(before offset: Int, in text: [UInt8]) -> Bool {
        guard let (scalar, _) = UTF8Scalars.decode(text, before: offset) else { return false }
        return CharacterClasses.shared.isWord(scalar)
    }
}
