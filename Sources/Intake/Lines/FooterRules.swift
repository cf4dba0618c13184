import Text

/// Rules for the lines after an article; each has a name that the report prints.
enum FooterRules {
    /// The rule that a line matches, read as a line of the header or the footer; `nil` for a line
    /// of the article.
    ///
    /// The phrases are tried on short lines only: a sentence of the article that quotes one stays.
    static func rule(for line: VisibleLine, title: String?) -> String? {
        let text = line.text
        let shape = LineShape(text)
        if shape.letters == 0 { return nil }
        if EndMark.matches(text) { return "end-mark" }
        if let title,
            let own = line.links.first(where: { Letters.of($0.text) == Letters.of(title) }),
            !own.text.isEmpty, shape.letters - LineShape(own.text).letters <= 40
        {
            return "link-to-itself"
        }
        let lower = text.lowercased()
        for rule in contained where shape.letters <= rule.longest {
            if rule.words.contains(where: { lower.contains($0) }) { return rule.name }
        }
        for rule in leading where shape.letters <= rule.longest {
            if rule.words.contains(where: { lower.hasPrefix($0) }) { return rule.name }
        }
        if ShareWords.fill(text) { return "share-links" }
        return nil
    }

    /// The line opens a list of other articles, which continues to the end.
    static func opensRelated(_ line: VisibleLine) -> Bool {
        let words = line.text.trimmed.unicodeScalars.filter {
            !"：:-—–|｜▼↓【】[]「」".unicodeScalars.contains($0)
        }
        return related.contains(Scalars.string(words).trimmed.lowercased())
    }

    private static let contained = WordList.footers.rules(at: "anywhere")
    private static let leading = WordList.footers.rules(at: "start")
    private static let related = Set(WordList.footers["related"])
}

/// A line that marks the end of the article: `- End -`, `（完）`, `全文完`.
enum EndMark {
    static func matches(_ text: String) -> Bool {
        let letters = String(decoding: Letters.of(text), as: UTF8.self).lowercased()
        guard marks.contains(letters) else { return false }
        // The bare word may be the last word of a poem; a mark has dashes or brackets, or is a
        // whole phrase.
        return letters == "theend" || letters.unicodeScalars.count > 1 && letters != "end"
            || LineShape(text).scalars > letters.unicodeScalars.count || text == "END"
            || text == "完"
    }

    private static let marks = Set(WordList.footers["end-mark"])
}

/// A line of nothing but the names of places to share to.
enum ShareWords {
    static func fill(_ text: String) -> Bool {
        let words = text.lowercased().split { " \u{3000}|｜·•、/,，:：\t".contains($0) }.map(
            String.init)
        return words.count >= 2 && words.allSatisfy { names.contains($0) }
    }

    private static let names = Set(WordList.footers["share-name"])
}

/// A line of nothing but tags: `#archives #日記`, `#日記#`.
///
/// A heading has a space after its number signs.
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
