import Text

/// Finds the positions of pairs in passages that did not change: needed when a pair comes to occur
/// in more passages than `Posting.few`, because then the positions in all of them are stored.
struct PositionFinder: TokenSink {
    private let record: IndexState
    private let limit: Int
    private let units: (Int) -> [SearchUnit]
    private var pages: [Int: FoldedDocument] = [:]
    /// The limit of pages was exceeded; positions returned since then are wrong.
    private(set) var hasGivenUp = false
    private var wanted: UInt64 = 0
    private var found: UInt64 = 0

    /// - Parameters:
    ///   - limit: how many pages may be looked at.
    ///   - units: the units of a page.
    init(record: IndexState, limit: Int, units: @escaping (Int) -> [SearchUnit]) {
        self.record = record
        self.limit = limit
        self.units = units
    }

    /// One bit for every position of a pair in a passage, modulo 64.
    mutating func positions(of pair: UInt64?, in passage: UInt32) -> UInt64 {
        let document = record.firstPassages.partitioningIndex { $0 > passage } - 1
        guard let pair, document >= 0, !hasGivenUp, let page = page(document) else { return 1 }
        let number = Int(passage - record.firstPassages[document])
        guard number < page.passages.count else { return 1 }
        wanted = pair
        found = 0
        Tokenizer.scan(page.passages[number], into: &self)
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
        found |= 1 << UInt64(at & (TermKey.positions - 1))
    }

    mutating func word(_ text: [UInt8], _ range: Range<Int>, next: UInt32, closed: Bool) {}
}
