import Archive

/// A list of an entity file with one more word in it, ready to paste.
enum AliasLine {
    private static let longest = 8

    /// What to do so that a word becomes an alias.
    static func adding(_ word: String, to entity: Entity) -> String {
        let isPlain = entity.aliases.allSatisfy { $0.onlyIn.isEmpty && $0.onlyInMarks == nil }
        return adding(word, to: "aliases", isPlain ? entity.aliases.map(\.text) : nil, entity.file)
    }

    /// What to do so that a longer string is never taken for the entity.
    static func denying(_ word: String, of entity: Entity) -> String {
        adding(word, to: "not", entity.not.map(\.value), entity.file)
    }

    /// The whole line when the list is short and plain, else the word alone.
    private static func adding(_ word: String, to key: String, _ words: [String]?, _ file: String)
        -> String
    {
        guard let words, words.count < longest else {
            return "add to the list `\(key)` in `\(file)`:\n\(YAMLLine.scalar(word))"
        }
        let list = (words + [word]).map(YAMLLine.scalar).joined(separator: ", ")
        return (words.isEmpty ? "add to" : "write in") + " `\(file)`:\n\(key): [\(list)]"
    }
}
