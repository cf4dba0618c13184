/// The units of one page, put together: one result.
struct SearchDocument {
    var kind: SearchUnit.Kind
    var path: String
    var title: String
    var names: [String]
    var date: String
    var textPath: String?
    /// What the file at `textPath` holds, or what no file of the site holds.
    var text: [UInt8] = []
    var sentences: [(offset: Int, number: Int)] = []
    var facets: [(facet: String, value: String)]

    init(_ unit: SearchUnit) {
        kind = unit.kind
        path = unit.path
        title = unit.title
        names = unit.names
        date = unit.date
        textPath = unit.textPath
        facets = [("kind", unit.kind.name)] + unit.facets
    }

    mutating func add(_ unit: SearchUnit) {
        sentences += unit.sentences
        if textPath == nil {
            if !text.isEmpty { text += [0x0A, 0x0A] }
        } else if unit.textRange.lowerBound > text.count {
            let gap = unit.textRange.lowerBound - text.count
            text += [UInt8](repeating: 0x0A, count: gap)
        }
        text += unit.text
        for facet in unit.facets where !facets.contains(where: { $0 == facet }) {
            facets.append(facet)
        }
    }
}

extension SearchUnit.Kind {
    /// Value of the facet `kind`.
    public var name: String {
        switch self {
        case .article: "article"
        case .person: "person"
        case .product: "product"
        case .organization: "organization"
        case .claim: "claim"
        }
    }
}
