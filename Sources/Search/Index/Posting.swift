/// Where one term stands: passages, those of them in which it is frequent, and titles.
///
/// Written as a number and a list of passages; when there are any, a bit that says whether the term
/// is frequent somewhere and, if so, one bit for each of them; for a pair of Han characters, what
/// follows it in each of them: a value of four bits and a bit that says whether another one comes,
/// ascending; a number and a list of documents
/// whose title or names hold the term. Every posting begins at a new digit.
struct Posting: Equatable {
    /// Ascending numbers of passages.
    var passages: [UInt32] = []
    /// Ascending, among `passages`.
    var frequent: [UInt32] = []
    /// What follows the term in each of `passages`: a set of the values of `TermKey.follower`.
    ///
    /// Told of pairs only; empty for other terms.
    var followers: [UInt16] = []
    /// Ascending numbers of documents.
    var titles: [UInt32] = []

    /// What the numbers of a posting are below: the index's passages and documents.
    struct Limits: Equatable {
        var passages = 0
        var documents = 0
    }

    /// - Parameter isPair: whether followers are written.
    func write(_ limits: Limits, isPair: Bool, to output: inout BitWriter) {
        output.append(UInt32(passages.count))
        output.append(passages, below: limits.passages)
        if !passages.isEmpty {
            output.append(frequent.isEmpty ? 0 : 1, bits: 1)
            var next = 0
            for passage in passages where !frequent.isEmpty {
                let isFrequent = next < frequent.count && frequent[next] == passage
                output.append(isFrequent ? 1 : 0, bits: 1)
                if isFrequent { next += 1 }
            }
            if isPair { for set in followers { Self.write(set, to: &output) } }
        }
        output.append(UInt32(titles.count))
        output.append(titles, below: limits.documents)
        output.close()
    }

    init() {}

    /// `nil` when there is no posting.
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
            for _ in passages where isPair {
                guard let set = Self.followers(&input) else { return nil }
                followers.append(set)
            }
        }
        guard let count = input.number(),
            let titles = input.list(count: Int(count), below: limits.documents)
        else { return nil }
        self.titles = titles
        input.skipToDigit()
    }

    private static func write(_ followers: UInt16, to output: inout BitWriter) {
        var rest = followers
        while rest != 0 {
            output.append(UInt32(rest.trailingZeroBitCount), bits: 4)
            rest &= rest - 1
            output.append(rest == 0 ? 0 : 1, bits: 1)
        }
    }

    private static func followers(_ input: inout BitReader) -> UInt16? {
        var set: UInt16 = 0
        while let value = input.bits(4), let goesOn = input.bit() {
            set |= 1 << value
            if !goesOn { return set }
        }
        return nil
    }

    /// Keeps the passages in which the term is followed so.
    mutating func keep(follower: UInt32) {
        let kept = followers.indices.filter { followers[$0] & 1 << follower != 0 }
        let passages = kept.map { self.passages[$0] }
        frequent = TermHits.both(frequent, passages)
        self.passages = passages
        followers = []
    }

    mutating func removeAll() {
        followers.removeAll(keepingCapacity: true)
        passages.removeAll(keepingCapacity: true)
        frequent.removeAll(keepingCapacity: true)
        titles.removeAll(keepingCapacity: true)
    }
}
