/// Where one term may occur, according to the index.
struct TermHits {
    let term: SearchQuery.Term
    let isExact: Bool
    /// Passages and titles that hold it.
    private(set) var posting = Posting()
    /// Ascending; every document that holds the term is there.
    private(set) var documents: [UInt32] = []
    private(set) var asked: [TermPlan.Lookup] = []

    /// - Parameter terms: of how many terms the query is made.
    init(_ term: SearchQuery.Term, of terms: Int, _ reader: IndexReader) throws(SearchIndexError) {
        self.term = term
        let plan = TermPlan(term, of: terms, common: reader.common)
        isExact = plan.isExact
        for (index, group) in plan.groups.enumerated() {
            var shared = try reader.posting(group[0])
            asked.append(group[0])
            var pages = reader.documents(of: shared)
            var chance = shared.passages.count / 8
            for (number, lookup) in group.enumerated().dropFirst().prefix(plan.most - 1)
            where number < plan.atOnce[index] || pages.count > TermPlan.few && chance > 0 {
                let posting = try reader.posting(lookup)
                chance = reader.chance(of: shared, posting)
                shared.formBoth(posting)
                asked.append(lookup)
                pages = reader.documents(of: shared)
            }
            documents = index == 0 ? pages : Self.both(documents, pages)
            if index == 0 { posting = shared } else { posting.formBoth(shared) }
        }
    }

    /// What two ascending lists share.
    static func both(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
        var shared: [UInt32] = []
        var other = 0
        for number in a {
            while other < b.count, b[other] < number { other += 1 }
            if other < b.count, b[other] == number { shared.append(number) }
        }
        return shared
    }

    /// What the first ascending list has and the second has not.
    static func difference(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
        let b = Set(b)
        return a.filter { !b.contains($0) }
    }
}
