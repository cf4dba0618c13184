import Text

/// Finds where pairs of characters stand in passages that did not change: when a pair comes to
/// stand in more passages than `Posting.few`, its places in the others are told, too.
struct PlaceFinder: TermSink {
    private let record: IndexRecord
    private let limit: Int
    private let units: (Int) -> [SearchUnit]
    private var pages: [Int: FoldedDocument] = [:]
    /// More pages were asked for than is worth it; what was answered since is wrong.
    private(set) var hasGivenUp = false
    private var wanted: UInt64 = 0
    private var found: UInt64 = 0

    /// - Parameters:
    ///   - limit: how many pages may be looked at.
    ///   - units: the units of a page.
    init(record: IndexRecord, limit: Int, units: @escaping (Int) -> [SearchUnit]) {
        self.record = record
        self.limit = limit
        self.units = units
    }

    /// One bit for every place of a pair in a passage, modulo 64.
    mutating func places(of pair: UInt64?, in passage: UInt32) -> UInt64 {
        let document = record.firstPassages.partitioningIndex { $0 > passage } - 1
        guard let pair, document >= 0, !hasGivenUp, let page = page(document) else { return 1 }
        let number = Int(passage - record.firstPassages[document])
        guard number < page.passages.count else { return 1 }
        wanted = pair
        found = 0
        TermScanner.scan(page.passages[number], into: &self)
        return found
    }

    private mutating func page(_ document: Int) -> FoldedDocument? {
        if let page = pages[document] { return page }
        guard pages.count < limit else {
            hasGivenUp = true
            return nil
        }
        let page = FoldedDocument(units(document))
        pages[document] = page
        return page
    }

    mutating func han(_ first: UInt32, _ second: UInt32, at: Int) {
        guard TermKey.han(first, second) == wanted else { return }
        found |= 1 << UInt64(at & (TermKey.places - 1))
    }

    mutating func word(_ text: [UInt8], _ range: Range<Int>, next: UInt32, closed: Bool) {}
}
