/// Where one term occurs: passages, the passages in which it is frequent, and titles.
///
/// Format: the number of passages and their list; if there are any, a bit that says whether the
/// term is frequent somewhere and, if so, one bit per passage; for a pair of Han characters in more
/// than 8 and at most a quarter of all passages, its positions in each of them, see
/// `PairPositions`; the number and the list of documents whose title or names contain the term.
/// Every posting begins at a new digit.
struct Posting: Equatable {
    /// This often in one passage, a term counts as frequent there.
    static let often = 3
    /// In so few passages a pair narrows a query enough without its positions.
    static let few = 8

    /// Ascending numbers of passages.
    var passages: [UInt32] = []
    /// Ascending, among `passages`.
    var frequent: [UInt32] = []
    /// The positions of a pair in each of `passages`; empty if they are not stored.
    var positions: [PairPositions] = []
    /// Ascending numbers of documents.
    var titles: [UInt32] = []

    /// What the numbers of a posting are below: the index's passages and documents.
    struct Limits: Equatable {
        var passages = 0
        var documents = 0
    }

    init() {}

    /// - Parameter isPair: whether positions are written.
    func write(_ limits: Limits, isPair: Bool, to output: inout BitWriter) {
        let hasPositions = isPair && hasPositions(limits)
        let room =
            2 * BitWriter.longestNumber
            + BitList.mostBits(count: passages.count, below: limits.passages)
            + 1 + passages.count * (hasPositions ? 1 + PairPositions.mostBits : 1)
            + BitList.mostBits(count: titles.count, below: limits.documents)
        output.write(room: room) { output in
            output.append(UInt32(passages.count))
            output.append(passages, count: passages.count, below: limits.passages)
            if !passages.isEmpty {
                output.append(frequent.isEmpty ? 0 : 1, bits: 1)
                var next = 0
                for passage in passages where !frequent.isEmpty {
                    let isFrequent = next < frequent.count && frequent[next] == passage
                    output.append(isFrequent ? 1 : 0, bits: 1)
                    if isFrequent { next += 1 }
                }
                if hasPositions {
                    for position in positions { position.write(to: &output) }
                }
            }
            output.append(UInt32(titles.count))
            output.append(titles, count: titles.count, below: limits.documents)
        }
        output.close()
    }

    /// `nil` if the input is not a posting.
    init?(_ input: inout BitReader, _ limits: Limits, isPair: Bool) {
        guard let count = input.number(),
            let passages = input.list(count: Int(count), below: limits.passages)
        else { return nil }
        self.passages = passages
        if !passages.isEmpty {
            guard let hasFrequent = input.bit() else { return nil }
            for passage in passages where hasFrequent {
                guard let isFrequent = input.bit() else { return nil }
                if isFrequent { frequent.append(passage) }
            }
            let hasPositions = isPair && hasPositions(limits)
            for _ in passages where hasPositions {
                guard let position = PairPositions(&input) else { return nil }
                positions.append(position)
            }
        }
        guard let count = input.number(),
            let titles = input.list(count: Int(count), below: limits.documents)
        else { return nil }
        self.titles = titles
        input.skipToDigit()
    }

    /// A pair in this many passages matches nearly everywhere: its positions would cost much and
    /// filter little.
    func isCommon(_ limits: Limits) -> Bool {
        passages.count * 4 > limits.passages
    }

    /// Whether the positions of a pair are written.
    func hasPositions(_ limits: Limits) -> Bool {
        passages.count > Self.few && !isCommon(limits)
    }

    /// Whether the term occurs nowhere.
    var isEmpty: Bool { passages.isEmpty && titles.isEmpty }

    mutating func removeAll() {
        if !positions.isEmpty { positions.removeAll(keepingCapacity: true) }
        if !passages.isEmpty { passages.removeAll(keepingCapacity: true) }
        if !frequent.isEmpty { frequent.removeAll(keepingCapacity: true) }
        if !titles.isEmpty { titles.removeAll(keepingCapacity: true) }
    }

    /// Counts positions from where the term begins of which the pair is a part.
    ///
    /// - Parameter offset: characters of the term before the pair.
    mutating func move(back offset: Int) {
        for index in positions.indices { positions[index] = positions[index].moved(back: offset) }
    }

