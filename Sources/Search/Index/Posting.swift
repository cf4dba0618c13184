/// Where one term stands: passages, those of them in which it is frequent, and titles.
///
/// Written as a number and a list of passages; when there are any, a bit that says whether the term
/// is frequent somewhere and, if so, one bit for each of them; a number and a list of documents
/// whose title or names hold the term. Every posting begins at a new digit.
struct Posting: Equatable {
    /// Ascending numbers of passages.
    var passages: [UInt32] = []
    /// Ascending, among `passages`.
    var frequent: [UInt32] = []
    /// Ascending numbers of documents.
    var titles: [UInt32] = []

    /// What the numbers of a posting are below: the index's passages and documents.
    struct Limits: Equatable {
        var passages = 0
        var documents = 0
    }

    func write(_ limits: Limits, to output: inout BitWriter) {
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
        }
        output.append(UInt32(titles.count))
        output.append(titles, below: limits.documents)
        output.close()
    }

    init() {}

    /// `nil` when there is no posting.
    init?(_ input: inout BitReader, _ limits: Limits) {
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
        }
        guard let count = input.number(),
            let titles = input.list(count: Int(count), below: limits.documents)
        else { return nil }
        self.titles = titles
        input.skipToDigit()
    }

    mutating func removeAll() {
        passages.removeAll(keepingCapacity: true)
        frequent.removeAll(keepingCapacity: true)
        titles.removeAll(keepingCapacity: true)
    }
}
