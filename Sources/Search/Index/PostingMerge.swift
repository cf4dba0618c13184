import Text

/// Merges the runs and hands every key of the index with its posting to `ShardCutter`, in the
/// keys' order.
struct PostingMerge {
    private var cursors: [PostingRunCursor]
    /// Next term of every cursor; the largest number at its end.
    private var terms: [UInt64]
    private var unitBits: UnitSet
    private var scalars: Set<UInt32> = []
    private var rest: [UInt32] = []
    private var frequent: [UInt32] = []

    init(_ runs: [PostingRun], units: Int) {
        cursors = runs.map(PostingRunCursor.init)
        terms = cursors.map { $0.term ?? .max }
        unitBits = UnitSet(units)
    }

    /// Words come first in the runs, by number; they are kept until they can be sorted.
    mutating func write(words: WordTable, to shards: inout ShardCutter) {
        var entries = takeWords(words)
        entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
        for entry in prefixEntries(entries) { shards.add(entry.key, entry.posting) }
        var next = 0
        /// Words and names that stand before a Han key.
        func others(before pair: UInt64) {
            guard next < entries.count else { return }
            let key = IndexKey.han(TermKey.first(pair), TermKey.second(pair))
            while next < entries.count, entries[next].key.lexicographicallyPrecedes(key) {
                shards.add(entries[next].key, entries[next].posting)
                next += 1
            }
        }
        while let term = nextTerm() {
            let first = TermKey.first(term)
            let group = takeHan(first)
            others(before: TermKey.han(first, 0))
            shards.add(IndexKey.han(first), group.union)
            var start = 0
            for (pair, end) in group.pairs {
                others(before: pair)
                shards.add(pair, group.postings[start..<end])
                start = end
            }
        }
        for entry in entries[next...] { shards.add(entry.key, entry.posting) }
    }

    /// Whether a folded character is in the index.
    ///
    /// Punctuation is not indexed, and always counts as there.
    func occurs(_ scalar: UInt32) -> Bool {
        scalars.contains(scalar) || ScalarClass(scalar) == .other
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

    /// Fills `rest` and `frequent` with the units of a term.
    private mutating func take(_ term: UInt64) {
        rest.removeAll(keepingCapacity: true)
        frequent.removeAll(keepingCapacity: true)
        for index in terms.indices where terms[index] == term {
            cursors[index].take(rest: &rest, frequent: &frequent)
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
            entries.append(Entry(key: key, posting: posting()))
            if !isName {
                scalars.formUnion(String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value))
            }
        }
        return entries
    }

    private func posting() -> [UInt8] {
        var posting: [UInt8] = []
        PostingList.append(rest: rest, frequent: frequent, to: &posting)
        return posting
    }

    /// All pairs that begin with a character, and the union of their units and those where it ends
    /// a run.
    private mutating func takeHan(_ first: UInt32) -> HanGroup {
        var group = HanGroup()
        unitBits.removeAll()
        scalars.insert(first)
        while let term = nextTerm(), TermKey.first(term) == first {
            take(term)
            unitBits.insert(rest)
            unitBits.insert(frequent)
            guard TermKey.second(term) != 0 else { continue }
            PostingList.append(rest: rest, frequent: frequent, to: &group.postings)
            group.pairs.append((term, group.postings.count))
        }
        PostingList.append(rest: unitBits.members, frequent: [], to: &group.union)
        return group
    }

    /// The pairs of one first character, ascending, with the ends of their postings in `postings`.
    private struct HanGroup {
        var union: [UInt8] = []
        var pairs: [(pair: UInt64, end: Int)] = []
        var postings: [UInt8] = []
    }

    /// The keys of one and two letters, each the union of the words that begin so.
    private mutating func prefixEntries(_ words: [Entry]) -> [Entry] {
        var result: [Entry] = []
        for letters in 1...2 {
            var prefix: [UInt8] = []
            unitBits.removeAll()
            for word in words
            where word.key.first == IndexKey.wordMark && word.key.last != IndexKey.nameEnd {
                guard let next = Self.prefix(of: word.key, letters: letters) else { continue }
                if next != prefix {
                    flush(prefix, to: &result)
                    prefix = next
                }
                guard let lists = PostingList.parse(word.posting) else { continue }
                unitBits.insert(lists.rest)
                unitBits.insert(lists.frequent)
            }
            flush(prefix, to: &result)
        }
        return result.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }

    private mutating func flush(_ prefix: [UInt8], to result: inout [Entry]) {
        guard !prefix.isEmpty else { return }
        var entry = Entry(key: IndexKey.prefix(prefix), posting: [])
        PostingList.append(rest: unitBits.members, frequent: [], to: &entry.posting)
        result.append(entry)
        unitBits.removeAll()
    }

    /// The first letters of a word's key; `nil` when it has fewer.
    private static func prefix(of key: [UInt8], letters: Int) -> [UInt8]? {
        var at = 1
        for _ in 0..<letters {
            guard at < key.count else { return nil }
            let (scalar, length) = UTF8Scalars.decode(key, at: at)
            guard CharacterClasses.shared.isWord(scalar) else { return nil }
            at += length
        }
        return Array(key[1..<at])
    }
}