    /// Intersects two postings.
    ///
    /// A passage whose positions both store is kept only if they share
    /// one.
    mutating func formBoth(_ other: Posting) {
        var kept: [UInt32] = []
        var keptPositions: [PairPositions] = []
        var at = 0
        for (index, passage) in passages.enumerated() {
            while at < other.passages.count, other.passages[at] < passage { at += 1 }
            guard at < other.passages.count, other.passages[at] == passage else { continue }
            if positions.isEmpty || other.positions.isEmpty {
                if !positions.isEmpty { keptPositions.append(positions[index]) }
                if !other.positions.isEmpty { keptPositions.append(other.positions[at]) }
            } else {
                let shared = positions[index].both(other.positions[at])
                guard shared.set != 0 else { continue }
                keptPositions.append(shared)
            }
            kept.append(passage)
        }
        passages = kept
        positions = keptPositions
        frequent = TermHits.both(TermHits.both(frequent, other.frequent), kept)
        titles = TermHits.both(titles, other.titles)
    }
}

/// Positions of a pair of Han characters in one passage: characters before it, modulo 64.
///
/// Two pairs of a query that occur anywhere in a passage are mostly not the query; two pairs at the
/// right distance mostly are. One position is written as a 0 and six bits; several as a 1, their
/// number less two, and their list.
struct PairPositions: Equatable {
    /// One bit for each position.
    var set: UInt64

    init(set: UInt64) {
        self.set = set
    }

    /// Bits of the positions in one passage, at most.
    static let mostBits = 1 + BitWriter.longestNumber + 128

    @inline(__always)
    func write(to output: inout BitStream) {
        guard set & (set &- 1) != 0 else {
            output.append(UInt64(set.trailingZeroBitCount) << 1, bits: 7)
            return
        }
        let count = set.nonzeroBitCount
        output.append(1, bits: 1)
        output.append(UInt32(count - 2))
        output.append(SetBits(set), count: count, below: TermKey.positions)
    }

    /// `nil` if the input has none.
    init?(_ input: inout BitReader) {
        guard let areSeveral = input.bit() else { return nil }
        if areSeveral {
            guard let more = input.number(), more < TermKey.positions,
                let list = input.list(count: Int(more) + 2, below: TermKey.positions)
            else { return nil }
            set = list.reduce(0) { $0 | 1 << UInt64($1) }
        } else {
            guard let position = input.bits(6) else { return nil }
            set = 1 << UInt64(position)
        }
    }

    /// The positions of a term of which the pair is a part.
    ///
    /// - Parameter offset: characters of the term before the pair.
    func moved(back offset: Int) -> PairPositions {
        let turn = UInt64(offset & 63)
        return PairPositions(set: set >> turn | set << ((64 - turn) & 63))
    }

    /// The positions that both name.
    func both(_ other: PairPositions) -> PairPositions {
        PairPositions(set: set & other.set)
    }
}

/// A set of numbers, one bit each.
struct BitSet {
    private var words: [UInt64]
    /// No word before it has a bit.
    private var low: Int
    /// No word from here on has one.
    private var high = 0

    /// - Parameter limit: what the numbers are below.
    init(_ limit: Int) {
        words = [UInt64](repeating: 0, count: limit / 64 + 1)
        low = words.count
    }

    @inline(__always)
    mutating func insert(_ number: UInt32) {
        let word = Int(number >> 6)
        words[word] |= 1 << UInt64(number & 63)
        low = min(low, word)
        high = max(high, word + 1)
    }

    /// - Parameter numbers: ascending.
    mutating func insert(_ numbers: [UInt32]) {
        guard let first = numbers.first, let last = numbers.last else { return }
        low = min(low, Int(first >> 6))
        high = max(high, Int(last >> 6) + 1)
        words.withUnsafeMutableBufferPointer { words in
            for number in numbers { words[Int(number >> 6)] |= 1 << UInt64(number & 63) }
        }
    }

    /// The numbers, ascending; the set is empty then.
    mutating func takeMembers(to members: inout [UInt32]) {
        members.removeAll(keepingCapacity: true)
        guard low < high else { return }
        for index in low..<high where words[index] != 0 {
            for bit in SetBits(words[index]) { members.append(UInt32(index * 64) + bit) }
            words[index] = 0
        }
        low = words.count
        high = 0
    }
}

/// The union of postings: where any of several terms occurs.
struct PostingUnion {
    private var passages: BitSet
    private var frequent: BitSet
    private var titles: BitSet

    init(_ limits: Posting.Limits) {
        passages = BitSet(limits.passages)
        frequent = BitSet(limits.passages)
        titles = BitSet(limits.documents)
    }

    mutating func insert(_ posting: Posting) {
        passages.insert(posting.passages)
        frequent.insert(posting.frequent)
        titles.insert(posting.titles)
    }

    /// The union of what was inserted since the last call.
    mutating func take(_ posting: inout Posting) {
        posting.removeAll()
        passages.takeMembers(to: &posting.passages)
        frequent.takeMembers(to: &posting.frequent)
        titles.takeMembers(to: &posting.titles)
    }

    /// The same, as a new value.
    mutating func take() -> Posting {
        var posting = Posting()
        take(&posting)
        return posting
    }
}
