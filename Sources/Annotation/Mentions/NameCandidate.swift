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
}

extension NameTable {
    /// Every name and `not` string that stands over a byte of the plain text, whatever its
    /// boundaries; by start, longest first.
    func occurrences(over offset: Int, in folded: FoldedText) -> [Hit] {
        var keys = [[UInt8]](repeating: [], count: meanings.count)
        for (key, pattern) in index { keys[pattern] = key }
        let patterns = PatternMatcher(keys)
        var hits: [Hit] = []
        var from = 0
        while let first = patterns.firstMatch(in: folded.bytes, from: from) {
            var next: PatternMatcher.Match? = first
            while let match = next {
                let original = folded.original(match.range)
                if original.contains(offset) {
                    hits.append(Hit(folded: match.range, original: original, name: match.pattern))
                }
                next = patterns.shorter(match)
            }
            let start = first.range.lowerBound
            from = start + UTF8Scalars.decode(folded.bytes, at: start).length
        }
        return hits
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
