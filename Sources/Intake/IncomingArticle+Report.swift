extension IncomingArticle {
    /// What `add` tells a person: the file, what is known about the article, what was left out.
    public func report(file: String) -> String {
        var facts: [String] = []
        if !authors.isEmpty { facts.append(authors.joined(separator: ", ")) }
        if let outlet { facts.append(outlet) }
        facts.append(date?.text ?? "undated")
        facts.append(language)
        var lines = ["\(file)", "  \(title) (\(facts.joined(separator: "; ")))"]
        for entry in dropped where entry.rule != "title" {
            lines.append("  left out, \(entry.rule): \(Self.shortened(entry.words))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func shortened(_ words: String) -> String {
        let scalars = words.unicodeScalars
        return scalars.count <= 100 ? words : Scalars.string(scalars.prefix(99)) + "…"
    }
}
