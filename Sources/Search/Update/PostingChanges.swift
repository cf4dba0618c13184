import Text

/// What edited pages mean to the index: the keys whose postings change, and how.
///
/// The words of a page before and after go through the same scanner and sorter as those of a full
/// index; then every term's passages are compared.
struct PostingChanges {
    /// A page whose words may have changed; it has as many passages as before.
    struct Page {
        var document: UInt32
        var firstPassage: UInt32
        var old: FoldedDocument
        var new: FoldedDocument
    }

    /// Of keys of single Han characters, ascending.
    private(set) var characters: [PostingChange] = []
    /// Of all other keys, ascending.
    private(set) var others: [PostingChange] = []
    /// How many more there are of what `IndexSize.postings` counts.
    private(set) var growth = 0

    /// A passage or the title of a page.
    private struct Slot {
        var isTitle: Bool
        var number: UInt32
    }

    /// What is found of a term in one slot, before and after.
    private struct Pair {
        var slot: Int
        var old: PostingChange.Found?
        var new: PostingChange.Found?
    }

    /// - Parameter pages: ascending.
    init(_ pages: [Page]) throws {
        var accumulator = PostingAccumulator()
        var slots: [Slot] = []
        for page in pages {
            let both = [page.old, page.new]
            for (turn, version) in both.enumerated() {
                for name in version.names {
                    try accumulator.add(name: name, unit: 2 * slots.count + turn)
                }
                try accumulator.add(version.title, unit: 2 * slots.count + turn)
            }
            slots.append(Slot(isTitle: true, number: page.document))
            for passage in page.old.passages.indices {
                for (turn, version) in both.enumerated() {
                    try accumulator.add(version.passages[passage], unit: 2 * slots.count + turn)
                }
                slots.append(Slot(isTitle: false, number: page.firstPassage + UInt32(passage)))
            }
        }
        try compare(accumulator, slots)
    }

    private mutating func compare(_ accumulator: PostingAccumulator, _ slots: [Slot]) throws {
        var group = SortedTerms()
        var prefixes: [[UInt8]: [Int: Pair]] = [:]
        for first in accumulator.occurrences.groups {
            try group.read(first, of: accumulator.occurrences)
            if first < TermKey.firstHan {
                compare(words: group, accumulator.words, &prefixes, slots)
            } else {
                compare(characters: group, slots)
            }
        }
        for (prefix, union) in prefixes {
            add(IndexKey.prefix(prefix), Self.sorted(union), slots)
        }
        others.sort { $0.key.lexicographicallyPrecedes($1.key) }
    }

    private mutating func compare(
        words group: SortedTerms, _ words: WordTable, _ prefixes: inout [[UInt8]: [Int: Pair]],
        _ slots: [Slot]
    ) {
        for index in group.terms.indices {
            let pairs = pairs(of: index, in: group)
            let word = words[TermKey.word(of: group.key(of: index))]
            guard word.first != IndexKey.nameMark else {
                add(IndexKey.name(word.dropFirst()), pairs, slots)
                continue
            }
            let key = IndexKey.word(word)
            add(key, pairs, slots)
            for letters in 1...TermPlan.longestPrefix {
                guard let prefix = IndexKey.prefix(ofWordKey: key, letters: letters) else { break }
                Self.unite(pairs, &prefixes[prefix, default: [:]])
            }
        }
    }

    private mutating func compare(characters group: SortedTerms, _ slots: [Slot]) {
        var union: [Int: Pair] = [:]
        for (index, second) in group.terms.enumerated() {
            let pairs = pairs(of: index, in: group)
            Self.unite(pairs, &union)
            guard second != 0 else { continue }
            add(IndexKey.han(group.number, second), pairs, slots)
        }
        let key = IndexKey.character(group.number)
        if let change = Self.change(key, Self.sorted(union), slots) { characters.append(change) }
    }

    /// The slots of a term; the even unit of a slot is before, the odd one after.
    private mutating func pairs(of index: Int, in group: SortedTerms) -> [Pair] {
        var pairs: [Pair] = []
        var growth = 0
        SortedTerms.forEachUnit(group.positions(of: index)) { unit, isFrequent, positions in
            let found = PostingChange.Found(isFrequent: isFrequent, positions: positions)
            let slot = Int(unit >> 1)
            if pairs.last?.slot != slot { pairs.append(Pair(slot: slot)) }
            if unit & 1 == 0 {
                pairs[pairs.count - 1].old = found
                growth -= 1
            } else {
                pairs[pairs.count - 1].new = found
                growth += 1
            }
        }
        self.growth += growth
        return pairs
    }

