import Text

/// Where the units that may hold a term are found in the index.
struct TermPlan: Equatable {
    enum Lookup: Equatable, CustomStringConvertible {
        case key([UInt8])
        /// Two Han characters, and the number of characters of the term before them.
        case pair([UInt8], at: Int)
        /// Every key that begins so.
        case range([UInt8])

        var description: String {
            switch self {
            case .key(let key), .pair(let key, _): String(decoding: key, as: UTF8.self)
            case .range(let key): String(decoding: key, as: UTF8.self) + "…"
            }
        }
    }

    /// The lookups of a group must share a unit; groups must share a document.
    private(set) var groups: [[Lookup]] = []
    /// The index answers the term exactly; otherwise the text must be looked at.
    private(set) var isExact = false

    /// Groups that are looked up.
    static let mostGroups = 4
    /// Lookups of a group that may be used; a longer run of letters is found by its beginning.
    static let longestGroup = 32
    /// Prefixes of up to this many letters have their own keys.
    static let longestPrefix = 3
    /// Lookups that are made at once, by group, and the maximum for a group.
    ///
    /// Further lookups are made one by one, while more than `few` documents may contain the group
    /// and some of them by chance.
    private(set) var atOnce: [Int] = []
    let most: Int
    static let few = 2

    /// - Parameters:
    ///   - terms: of how many terms the query is made; the more there are, the fewer lookups of
    ///     each narrow the answer enough.
    ///   - common: pairs that occur nearly everywhere and are looked up last.
    init(_ term: SearchQuery.Term, of terms: Int = 1, common: Set<[UInt8]> = []) {
        var sink = Sink()
        Tokenizer.scan(term.text, into: &sink)
        groups = sink.groups.filter { !$0.isEmpty }
        isExact =
            groups.count == 1 && groups[0].count == 1 && sink.covered == term.text.count
            && !(term.isPhrase && sink.endsOpen)
        let enough = terms <= 4 ? 2 : 1
        most = terms <= 2 ? 3 : enough
        groups = Self.spread(groups).map { group in
            let (rare, often) = Self.divided(Array(group.prefix(Self.longestGroup)), common)
            atOnce.append(min(enough, max(1, rare.count)))
            return Self.ordered(rare) + Self.ordered(often)
        }
    }

    /// From the first to the last at even distances.
    private static func spread(_ groups: [[Lookup]]) -> [[Lookup]] {
        guard groups.count > mostGroups else { return groups }
        return (0..<mostGroups).map { groups[$0 * (groups.count - 1) / (mostGroups - 1)] }
    }

    private static func divided(
        _ group: [Lookup], _ common: Set<[UInt8]>
    ) -> (rare: [Lookup], often: [Lookup]) {
        var parts: (rare: [Lookup], often: [Lookup]) = ([], [])
        for lookup in group {
            if case .pair(let key, _) = lookup, common.contains(key) {
                parts.often.append(lookup)
            } else {
                parts.rare.append(lookup)
            }
        }
        return parts
    }

    /// The lookups that narrow most come first: a run of letters is found by the pairs at its ends
    /// and in the middle, and verified in the text.
    private static func ordered(_ group: [Lookup]) -> [Lookup] {
        let last = group.count - 1
        guard last > 1 else { return group }
        var order: [Int] = []
        for index in [0, last, last / 2] where !order.contains(index) { order.append(index) }
        return order.map { group[$0] }
    }

    /// Collects lookups as the scanner finds terms.
    private struct Sink: TokenSink {
        var groups: [[Lookup]] = [[]]
        /// Bytes of the term that its first lookup covers.
        var covered = 0
        var endsOpen = false
        /// The Han character that the last lookup ends with.
        private var lastHan: UInt32 = 0
        private var lastEnd = -1

        mutating func han(_ first: UInt32, _ second: UInt32, at: Int) {
            if second != 0 {
                add(.pair(IndexKey.han(first, second), at: at))
                lastHan = second
                return
            }
            if lastHan != first { add(.key(IndexKey.character(first))) }
            lastHan = 0
            groups.append([])
        }

        mutating func word(_ text: [UInt8], _ range: Range<Int>, next: UInt32, closed: Bool) {
            // What follows a point inside a number is already in the number's own key.
            guard range.upperBound != lastEnd else { return }
            lastEnd = range.upperBound
            let word = text[range]
            if next != 0 {
                add(.key(IndexKey.word(word) + IndexKey.han(next)))
                lastHan = next
            } else {
                let isCut = range.count >= Tokenizer.longestWord - 3
                add(closed ? .key(IndexKey.word(word)) : Self.prefix(word))
                endsOpen = !closed
                if isCut { covered = -1 }
                groups.append([])
            }
        }

        private static func prefix(_ word: ArraySlice<UInt8>) -> Lookup {
            let letters = word.count { $0 & 0xC0 != 0x80 }
            return letters <= TermPlan.longestPrefix
                ? .key(IndexKey.prefix(word)) : .range(IndexKey.word(word))
        }

        private mutating func add(_ lookup: Lookup) {
            groups[groups.count - 1].append(lookup)
            guard covered == 0 else { return }
            let key: [UInt8]
            switch lookup {
            case .key(let asked), .pair(let asked, _), .range(let asked): key = asked
            }
            let hasMark = [IndexKey.wordMark, IndexKey.prefixMark, IndexKey.characterMark]
                .contains(key[0])
            covered = key.count - (hasMark ? 1 : 0)
        }
    }
}
