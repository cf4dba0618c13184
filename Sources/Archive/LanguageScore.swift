/// Which language of one script a text is in, by its small words and rare letters.
enum LanguageScore {
    /// Bytes of a text that are looked at.
    private static let most = 16_384
    /// Words of a text below which it is not sure what it is in.
    private static let fewest = 12

    /// Words and letters of the languages of one script, each with the languages that have it.
    private struct Table {
        var languages: [LanguageWords.Language]
        var words: [Substring: [Int]] = [:]
        var letters: [Character: [Int]] = [:]

        init(_ languages: [LanguageWords.Language]) {
            self.languages = languages
            for (index, language) in languages.enumerated() {
                for word in Set(language.words) { words[word, default: []].append(index) }
                for letter in Set(language.letters) { letters[letter, default: []].append(index) }
            }
        }
    }

    private static let tables: [LanguageDetector.Script: Table] = [
        .latin: Table(LanguageWords.latin), .cyrillic: Table(LanguageWords.cyrillic),
        .arabic: Table(LanguageWords.arabic), .devanagari: Table(LanguageWords.devanagari),
        .hebrew: Table(LanguageWords.hebrew),
    ]

    /// Languages with words of their own, and those of scripts that have one language.
    static let known: Set<String> = {
        let scripts = LanguageDetector.Script.allCases.map(\.language).filter { $0 != "und" }
        let words = tables.values.flatMap { $0.languages.map(\.code) }
        return Set(scripts + words + ["zh"])
    }()

    static func script(of language: String) -> LanguageDetector.Script? {
        tables.first { $0.value.languages.contains { $0.code == language } }?.key
    }

    static func best(
        _ text: [UInt8], _ script: LanguageDetector.Script
    ) -> LanguageDetector.Finding? {
        guard let table = tables[script], let first = table.languages.first else { return nil }
        var end = min(text.count, most)
        while end < text.count, end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
        let sample = String(decoding: text[..<end], as: UTF8.self).lowercased()
        let words = sample.split { !$0.isLetter && $0 != "\u{301}" }
        guard words.count >= fewest else {
            return LanguageDetector.Finding(
                language: first.code, isSure: false, evidence: "\(script.name) letters")
        }
        var scores = [Double](repeating: 0, count: table.languages.count)
        var seen: [Int: [Substring: Int]] = [:]
        for word in words {
            if let owners = table.words[word] {
                for owner in owners {
                    scores[owner] += 1 / Double(owners.count)
                    seen[owner, default: [:]][word, default: 0] += 1
                }
            }
            for character in Set(word) {
                guard let owners = table.letters[character] else { continue }
                for owner in owners { scores[owner] += 0.6 / Double(owners.count) }
            }
        }
        let ranked = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
        let best = ranked[0]
        let share = scores[best] / Double(words.count)
        let second = ranked.count > 1 ? scores[ranked[1]] : 0
        if share < 0.03 {
            // Many words and none that is known: it is in none of these languages.
            if words.count >= 60 { return nil }
            return LanguageDetector.Finding(
                language: first.code, isSure: false, evidence: "\(script.name) letters")
        }
        let common = (seen[best] ?? [:]).sorted { ($0.value, $1.key) > ($1.value, $0.key) }
            .prefix(3).map { "`\($0.key)`" }
        return LanguageDetector.Finding(
            language: table.languages[best].code,
            isSure: words.count >= 30 && share >= 0.08 && scores[best] >= 1.3 * second,
            evidence: common.isEmpty
                ? "letters of the language" : "words such as " + common.joined(separator: ", "))
    }
}
