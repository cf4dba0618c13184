import Text

/// Hands every key of the index with its posting to `ShardWriter`, in the keys' order.
struct PostingMerger {
    private let occurrences: OccurrenceLists
    private let unitTable: UnitTable
    private let limits: Posting.Limits
    private var union: PostingUnion
    private(set) var scalars = IndexedCharacters()
    /// Pairs that are too common to store their positions: a client looks up others first.
    private(set) var common: [UInt64] = []
    /// See `IndexSize`.
    private(set) var postings = 0
    /// The group that was read last, and the posting of one of its terms.
    private var group = SortedTerms()
    private var posting = Posting()
    private var output = BitWriter()

    init(_ occurrences: OccurrenceLists, _ unitTable: UnitTable) {
        self.occurrences = occurrences
        self.unitTable = unitTable
        limits = unitTable.limits
        union = PostingUnion(limits)
    }

    /// Words are kept until they can be sorted.
    ///
    /// - Parameters:
    ///   - shards: receives all keys except those of single Han characters, which sort before them
    ///     all.
    ///   - characters: receives those.
    mutating func write(
        words: WordTable, to shards: inout ShardWriter, characters: inout ShardWriter
    ) throws {
        let groups = occurrences.groups
        let firstHan = groups.firstIndex { $0 >= TermKey.firstHan } ?? groups.count
        var entries = try takeWords(words, in: groups[..<firstHan])
        entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
        for entry in prefixEntries(entries) { try shards.add(entry.key, entry.posting[...]) }
        var next = 0
        var nextPair = entries.first.map { $0.pair } ?? .max
        /// Writes the words and names that sort before a Han key.
        func others(before pair: UInt64) throws {
            while nextPair < pair {
                try shards.add(entries[next].key, entries[next].posting[...])
                next += 1
                nextPair = next < entries.count ? entries[next].pair : .max
            }
        }
        for first in groups[firstHan...] {
            try group.read(first, of: occurrences)
            try others(before: TermKey.han(first, 0))
            scalars.insert(han: first)
            for (index, second) in group.terms.enumerated() {
                take(index)
                union.insert(posting)
                guard second != 0 else { continue }
                let pair = TermKey.han(first, second)
                try others(before: pair)
                if posting.isCommon(limits) { common.append(pair) }
                try shards.add(pair, written(posting, isPair: true))
            }
            union.take(&posting)
            try characters.add(IndexKey.character(first), written(posting))
        }
        for entry in entries[next...] { try shards.add(entry.key, entry.posting[...]) }
    }

    private struct Entry {
        var key: [UInt8]
        var posting: [UInt8]

        /// The key's first two characters as a pair of Han characters: it sorts before all greater
        /// pairs.
        var pair: UInt64 {
            let (first, length) = UTF8Scalars.decode(key, at: 0)
            let second = UTF8Scalars.decode(key, at: length).scalar
            return TermKey.han(first, min(second, TermKey.lastScalar))
        }
    }

    /// Fills `posting` with the units of a term of the group.
    private mutating func take(_ index: Int) {
        unitTable.read(group.positions(of: index), to: &posting)
        postings += posting.passages.count + posting.titles.count
    }

    private mutating func takeWords(_ words: WordTable, in groups: ArraySlice<UInt32>) throws
        -> [Entry]
    {
        var entries: [Entry] = []
        entries.reserveCapacity(words.count)
        for number in groups {
            try group.read(number, of: occurrences)
            for index in group.terms.indices {
                take(index)
                let word = words[TermKey.word(of: group.key(of: index))]
                let isName = word.first == IndexKey.nameMark
                let key = isName ? IndexKey.name(word.dropFirst()) : IndexKey.word(word)
                entries.append(Entry(key: key, posting: Array(written(posting))))
                if !isName { scalars.count(word, 1) }
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
        union.take(&posting)
        result.append(
            Entry(key: IndexKey.prefix(prefix), posting: Array(written(posting))))
    }
}
