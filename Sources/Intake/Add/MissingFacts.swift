import Archive

/// What `add` could not find out.
///
/// It is reported at the end, with the lines to write.
public struct MissingFacts: Sendable {
    private struct Undated {
        var file: String
        var guess: (date: PartialDate, from: String)?
    }

    private var undated: [Undated] = []
    private var untitled: [String] = []
    private var unknownLanguage: [String] = []

    /// Articles that are listed; the rest is counted.
    private static let most = 20

    public init() {}

    /// - Parameter source: the name of the file that the article came in.
    public mutating func note(_ article: IncomingArticle, file: String, source: String) {
        if article.date == nil {
            let guess = article.dateGuess ?? Self.guess(article, source)
            undated.append(Undated(file: file, guess: guess))
        }
        if article.evidence.contains(where: { $0.field == "title" && $0.from == "first words" }) {
            untitled.append(file)
        }
        if article.language == "und" { unknownLanguage.append(file) }
    }

    /// Empty if nothing is missing.
    public var report: String {
        var lines: [String] = []
        if !undated.isEmpty {
            let hasGuess = undated.contains { $0.guess != nil }
            lines.append(
                Self.count(undated.count) + " undated"
                    + (hasGuess ? "; guesses to check and to paste into their front matter:" : ":"))
            // Those with a guess first: they are one line from being right.
            let ordered = undated.filter { $0.guess != nil } + undated.filter { $0.guess == nil }
            for entry in ordered.prefix(Self.most) {
                let guess = entry.guess.map { "date: \($0.date.text)  # \($0.from)" } ?? "no guess"
                lines.append("  \(entry.file)\n    \(guess)")
            }
            lines += Self.rest(undated.count)
        }
        lines += Self.list(untitled, "without a title; the first words were taken:")
        lines += Self.list(unknownLanguage, "in a language that is not known; add `lang`:")
        return lines.joined(separator: "\n")
    }

    private static func list(_ files: [String], _ words: String) -> [String] {
        guard !files.isEmpty else { return [] }
        return [count(files.count) + " " + words] + files.prefix(most).map { "  " + $0 }
            + rest(files.count)
    }

    private static func count(_ count: Int) -> String {
        "\(count) article\(count == 1 ? "" : "s")"
    }

    private static func rest(_ count: Int) -> [String] {
        count > most ? ["  and \(count - most) more"] : []
    }

    /// From the path of the address, or from the name of the file.
    static func guess(_ article: IncomingArticle, _ source: String) -> (PartialDate, String)? {
        if let url = article.url, let date = date(in: url) { return (date, "the address") }
        let name = source.split(separator: "/").last.map(String.init) ?? ""
        return date(in: name).map { ($0, "the file name") }
    }

    /// `2014/08/22`, `2014-08-22`, `20140822` or `2014/08` with no digit before or after it.
    private static func date(in text: String) -> PartialDate? {
        let bytes = Array(text.utf8)
        func number(_ at: Int, _ count: Int) -> Int? {
            guard at + count <= bytes.count else { return nil }
            return bytes[at..<(at + count)].reduce(Optional(0)) { value, byte in
                byte &- 0x30 < 10 ? value.map { $0 * 10 + Int(byte &- 0x30) } : nil
            }
        }
        func ends(_ at: Int) -> Bool { at >= bytes.count || !(bytes[at] &- 0x30 < 10) }
        for at in bytes.indices where at == 0 || !(bytes[at - 1] &- 0x30 < 10) {
            guard let year = number(at, 4), 1900...2100 ~= year else { continue }
            let width = at + 4 < bytes.count && "/-._".utf8.contains(bytes[at + 4]) ? 1 : 0
            guard let month = number(at + 4 + width, 2), 1...12 ~= month else { continue }
            let next = at + 6 + width
            let isSame = width == 0 || next < bytes.count && bytes[next] == bytes[at + 4]
            if isSame, let day = number(next + width, 2), ends(next + width + 2) {
                let date = "\(year)-\(padded(month))-\(padded(day))"
                if let found = PartialDate(date) { return found }
            }
            if width == 1, ends(next) { return PartialDate("\(year)-\(padded(month))") }
        }
        return nil
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
