import Archive
import Text

/// Reports a quote that was not found, or found several times, with what an editor needs to fix it.
struct OrphanReport {
    /// Maximum number of proposed sentences, and of listed places of an ambiguous quote.
    private static let most = 3

    private let finder: QuoteFinder
    /// The article's file, for messages.
    private let file: String
    private let slug: String
    /// Created for the first missing quote.
    private var nearest: NearestSentences?

    init(_ finder: QuoteFinder, file: String, slug: String) {
        self.finder = finder
        self.file = file
        self.slug = slug
    }

    /// - Parameters:
    ///   - quote: as written in the editor's file.
    ///   - hasContext: whether the list supports `before` and `after`.
    mutating func diagnostic(
        _ result: QuoteFinder.Result, _ quote: Located<String>, hasContext: Bool
    ) -> Diagnostic? {
        switch result {
        case .found: nil
        case .missing: missing(quote)
        case .elsewhere(let places): elsewhere(quote, places)
        case .several(let places): several(quote, places, hasContext)
        case .fewer(let count): fewer(quote, count)
        }
    }

    /// A quote that extends over the end of a paragraph.
    private func acrossBlocks(_ quote: Located<String>) -> Diagnostic? {
        guard let part = finder.partBeforeBlockEnd(quote.value) else { return nil }
        return Diagnostic(
            .error, "orphan-quote", at: quote.place,
            "this quote runs over several paragraphs of article `\(slug)`",
            notes: ["the first paragraph ends with: " + Excerpt.line(part)],
            help: "quote words of one paragraph; give the others a statement of their own")
    }

    private mutating func missing(_ quote: Located<String>) -> Diagnostic {
        if let diagnostic = acrossBlocks(quote) { return diagnostic }
        let nearest = self.nearest ?? NearestSentences(finder.text)
        self.nearest = nearest
        let proposals = nearest.proposals(for: quote.value, count: Self.most)
        var notes = proposals.map { "nearest: " + line($0.sentence) }
        var help = "quote exact words of `\(file)`"
        if let best = proposals.first {
            let words = [best.part, best.sentence].map(line).first { isUnique($0) }
            if let words { help = "quote: \(YAMLLine.scalar(words))" }
        } else {
            notes = ["no sentence of `\(file)` is like it"]
        }
        return Diagnostic(
            .error, "orphan-quote", at: quote.place,
            "this quote is not in article `\(slug)`",
            notes: notes, help: help)
    }

    private func elsewhere(_ quote: Located<String>, _ places: [QuoteAnchor]) -> Diagnostic {
        let notes = places.prefix(Self.most).map { "found in: " + around($0.range) }
        return Diagnostic(
            .error, "orphan-quote", at: quote.place,
            "this quote is in article `\(slug)`, but not between `before` and `after`",
            notes: notes,
            help: context(places).first.map { "replace them by " + $0 } ?? "remove them")
    }

    private func fewer(_ quote: Located<String>, _ count: Int) -> Diagnostic {
        let times = count == 1 ? "once" : "\(count) times"
        return Diagnostic(
            .error, "orphan-quote", at: quote.place,
            "this quote occurs only \(times) in article `\(slug)`",
            help: count == 1
                ? "leave `occurrence` out" : "write a number from 1 to \(count) as `occurrence`")
    }

    private func several(
        _ quote: Located<String>, _ places: [QuoteAnchor], _ hasContext: Bool
    ) -> Diagnostic {
        let notes = places.prefix(Self.most).map { "found in: " + around($0.range) }
        let lines = context(places)
        let help =
            hasContext && !lines.isEmpty
            ? "add one of these lines:\n" + lines.joined(separator: "\n")
            : "quote more of the words around it"
        return Diagnostic(
            .error, "ambiguous-quote", at: quote.place,
            "this quote occurs \(places.count) times in article `\(slug)`", notes: notes, help: help
        )
    }

    /// For each of the first places, the shortest `before:` or `after:` that is unique to it, or
    /// else its `occurrence:`.
    private func context(_ places: [QuoteAnchor]) -> [String] {
        let all = places.map {
            (before: neighbors($0.range, before: true), after: neighbors($0.range, before: false))
        }
        return all.indices.prefix(Self.most).compactMap { index in
            let others = all.indices.filter { $0 != index }
            if let words = shortest(all[index].before, others.map { all[$0].before }) {
                return "before: "
                    + YAMLLine.scalar(String(String.UnicodeScalarView(words.reversed())))
            }
            if let words = shortest(all[index].after, others.map { all[$0].after }) {
                return "after: " + YAMLLine.scalar(String(String.UnicodeScalarView(words)))
            }
            return "occurrence: \(index + 1)"
        }
    }

    /// The shortest prefix of `words` of at least four scalars that is not a prefix of `others`.
    private func shortest(_ words: [Unicode.Scalar], _ others: [[Unicode.Scalar]]) -> [Unicode
        .Scalar]?
    {
        for count in stride(from: min(4, words.count), through: words.count, by: 1) {
            let start = words.prefix(count)
            let isClean = start.last.map { ScalarClass($0.value) != .space } ?? false
            if isClean, !others.contains(where: { $0.starts(with: start) }) { return Array(start) }
        }
        return nil
    }

    /// Up to 24 scalars of the same block before or after a range, the nearest first, without the
    /// white space next to the range.
    private func neighbors(_ range: Range<Int>, before: Bool) -> [Unicode.Scalar] {
        guard let block = finder.text.block(at: range.lowerBound) else { return [] }
        let whole = finder.text.plain.blocks[block].range
        let part =
            before
            ? whole.lowerBound..<range.lowerBound
            : range.upperBound..<max(range.upperBound, whole.upperBound)
        let scalars = Array(finder.text.words(part).unicodeScalars)
        let near = before ? Array(scalars.suffix(25).reversed()) : Array(scalars.prefix(25))
        return Array(near.drop { ScalarClass($0.value) == .space }.prefix(24))
    }

    private func isUnique(_ words: String) -> Bool {
        if case .found = finder.find(words) { return true }
        return false
    }

    private func line(_ range: Range<Int>) -> String { Excerpt.line(finder.text.words(range)) }

    private func around(_ range: Range<Int>) -> String { Excerpt.around(range, in: finder.text) }
}
