import Text

/// Rules for blocks inside an article's element that are not its text; the phrases are in
/// `rules/words/blocks.txt`.
enum PruningRules {
    /// The rule that removes a block; `nil` to keep it.
    ///
    /// `linkShare`: how much of it is links.
    static func rule(for words: String, linkShare: Double) -> String? {
        let lower = words.lowercased()
        let bytes = Array(lower.utf8)
        let length = bytes.count { $0 & 0xC0 != 0x80 }
        for rule in openings where length <= rule.longest && (!rule.needsLink || linkShare > 0) {
            for start in rule.phrases where bytes.starts(with: start) { return rule.name }
        }
        for rule in contents where length <= rule.longest {
            for word in rule.phrases where ByteSearch.contains(word, in: bytes) { return rule.name }
        }
        return bytes.count <= longestWhole ? wholes[lower.trimmingSigns] : nil
    }

    private static let openings = WordList.blocks.rules(at: "start")
    private static let contents = WordList.blocks.rules(at: "anywhere")

    private static let wholes: [String: String] = {
        var wholes: [String: String] = [:]
        for rule in WordList.blocks.rules(at: "whole") {
            for words in rule.words { wholes[words] = rule.name }
        }
        return wholes
    }()

    /// Bytes that a block may have that is one of them, with signs around it.
    private static let longestWhole = 60

    // MARK: - Above

    /// Whether a short block above the text is a line of names and dates.
    static func isByline(_ words: String, weight: Int, authors: [String]) -> Bool {
        guard weight < 160 else { return false }
        let lower = words.lowercased()
        for start in bylineStarts where lower.hasPrefix(start) {
            return weight < 120 || authors.contains { words.contains($0) }
        }
        if lower.hasPrefix("http://") || lower.hasPrefix("https://") { return true }
        if authors.contains(where: { TitleLikeness.isSame(words, $0) }) { return true }
        // A line that is a date and little else.
        if PageMetadata.date(in: words) != nil, weight < 60 { return true }
        for month in months where lower.contains(month) {
            if weight < 60, words.contains(where: \.isNumber),
                lower.contains("20") || lower.contains("19")
            {
                return true
            }
        }
        return authors.contains { words.contains($0) } && weight < 70
    }

    private static let bylineStarts = WordList.blocks["byline-start"]
    private static let months = WordList.blocks["month"]

    static let summaryNames = Set(WordList.classes["summary"].map { Array($0.utf8)[...] })

    // MARK: - Below

    /// Whether a short line opens what follows an article.
    static func opensTail(_ words: String) -> Bool {
        let lower = Array(words.lowercased().trimmingSigns.utf8)
        return tails.contains { lower.starts(with: $0) }
    }

    private static let tails = WordList.blocks["after-article"].map { Array($0.utf8) }
}

extension String {
    /// Without punctuation, signs and space at both ends.
    var trimmingSigns: String {
        let scalars = Array(unicodeScalars)
        func isSign(_ scalar: Unicode.Scalar) -> Bool {
            !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        }
        guard let first = scalars.firstIndex(where: { !isSign($0) }),
            let last = scalars.lastIndex(where: { !isSign($0) })
        else { return "" }
        return Scalars.string(scalars[first...last])
    }
}
