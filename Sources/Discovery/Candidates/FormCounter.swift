import Annotation
import Text

/// Counts where forms occur in articles, and what is beside them.
struct FormCounter: Sendable {
    private let matcher: PatternMatcher
    private let forms: [[UInt8]]

    /// What one article says of each form, by index of the form.
    typealias Counts = [Int: DiscoveredForm]

    init(_ forms: [[UInt8]]) {
        self.forms = forms
        matcher = PatternMatcher(forms)
    }

    /// Every occurrence, also inside other forms.
    func counts(in folded: FoldedText, of text: ArticleText) -> Counts {
        counts(of: matcher.matches(in: folded.bytes), in: folded, of: text)
    }

    /// The longest forms from left to right, as mentions are found.
    func countsOfLongest(in folded: FoldedText, of text: ArticleText) -> Counts {
        var end = 0
        let longest = matcher.matches(in: folded.bytes).filter { match in
            guard match.range.lowerBound >= end else { return false }
            end = match.range.upperBound
            return true
        }
        return counts(of: longest, in: folded, of: text)
    }

    private func counts(
        of matches: [PatternMatcher.Match], in folded: FoldedText, of text: ArticleText
    ) -> Counts {
        var counts: Counts = [:]
        let bytes = folded.bytes
        for match in matches {
            var form =
                counts.removeValue(forKey: match.pattern)
                ?? DiscoveredForm(folded: forms[match.pattern], evidence: FormEvidence())
            let range = folded.original(match.range)
            let before = UTF8Scalars.decode(bytes, before: match.range.lowerBound)?.scalar ?? 0
            let after =
                match.range.upperBound < bytes.count
                ? UTF8Scalars.decode(bytes, at: match.range.upperBound).scalar : 0
            form.count += 1
            form.articles.insert(text.article)
            if !text.plain.utf8[range].contains(where: { 0x41...0x5A ~= $0 }) { form.small += 1 }
            form.preceding.insert(before)
            form.following.insert(after)
            if before == "、" || after == "、" { form.inLists += 1 }
            if Self.isOpening(before), Self.isClosing(after) { form.inQuotes += 1 }
            if form.places.count < DiscoveredForm.keptPlaces {
                form.places.append(.init(article: text.article, range: range))
            }
            let written = text.words(range)
            if let index = form.spellings.firstIndex(where: { $0.text == written }) {
                form.spellings[index].count += 1
            } else {
                form.spellings.append((written, 1))
            }
            counts[match.pattern] = form
        }
        return counts
    }

    private static func isOpening(_ scalar: UInt32) -> Bool {
        ["“", "「", "\"", "《", "『"].contains { scalar == $0 }
    }

    private static func isClosing(_ scalar: UInt32) -> Bool {
        ["”", "」", "\"", "》", "』"].contains { scalar == $0 }
    }
}

extension DiscoveredForm {
    /// Adds what another article says of the same form.
    mutating func add(_ other: DiscoveredForm) {
        count += other.count
        articles.formUnion(other.articles)
        small += other.small
        inLists += other.inLists
        inQuotes += other.inQuotes
        if preceding.count < Self.keptNeighbors { preceding.formUnion(other.preceding) }
        if following.count < Self.keptNeighbors { following.formUnion(other.following) }
        places += other.places.prefix(max(0, Self.keptPlaces - places.count))
        for spelling in other.spellings {
            if let index = spellings.firstIndex(where: { $0.text == spelling.text }) {
                spellings[index].count += spelling.count
            } else {
                spellings.append(spelling)
            }
        }
    }

    mutating func clearPlaces() {
        count = 0
        places = []
        spellings = []
    }

    mutating func sortSpellings() {
        spellings.sort { ($0.count, $1.text) > ($1.count, $0.text) }
    }
}
