import Archive
import Text

/// Words of an article for a message: on one line, not too long.
enum Excerpt {
    private static let longest = 120
    private static let reach = 12

    /// White space collapsed; the end of a long text cut.
    static func line(_ words: String) -> String {
        var line = String.UnicodeScalarView()
        var isSpace = false
        for scalar in words.unicodeScalars {
            if ScalarClass(scalar.value) == .space {
                isSpace = !line.isEmpty
                continue
            }
            if isSpace { line.append(" ") }
            isSpace = false
            line.append(scalar)
        }
        return line.count > longest ? String(line.prefix(longest)) + "…" : String(line)
    }

    /// A span between brackets with a few characters of its block on both sides, as …雨天也[營業]，請….
    static func around(_ range: Range<Int>, in text: ArticleText) -> String {
        let block = text.block(at: range.lowerBound).map { text.plain.blocks[$0].range } ?? range
        let before = text.words(min(block.lowerBound, range.lowerBound)..<range.lowerBound)
            .unicodeScalars
        let behind = text.words(range.upperBound..<max(block.upperBound, range.upperBound))
            .unicodeScalars
        let left = (before.count > reach ? "…" : "") + String(before.suffix(reach))
        let right = String(behind.prefix(reach)) + (behind.count > reach ? "…" : "")
        return line(left + "[" + text.words(range) + "]" + right)
    }
}

/// Ids in a sentence.
enum IDList {
    /// `` `a`, `b` or `c` ``.
    static func any(_ ids: [String]) -> String { joined(ids, by: " or ") }

    /// `` `a`, `b` and `c` ``.
    static func all(_ ids: [String]) -> String { joined(ids, by: " and ") }

    private static func joined(_ ids: [String], by word: String) -> String {
        let quoted = ids.map { "`\($0)`" }
        guard quoted.count > 1, let last = quoted.last else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + word + last
    }
}

/// Words as a YAML scalar on one line, ready to paste.
enum YAMLLine {
    /// Plain where that is safe, else in double quotes.
    static func scalar(_ words: String) -> String {
        guard let first = words.unicodeScalars.first, let last = words.unicodeScalars.last else {
            return "\"\""
        }
        let isPlain =
            !"-?:,[]{}#&*!|>'\"%@`~=.+ 0123456789".unicodeScalars.contains(first)
            && last != ":" && last != " "
            && !words.contains(": ") && !words.contains(" #")
            && !words.unicodeScalars.contains {
                "\n\t[]{},".unicodeScalars.contains($0) || $0.value < 0x20
            }
            && !["true", "false", "yes", "no", "on", "off", "null"].contains(words.lowercased())
        return isPlain ? words : JSONText.quoted(words)
    }
}

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
