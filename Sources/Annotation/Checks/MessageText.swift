import Archive
import Text

/// Excerpts of an article for messages, on one line and of limited length.
enum Excerpt {
    private static let longest = 120
    private static let reach = 12

    /// Collapses white space and truncates a long text.
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

    /// A span in brackets with a few characters of context on both sides: …雨天也[營業]，請….
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

/// Lists of ids in a sentence.
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

/// YAML scalars on one line, for help texts that can be pasted into a file.
enum YAMLLine {
    /// A plain scalar if that is safe, otherwise in double quotes.
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

/// Help texts that add a word to a list of an entity's file.
enum AliasLine {
    private static let longest = 8

    /// How to make a word an alias of the entity.
    static func adding(_ word: String, to entity: Entity) -> String {
        let isPlain = entity.aliases.allSatisfy { $0.onlyIn.isEmpty && $0.onlyInMarks == nil }
        return adding(word, to: "aliases", isPlain ? entity.aliases.map(\.text) : nil, entity.file)
    }

    /// How to keep a longer string from being linked to the entity.
    static func denying(_ word: String, of entity: Entity) -> String {
        adding(word, to: "not", entity.not.map(\.value), entity.file)
    }

    /// The complete line if the list is short and plain, otherwise only the new word.
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
