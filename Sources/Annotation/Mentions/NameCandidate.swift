import Text

/// A span that some name fits, with what it may still mean.
struct NameCandidate: Sendable, Equatable {
    /// Bytes of the folded text.
    var folded: Range<Int>
    /// Bytes of the plain text.
    var original: Range<Int>
    /// Index in `NameTable.meanings`; `nil`: words that only an `accept` makes a name.
    var name: Int?
    /// Indices in `Archive.entities`, ascending, each once.
    var entities: [Int]
    /// Those of `entities` that an `accept` or an `only-in` speaks for.
    var decided: [Int]
    /// An editor said yes to these words: no everyday word makes them doubtful.
    var isAccepted = false
}

extension NameTable {
    /// A name or `not` string at its place, before meanings are weighed.
    struct Hit: Sendable, Equatable {
        var folded: Range<Int>
        var original: Range<Int>
        var name: Int
    }

    /// Every name and `not` string whose boundaries hold, by start, longest first.
    func hits(in folded: FoldedText, of plain: [UInt8]) -> [Hit] {
        var hits: [Hit] = []
        var from = 0
        while let first = patterns.firstMatch(in: folded.bytes, from: from) {
            var next: PatternMatcher.Match? = first
            while let match = next {
                let original = folded.original(match.range)
                if NameBoundary.isKept(plain, original) {
                    hits.append(Hit(folded: match.range, original: original, name: match.pattern))
                }
                next = patterns.shorter(match)
            }
            let start = first.range.lowerBound
            from = start + UTF8Scalars.decode(folded.bytes, at: start).length
        }
        return hits
    }

    /// The meanings that hold at a place: in this article, between these marks.
    func meanings(of hit: Hit, article: Int, plain: [UInt8]) -> [Meaning] {
        let all = meanings[hit.name]
        if all.allSatisfy({ $0.onlyIn == nil && $0.marks.isEmpty }) { return all }
        return all.filter { meaning in
            if let onlyIn = meaning.onlyIn, !onlyIn.contains(article) { return false }
            return meaning.marks.isEmpty
                || meaning.marks.contains { $0.stand(around: hit.original, in: plain) }
        }
    }
}

extension NameTable.Marks {
    func stand(around range: Range<Int>, in text: [UInt8]) -> Bool {
        guard let before = UTF8Scalars.decode(text, before: range.lowerBound),
            range.upperBound < text.count
        else { return false }
        return before.scalar == opening
            && UTF8Scalars.decode(text, at: range.upperBound).scalar == closing
    }
}
