import Archive
import Text

/// Diagnostics about origins: claims whose status hangs on an unknown one, and spellings that may
/// be the same origin.
public enum OriginCheck {
    /// How many claims one diagnostic lists.
    private static let shown = 50

    public static func diagnostics(_ archive: Archive, _ claims: [ClaimAssessment]) -> [Diagnostic]
    {
        unknown(archive, claims) + spellings(archive)
    }

    /// One note that lists the claims, those first that need the fewest origins.
    private static func unknown(_ archive: Archive, _ claims: [ClaimAssessment]) -> [Diagnostic] {
        var open: [(missing: Int, claim: Int, articles: [String])] = []
        for (index, assessment) in claims.enumerated()
        where assessment.status == .reported {
            let statements = archive.claims[index].statements
            var articles: [String] = []
            for number in statements.indices
            where statements[number].rank != .deprecated && !assessment.origins.isKnown(number) {
                let slug = statements[number].article.value
                if !articles.contains(slug) { articles.append(slug) }
            }
            let known = assessment.origins.knownCount(
                statements.indices.filter { statements[$0].rank != .deprecated })
            open.append((max(1, 2 - known), index, articles))
        }
        guard !open.isEmpty else { return [] }
        open.sort { ($0.missing, $0.claim) < ($1.missing, $1.claim) }
        var notes = open.prefix(shown).map { entry in
            let claim = archive.claims[entry.claim]
            let articles = entry.articles.map { "`\($0)`" }.joined(separator: ", ")
            return
                "\(claim.place.file):\(claim.place.line): `\(claim.id)` needs the origin of \(entry.missing == 1 ? "one" : "two") of \(articles)"
        }
        if open.count > shown { notes.append("and \(open.count - shown) more") }
        return [
            Diagnostic(
                .note, "unknown-origin", at: archive.claims[open[0].claim].place,
                "\(open.count) \(open.count == 1 ? "claim is" : "claims are") reported by several articles, but their origins are not all known",
                notes: notes,
                help:
                    "write `origin: …` (the event or document) into the article or the statement; two different known origins corroborate a claim"
            )
        ]
    }

    /// Origins that differ by one letter, or only by marks and spaces.
    private static func spellings(_ archive: Archive) -> [Diagnostic] {
        var places: [[UInt8]: (text: String, place: Diagnostic.Place)] = [:]
        func note(_ text: String?, _ place: Diagnostic.Place) {
            guard let text, let key = StatementOrigins.key(text), places[key] == nil else { return }
            places[key] = (text, place)
        }
        for article in archive.articles { note(article.origin, .init(file: article.file)) }
        for statement in archive.claims.flatMap(\.statements) {
            if let origin = statement.origin { note(origin.value, origin.place) }
        }
        var first: [[UInt32]: [UInt8]] = [:]
        var found: [Diagnostic] = []
        var reported: Set<[UInt8]> = []
        for (key, origin) in places.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            for form in forms(key) {
                guard let other = first[form], other != key else {
                    first[form] = key
                    continue
                }
                guard reported.insert(key).inserted, let earlier = places[other] else { continue }
                found.append(
                    Diagnostic(
                        .warning, "similar-origins", at: origin.place,
                        "the origins `\(origin.text)` and `\(earlier.text)` are nearly the same",
                        notes: ["the other is in \(earlier.place.file)"],
                        help: "write them in one way if they are one event; now they count as two"))
            }
        }
        return found
    }

    /// Keys that near-equal spellings share: without marks, and with one letter left out.
    ///
    /// Digits are never left out, because 2024 Q3 and 2024 Q4 differ.
    private static func forms(_ key: [UInt8]) -> [[UInt32]] {
        let scalars = String(decoding: key, as: UTF8.self).unicodeScalars.map(\.value)
        let letters = scalars.filter {
            $0 >= 0x80
                ? ScalarClass($0) == .han || ScalarClass($0) == .word
                : $0 &- 0x30 < 10 || $0 &- 0x61 < 26
        }
        guard letters.count >= 6 else { return [letters] }
        return [letters]
            + letters.indices.filter { letters[$0] &- 0x30 >= 10 }.map { index in
                Array(letters[..<index] + letters[(index + 1)...])
            }
    }
}
