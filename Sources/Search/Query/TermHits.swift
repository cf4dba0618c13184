/// Where one term may stand, from the index.
struct TermHits {
    let term: SearchQuery.Term
    let isExact: Bool
    /// Ascending.
    private(set) var units: [UInt32] = []
    /// Among `units`.
    private(set) var frequent: [UInt32] = []
    /// Ascending; every document that holds the term is there.
    private(set) var documents: [UInt32] = []

    init(_ term: SearchQuery.Term, _ reader: IndexReader) throws(SearchIndexError) {
        self.term = term
        let plan = TermPlan(term)
        isExact = plan.isExact
        for (index, group) in plan.groups.enumerated() {
            var all: [UInt32] = []
            var often: [UInt32] = []
            for (number, lookup) in group.enumerated() {
                let found = try reader.units(lookup)
                all = number == 0 ? found.all : Self.both(all, found.all)
                often = number == 0 ? found.frequent : Self.both(often, found.frequent)
            }
            let pages = Self.documents(all, reader.firstUnits)
            units = index == 0 ? all : Self.both(units, all)
            frequent = index == 0 ? often : Self.both(frequent, often)
            documents = index == 0 ? pages : Self.both(documents, pages)
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

    /// Documents of ascending units, ascending.
    static func documents(_ units: [UInt32], _ firstUnits: [Int]) -> [UInt32] {
        var documents: [UInt32] = []
        var document = 0
        for unit in units where documents.isEmpty || Int(unit) >= firstUnits[document + 1] {
            document = firstUnits.partitioningIndex { $0 > Int(unit) } - 1
            documents.append(UInt32(document))
        }
        return documents
    }
}
