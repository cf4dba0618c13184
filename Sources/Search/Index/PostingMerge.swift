import Text

/// Merges the runs and hands every key of the index with its posting to `ShardCutter`, in the
/// keys' order.
struct PostingMerge {
    private var cursors: [PostingRunCursor]
    /// Next term of every cursor; the largest number at its end.
    private var terms: [UInt64]
    private let places: UnitPlaces
    private let limits: Posting.Limits
    private var union: PostingUnion
    private(set) var scalars = IndexScalars()
    /// Pairs whose places are not told as they are everywhere: a client asks for others first.
    private(set) var common: [UInt64] = []
    /// The term that was taken last.
    private var posting = Posting()
    private var output = BitWriter()

    init(_ runs: [PostingRun], _ places: UnitPlaces) {
        cursors = runs.map(PostingRunCursor.init)
        terms = cursors.map { $0.term ?? .max }
        self.places = places
        limits = places.limits
        union = PostingUnion(limits)
    }

    /// Words come first in the runs, by number; they are kept until they can be sorted.
    ///
    /// - Parameters:
    ///   - shards: take all keys but those of single Han characters, which stand before them all.
    ///   - characters: take those.
    mutating func write(
        words: WordTable, to shards: inout ShardCutter, characters: inout ShardCutter
    ) throws {
        var entries = takeWords(words)
        entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
        for entry in prefixEntries(entries) { try shards.add(entry.key, entry.posting[...]) }
        var next = 0
        /// Words and names that stand before a Han key.
        func others(before pair: UInt64) throws {
            guard next < entries.count else { return }
            let key = IndexKey.han(TermKey.first(pair), TermKey.second(pair))
            while next < entries.count, entries[next].key.lexicographicallyPrecedes(key) {
                try shards.add(entries[next].key, entries[next].posting[...])
                next += 1
            }
        }
        while let term = nextTerm() {
            let first = TermKey.first(term)
            try others(before: TermKey.han(first, 0))
            scalars.insert(han: first)
            while let pair = nextTerm(), TermKey.first(pair) == first {
                take(pair)
                union.insert(posting)
                guard TermKey.second(pair) != 0 else { continue }
                try others(before: pair)
                if posting.isCommon(limits) { common.append(pair) }
                try shards.add(pair, written(posting, isPair: true))
            }
            try characters.add(IndexKey.character(first), written(union.take()))
        }
        for entry in entries[next...] { try shards.add(entry.key, entry.posting[...]) }
    }

    private struct Entry {
        var key: [UInt8]
        var posting: [UInt8]
    }

    private func nextTerm() -> UInt64? {
        var least = UInt64.max
        for term in terms where term < least { least = term }
        return least == .max ? nil : least
    }

    /// Fills `posting` with the units of a term.
    private mutating func take(_ term: UInt64) {
        posting.removeAll()
        for index in terms.indices where terms[index] == term {
            cursors[index].take { unit, isFrequent, found in
                places.append(unit, isFrequent: isFrequent, found, to: &posting)
            }
            terms[index] = cursors[index].term ?? .max
        }
    }

    private mutating func takeWords(_ words: WordTable) -> [Entry] {
        var entries: [Entry] = []
        entries.reserveCapacity(words.count)
        while let term = nextTerm(), term < TermKey.firstHan {
            take(term)
            let word = words[Int(term)]
            let isName = word.first == IndexKey.nameMark
            let key = isName ? IndexKey.name(word.dropFirst()) : IndexKey.word(word)
            entries.append(Entry(key: key, posting: Array(written(posting))))
            if !isName {
                scalars.count(word, 1)
            }
        }
        return entries
    }

    private mutating func written(_ posting: Posting, isPair: Bool = false) -> ArraySlice<UInt8> {
        output.removeAll()
        posting.write(limits, isPair: isPair, to: &output)
        return output.written
    }

    /// The keys of few letters, each the union of the words that begin so.
    private mutating func prefixEntries(_ words: [Entry]) -> [Entry] {
        var result: [Entry] = []
        for letters in 1...TermPlan.longestPrefix {
            var prefix: [UInt8] = []
            for word in words
            where word.key.first == IndexKey.wordMark && word.key.last != IndexKey.nameEnd {
                guard let next = IndexKey.prefix(ofWordKey: word.key, letters: letters) else {
                    continue
                }
                if next != prefix {
                    flush(prefix, to: &result)
                    prefix = next
                }
                var input = BitReader(word.posting)
                if let posting = Posting(&input, limits, isPair: false) { union.insert(posting) }
            }
            flush(prefix, to: &result)
        }
        return result.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }

    private mutating func flush(_ prefix: [UInt8], to result: inout [Entry]) {
        guard !prefix.isEmpty else { return }
        result.append(
            Entry(key: IndexKey.prefix(prefix), posting: Array(written(union.take()))))
    }
}
