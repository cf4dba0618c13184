import Archive
import Text

/// Finds words that are one regional word away from a name, such as 視訊號 for 视频号: what a text
/// from another region calls the entity, and no alias yet.
public struct NearMissCheck {
    private struct Variant {
        /// Indices in `Archive.entities`, ascending.
        var entities: [Int]
        /// The alias that it was made of.
        var alias: String
        var places = NamePlaces()
    }

    private let archive: Archive
    private let matcher: MentionMatcher
    private let keys: [[UInt8]]
    private let variants: [Variant]

    public init(_ archive: Archive, _ matcher: MentionMatcher) {
        self.archive = archive
        self.matcher = matcher
        var found: [[UInt8]: Variant] = [:]
        for (index, entity) in archive.entities.enumerated() {
            let own = entity.allAliases.map { FoldedText.key($0.text) }
            for (alias, key) in zip(entity.allAliases, own) {
                for variant in Self.variants(of: key)
                where matcher.names.index[variant] == nil
                    && !own.contains(where: { Self.holds(variant, $0) })
                {
                    var entry = found[variant] ?? Variant(entities: [], alias: alias.text)
                    if entry.entities.last != index { entry.entities.append(index) }
                    found[variant] = entry
                }
            }
        }
        let sorted = found.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        keys = sorted.map(\.key)
        variants = sorted.map(\.value)
    }

    /// - Parameters:
    ///   - texts: all articles of the archive, in its order.
    ///   - mentions: what was found in each of them.
    /// - Returns: one diagnostic for each string, in file order.
    public func diagnostics(_ texts: ArticleTexts, _ mentions: [ArticleMentions]) -> [Diagnostic] {
        guard !keys.isEmpty else { return [] }
        let patterns = PatternMatcher(keys)
        var found = variants
        for (text, names) in zip(texts, mentions) {
            for (range, variant) in places(patterns, text, names) {
                found[variant].places.add(range, in: text.article)
            }
        }
        return found.compactMap { diagnostic($0, texts) }.sorted()
    }

    /// Places that no mention covers and no editor rejected, and that no everyday word crosses.
    private func places(_ patterns: PatternMatcher, _ text: ArticleText, _ names: ArticleMentions)
        -> [(Range<Int>, Int)]
    {
        var places: [(Range<Int>, Int)] = []
        let folded = text.foldedForNames()
        let matches = patterns.matches(in: folded.bytes)
        guard !matches.isEmpty else { return [] }
        let spans = names.mentions.map(\.range) + names.undecided.map(\.range)
        let covered = SpanIndex(spans.map { (range: $0, value: ()) })
        let editor = matcher.editor(text, folded)
        var end = 0
        for match in matches where match.range.lowerBound >= end {
            end = match.range.upperBound
            let range = folded.original(match.range)
            let comparison = LocalSegmentation.comparison(
                match.range, in: folded.bytes, matcher.frequencies,
                isName: { matcher.names.index[Array(folded.bytes[$0])] != nil })
            if NameBoundary.isKept(text.plain.utf8, range), comparison?.isDoubtful != true,
                !covered.contains(overlapping: range, where: { span, _ in span.contains(range) }),
                !variants[match.pattern].entities.contains(where: {
                    editor?.rejects(match.range, entity: $0) == true
                })
            {
                places.append((range, match.pattern))
            }
        }
        return places
    }

    private func diagnostic(_ variant: Variant, _ texts: ArticleTexts) -> Diagnostic? {
        guard let first = variant.places.examples.first else { return nil }
        let text = texts[first.article]
        let words = Excerpt.line(text.words(first.range))
        let ids = variant.entities.map { archive.entities[$0].id }
        return Diagnostic(
            .warning, "near-miss",
            at: text.place(of: first.range, in: archive.articles[first.article]),
            "`\(words)` is another region's word for `\(variant.alias)`, a name of \(IDList.all(ids)),"
                + " and is not linked (\(variant.places.times))",
            notes: variant.places.contexts(texts) { archive.articles[$0].file },
            help: AliasLine.adding(words, to: archive.entities[variant.entities[0]]))
    }

    /// The name with one regional word replaced, in all ways.
    static func variants(of key: [UInt8]) -> [[UInt8]] {
        var variants: [[UInt8]] = []
        for (from, to) in RegionalWords.pairs {
            // One character is too little to tell a word by, unless more stands beside it.
            if from.count <= 3, key.count < 9 { continue }
            let search = ByteSearch(from)
            var at = 0
            while let start = search.first(in: key, from: at, to: key.count) {
                variants.append(key[..<start] + to + key[(start + from.count)...])
                at = start + from.count
            }
        }
        return variants
    }

    private static func holds(_ text: [UInt8], _ words: [UInt8]) -> Bool {
        ByteSearch(words).first(in: text, from: 0, to: text.count) != nil
    }
}
