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
        patterns.matches(in: folded.bytes).compactMap { match in
            let original = folded.original(match.range)
            guard NameBoundary.isKept(plain, original) else { return nil }
            return Hit(folded: match.range, original: original, name: match.pattern)
        }
    }

    /// Every name and `not` string that stands over a byte of the plain text, whatever its
    /// boundaries; by start, longest first.
    func occurrences(over offset: Int, in folded: FoldedText) -> [Hit] {
        let place = folded.folded(offset)
        let hits = index.flatMap { key, name -> [Hit] in
            let search = ByteSearch(key)
            let end = min(folded.bytes.count, place + key.count)
            var found: [Hit] = []
            var from = max(0, place - key.count)
            while let start = search.first(in: folded.bytes, from: from, to: end) {
                let range = start..<start + key.count
                found.append(Hit(folded: range, original: folded.original(range), name: name))
                from = start + 1
            }
            return found
        }
        return hits.filter { $0.original.contains(offset) }.sorted {
            ($0.folded.lowerBound, $1.folded.upperBound)
                < ($1.folded.lowerBound, $0.folded.upperBound)
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
