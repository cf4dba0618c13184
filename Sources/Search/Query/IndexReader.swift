import Text

/// The files of an index as values.
struct IndexReader {
    private let read: (String) -> [UInt8]?
    private let keys: [ArraySlice<UInt8>]
    private let shards: [String]
    private let blocks: [String]
    private let facetFiles: [String]
    private let blockSize: Int
    /// Facet, first value, index in `facetFiles`.
    private let facetParts: [(facet: String, first: String, file: Int)]
    /// First unit of each document, its title; one more at the end.
    let firstUnits: [Int]

    var documents: Int { firstUnits.count - 1 }

    init(_ read: @escaping (String) -> [UInt8]?) throws(SearchIndexError) {
        self.read = read
        guard let bytes = read("search/manifest.json") else { throw .missing }
        guard let manifest = JSONTreeReader.read(bytes), let format = manifest["format"]?.int else {
            throw .damaged("search/manifest.json")
        }
        guard format == SearchIndexBuilder.format else { throw .otherFormat(format) }
        guard let counts = PostingList.vlq(manifest["unitCounts"]?.text?[...] ?? []),
            let keys = manifest["keys"]?.text, let blockSize = manifest["blockSize"]?.int, blockSize > 0,
            let parts = manifest["facets"]?.items
        else { throw .damaged("search/manifest.json") }
        self.keys = keys.split(separator: 0x20)
        self.blockSize = blockSize
        shards = Self.names(manifest["shards"])
        blocks = Self.names(manifest["blocks"])
        facetFiles = Self.names(manifest["facetFiles"])
        var first = 0
        firstUnits = [0] + counts.map { count in
            first += Int(count)
            return first
        }
        facetParts = parts.compactMap { part in
            guard let items = part.items, items.count == 3, let facet = items[0].string,
                let first = items[1].string, let file = items[2].int
            else { return nil }
            return (facet, first, file)
        }
        guard shards.count == self.keys.count, facetParts.count == parts.count else {
            throw .damaged("search/manifest.json")
        }
    }

    /// A text file of the site.
    func text(_ path: String) throws(SearchIndexError) -> [UInt8] {
        guard let bytes = read(path) else { throw .damaged(path) }
        return bytes
    }

    /// Units of every key that the lookup names: those that hold it, and those in which it is frequent.
    func units(_ lookup: TermPlan.Lookup) throws(SearchIndexError) -> (all: [UInt32], frequent: [UInt32]) {
        let wanted: [UInt8]
        var isRange = false
        switch lookup {
        case .key(let key): wanted = key
        case .range(let prefix): (wanted, isRange) = (prefix, true)
        }
        var all: [UInt32] = []
        var frequent: [UInt32] = []
        // The last shard that begins at or before the key; a range goes on from there.
        var shard = max(0, keys.partitioningIndex { wanted.lexicographicallyPrecedes($0) } - 1)
        while shard < shards.count {
            for (key, posting) in try entries(shards[shard])
            where isRange ? key.starts(with: wanted) : key.elementsEqual(wanted) {
                guard let lists = PostingList.parse(posting) else { throw .damaged(path(shards[shard])) }
                all += lists.rest + lists.frequent
                frequent += lists.frequent
            }
            shard += 1
            guard isRange, shard < keys.count, keys[shard].starts(with: wanted) else { break }
        }
        return (Self.ascending(all), Self.ascending(frequent))
    }

    /// The rows of documents, by number; every block is read once.
    func rows(_ documents: [UInt32]) throws(SearchIndexError) -> [UInt32: DocumentRow] {
        var rows: [UInt32: DocumentRow] = [:]
        var file = -1
        var block: [JSONTree] = []
        for document in documents.sorted() {
            let number = Int(document)
            if number / blockSize != file {
                file = number / blockSize
                guard file < blocks.count else { throw .damaged("search/manifest.json") }
                block = try tree(blocks[file]).items ?? []
            }
            guard number % blockSize < block.count, let row = DocumentRow(block[number % blockSize]) else {
                throw .damaged(path(blocks[file]))
            }
            rows[document] = row
        }
        return rows
    }

    /// All values of a facet with their documents.
    func facet(_ name: String) throws(SearchIndexError) -> [FacetValue] {
        var values: [FacetValue] = []
        for part in facetParts where part.facet == name {
            guard part.file < facetFiles.count else { throw .damaged("search/manifest.json") }
            for row in try tree(facetFiles[part.file])[name]?.items ?? [] {
                guard let items = row.items, items.count == 3, let value = items[0].string,
                    let label = items[1].string, let documents = PostingList.numbers(items[2].text ?? [])
                else { throw .damaged(path(facetFiles[part.file])) }
                values.append(FacetValue(value: value, label: label, documents: documents))
            }
        }
        return values
    }

    /// In the index's order.
    var facetNames: [String] {
        var names: [String] = []
        for part in facetParts where names.last != part.facet { names.append(part.facet) }
        return names
    }

    struct FacetValue {
        var value: String
        var label: String
        /// Ascending.
        var documents: [UInt32]
    }

    private func entries(
        _ shard: String
    ) throws(SearchIndexError) -> Zip2Sequence<[[UInt8]], [ArraySlice<UInt8>]> {
        guard let items = try tree(shard).items, items.count == 2, let keys = items[0].text,
            let postings = items[1].text
        else { throw .damaged(path(shard)) }
        let entries = (IndexKey.expanded(keys), postings.split(separator: 0x20))
        guard entries.0.count == entries.1.count else { throw .damaged(path(shard)) }
        return zip(entries.0, entries.1)
    }

    private func tree(_ name: String) throws(SearchIndexError) -> JSONTree {
        guard let bytes = read(path(name)), let tree = JSONTreeReader.read(bytes) else {
            throw .damaged(path(name))
        }
        return tree
    }

    private func path(_ name: String) -> String { "search/\(name).json" }

    private static func ascending(_ units: [UInt32]) -> [UInt32] {
        let sorted = units.sorted()
        return sorted.enumerated().filter { $0.offset == 0 || sorted[$0.offset - 1] != $0.element }.map(\.element)
    }

    private static func names(_ joined: JSONTree?) -> [String] {
        let bytes = joined?.text ?? []
        return stride(from: 0, to: bytes.count - bytes.count % 8, by: 8).map {
            String(decoding: bytes[$0..<$0 + 8], as: UTF8.self)
        }
    }
}

extension Array {
    /// The first index whose element passes; all after it pass too.
    func partitioningIndex(where passes: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if passes(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
