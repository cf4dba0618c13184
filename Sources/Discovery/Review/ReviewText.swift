import Annotation
import Archive
import Text

/// Writes the review file: `content/review/names.md`.
public struct ReviewText {
    public static let path = "content/review/names.md"
    /// Proposals below this score are listed under "Less sure".
    static let sure: Float = 0.6
    private static let contexts = 3
    /// Longest context on each side of a name, in characters.
    private static let reach = 40

    private let archive: Archive
    private let texts: [ArticleText]

    public init(_ archive: Archive, _ texts: [ArticleText]) {
        self.archive = archive
        self.texts = texts
    }

    /// The whole file.
    /// - Parameter rows: with the proposal of each; `nil` for a row that an editor changed and
    ///   that is not proposed any more.
    public func text(_ rows: [(row: ReviewRow, proposal: NameProposal?)], ids: [String]) -> String {
        var text = """
            # Names to review

            `[x]` accepts a name, `[-]` rejects it for good, `[ ]` asks again next time. The name, its kind, its id and its
            forms can be changed here. Then run `variorum accept`.

            """
        let kinds = archive.kinds
        for kind in kinds {
            let sure = rows.filter { $0.row.kind == kind.id && !Self.isLessSure($0.proposal) }
            append(kind.title(in: "en"), sure, ids, to: &text)
        }
        append("Less sure", rows.filter { Self.isLessSure($0.proposal) }, ids, to: &text)
        let known = Set(kinds.map(\.id))
        append(
            "Other kinds",
            rows.filter {
                !known.contains($0.row.kind) && !Self.isLessSure($0.proposal)
            }, ids, to: &text)
        return text
    }

    /// The file with only the rows that begin on the given lines; headings without rows are left
    /// out, all other lines stay as they are.
    public static func keeping(_ rows: [Int], of text: String) -> String {
        let kept = Set(rows)
        var lines: [Substring] = []
        var isKept = true
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if line.hasPrefix("- ") || line.hasPrefix("* ") {
                isKept = kept.contains(index + 1)
            } else if !line.hasPrefix(" "), !line.hasPrefix("\t") {
                isKept = true
            }
            if isKept { lines.append(line) }
        }
        return withoutEmptySections(lines).joined(separator: "\n")
    }

    private static func withoutEmptySections(_ lines: [Substring]) -> [Substring] {
        var kept: [Substring] = []
        var section: [Substring] = []
        for line in lines {
            if line.hasPrefix("## ") {
                if section.isEmpty || section.contains(where: { $0.hasPrefix("-") }) {
                    kept += section
                }
                section = [line]
            } else if section.isEmpty {
                kept.append(line)
            } else {
                section.append(line)
            }
        }
        return section.contains(where: { $0.hasPrefix("-") }) ? kept + section : kept
    }

    private static func isLessSure(_ proposal: NameProposal?) -> Bool {
        proposal.map { $0.score < sure } ?? false
    }

    private func append(
        _ title: String, _ rows: [(row: ReviewRow, proposal: NameProposal?)], _ ids: [String],
        to text: inout String
    ) {
        guard !rows.isEmpty else { return }
        text += "\n## \(title)\n\n"
        for (row, proposal) in rows { append(row, proposal, ids, to: &text) }
    }

    private func append(
        _ row: ReviewRow, _ proposal: NameProposal?, _ ids: [String], to text: inout String
    ) {
        text += "- [\(row.box.rawValue)] \(row.name) | \(row.kind) | \(row.id)\n"
        let counts = Dictionary(
            (proposal?.forms ?? []).flatMap(\.spellings).map { ($0.text, $0.count) },
            uniquingKeysWith: +)
        let forms = row.forms.map { form in counts[form].map { "\(form) ×\($0)" } ?? form }
        text += "  - forms: \(forms.joined(separator: "; "))\n"
        guard let proposal else { return }
        for other in proposal.sameAs where ids.indices.contains(other) {
            let isTicked = row.sameAs.contains(ids[other])
            text += "  - same as? [\(isTicked ? "x" : " ")] \(ids[other])\n"
        }
        if let existing = proposal.existing {
            let isTicked = row.sameAs.contains(existing)
            text += "  - same as? [\(isTicked ? "x" : " ")] \(existing)\n"
        }
        for place in Self.spread(proposal.places).prefix(Self.contexts) {
            text += "  - \(context(place))\n"
        }
        text += "  - score \(proposal.score.formatted(digits: 2)): \(proposal.reason)\n"
    }

    /// Places of different articles first.
    private static func spread(_ places: [DiscoveredForm.Place]) -> [DiscoveredForm.Place] {
        var seen: Set<Int> = []
        let first = places.filter { seen.insert($0.article).inserted }
        return first + places.filter { !first.contains($0) }
    }

    /// The name in its sentence, and a link to the sentence in the built site.
    private func context(_ place: DiscoveredForm.Place) -> String {
        let text = texts[place.article]
        let slug = archive.articles[place.article].slug
        let sentence = text.sentence(at: place.range.lowerBound)
        let range =
            text.sentences.indices.contains(sentence) ? text.sentences[sentence].range : place.range
        let before = text.words(range.lowerBound..<max(range.lowerBound, place.range.lowerBound))
        let after = text.words(min(range.upperBound, place.range.upperBound)..<range.upperBound)
        let words =
            (before.count > Self.reach ? "…" : "") + before.suffix(Self.reach)
            + "**" + text.words(place.range) + "**"
            + after.prefix(Self.reach) + (after.count > Self.reach ? "…" : "")
        let line = words.split { $0.isNewline }.joined(separator: " ")
        let id = "s\(text.id(ofSentence: sentence))"
        return "\(line) ([\(slug)](<../../public/articles/\(slug)/index.html#\(id)>))"
    }
}
