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
        guard bytes.count <= longestWhole else { return nil }
        let plain = lower.trimmingSigns
        return isCounter(plain) ? "gallery" : wholes[plain]
    }

    /// `Image 1 of 5`, `2 / 12`: the place of a picture in a gallery.
    private static func isCounter(_ words: String) -> Bool {
        guard words.unicodeScalars.last?.properties.numericType != nil else { return false }
        var parts = words.split { $0 == " " || $0 == "/" }.map(String.init)
        if let first = parts.first, counted.contains(first) { parts.removeFirst() }
        let of =
            words.contains("/")
            ? nil : parts.firstIndex { $0 == "of" || $0 == "von" || $0 == "sur" || $0 == "de" }
        if let of, of == 1 { parts.remove(at: 1) } else if !words.contains("/") { return false }
        return parts.count == 2 && parts.allSatisfy { $0.utf8.count <= 3 && Int($0) != nil }
    }

    private static let counted = Set(WordList.blocks["counted"])

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

    /// A word that is the name of a month, or its beginning.
    static func isMonth(_ word: String) -> Bool {
        let lower = word.lowercased()
        return lower.utf8.count >= 3 && lower != "may" && months.contains { $0.trimmed == lower }
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
