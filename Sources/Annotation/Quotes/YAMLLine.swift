import Text

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
