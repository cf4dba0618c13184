import Text

/// A line of nothing but tags: `#archives #日記`, `#日記#`.
///
/// It is no heading: that has a space after its sign.
enum Hashtags {
    static func of(_ line: String) -> [String]? {
        let words = line.trimmed.split {
            $0 == " " || $0 == "\t" || $0 == "\u{3000}" || $0 == "，" || $0 == ","
        }
        guard !words.isEmpty else { return nil }
        var tags: [String] = []
        for word in words {
            guard word.hasPrefix("#") || word.hasPrefix("＃") else { return nil }
            for part in word.split(whereSeparator: { $0 == "#" || $0 == "＃" }) {
                let shape = LineShape(String(part))
                guard shape.letters > 0, shape.letters <= 30, !shape.endsSentence else {
                    return nil
                }
                tags.append(String(part))
            }
            // `# words` and `## words` are headings, `#` alone is nothing.
            if word.allSatisfy({ $0 == "#" || $0 == "＃" }) { return nil }
        }
        return tags.isEmpty ? nil : tags
    }
}