    /// A key of several terms occurs where any of them occurs, and is frequent where one of them
    /// is.
    private static func unite(_ pairs: [Pair], _ union: inout [Int: Pair]) {
        func either(_ a: PostingChange.Found?, _ b: PostingChange.Found?) -> PostingChange.Found? {
            guard a != nil || b != nil else { return nil }
            let isFrequent = a?.isFrequent == true || b?.isFrequent == true
            return PostingChange.Found(isFrequent: isFrequent, positions: 0)
        }
        for pair in pairs {
            let known = union[pair.slot]
            union[pair.slot] = Pair(
                slot: pair.slot, old: either(known?.old, pair.old),
                new: either(known?.new, pair.new))
        }
    }

    private static func sorted(_ union: [Int: Pair]) -> [Pair] {
        union.values.sorted { $0.slot < $1.slot }
    }

    private mutating func add(_ key: [UInt8], _ pairs: [Pair], _ slots: [Slot]) {
        if let change = Self.change(key, pairs, slots) { others.append(change) }
    }

    /// `nil` when nothing changes.
    private static func change(_ key: [UInt8], _ pairs: [Pair], _ slots: [Slot]) -> PostingChange? {
        var change = PostingChange(key: key)
        for pair in pairs where pair.old != pair.new {
            let slot = slots[pair.slot]
            if !slot.isTitle {
                change.passages.append((slot.number, pair.new))
            } else if (pair.old == nil) != (pair.new == nil) {
                change.titles.append((slot.number, pair.new))
            }
        }
        return change.passages.isEmpty && change.titles.isEmpty ? nil : change
    }
}

/// What changed passages and titles mean to the posting of one key.
struct PostingChange {
    /// A term in one passage or title.
    struct Found: Equatable {
        var isFrequent: Bool
        /// The positions of a pair, one bit for each position modulo 64; unused for other terms.
        var positions: UInt64
    }

    /// A passage or document and what it holds of the term now; `nil`: nothing any more.
    typealias Edit = (number: UInt32, found: Found?)

    var key: [UInt8]
    /// Ascending.
    var passages: [Edit] = []
    /// Ascending.
    var titles: [Edit] = []

    /// Makes the change in a posting.
    ///
    /// - Parameter positions: the positions of the key in an unchanged passage, for a pair whose
    ///   positions were not stored before and are now.
    func apply(
        to posting: inout Posting, _ limits: Posting.Limits, positions: (UInt32) throws -> UInt64
    ) rethrows {
        let isPair = IndexKey.isPair(key)
        var frequent = posting.frequent.makeIterator()
        var nextFrequent = frequent.next()
        var known: [(passage: UInt32, found: Found?)] = []
        known.reserveCapacity(posting.passages.count + passages.count)
        for (index, passage) in posting.passages.enumerated() {
            let isFrequent = nextFrequent == passage
            if isFrequent { nextFrequent = frequent.next() }
            // 0: unknown.
            let positions = posting.positions.isEmpty ? 0 : posting.positions[index].set
            known.append((passage, Found(isFrequent: isFrequent, positions: positions)))
        }
        posting.passages = []
        posting.frequent = []
        posting.positions = []
        for (passage, found) in Self.merged(known, passages) {
            guard let found else { continue }
            posting.passages.append(passage)
            if found.isFrequent { posting.frequent.append(passage) }
            posting.positions.append(PairPositions(set: found.positions))
        }
        posting.titles = Self.merged(
            posting.titles.map { ($0, Found(isFrequent: false, positions: 0)) }, titles
        )
        .filter { $0.1 != nil }.map(\.0)
        guard isPair, posting.hasPositions(limits) else { return }
        for index in posting.positions.indices where posting.positions[index].set == 0 {
            posting.positions[index].set = try positions(posting.passages[index])
        }
    }

    /// Two ascending lists as one; where both name a number, the second counts.
    private static func merged(
        _ old: [(UInt32, Found?)], _ new: [Edit]
    ) -> [(UInt32, Found?)] {
        var result: [(UInt32, Found?)] = []
        result.reserveCapacity(old.count + new.count)
        var next = 0
        for item in old {
            while next < new.count, new[next].number < item.0 {
                result.append((new[next].number, new[next].found))
                next += 1
            }
            guard next < new.count, new[next].number == item.0 else {
                result.append(item)
                continue
            }
        }
        for edit in new[next...] { result.append((edit.number, edit.found)) }
        return result
    }
}
