import Text

/// The files of an index as values.
struct IndexReader {
    private let read: (String) -> [UInt8]?
    /// Shards, or directories of shards, by first key.
    private let top: ShardList
    private let hasDirectories: Bool
    private let blocks: [String]
    private let facetFiles: [String]
    private let blockSize: Int
    /// By number.
    private let kinds: [SearchUnit.Kind]
    /// Facet, first value, index in `facetFiles`.
    private let facetParts: [(facet: String, first: String, file: Int)]
    /// First passage of each document; one more at the end.
    let firstPassages: [UInt32]
    private let limits: Posting.Limits
    /// Pairs that occur nearly everywhere.
    let common: Set<[UInt8]>

    var documents: Int { limits.documents }

    init(_ read: @escaping (String) -> [UInt8]?) throws(SearchIndexError) {
        self.read = read
        guard let bytes = read("search/manifest.json") else { throw .missing }
        guard let manifest = JSONValue.parsed(bytes), let format = manifest["format"]?.int else {
            throw .damaged("search/manifest.json")
        }
        guard format == SearchIndexBuilder.format else { throw .otherFormat(format) }
        var firsts = BitReader(manifest["firstPassages"]?.text ?? [])
        guard let documents = manifest["documents"]?.int, let passages = manifest["passages"]?.int,
            let firstPassages = firsts.list(count: documents, below: passages),
            let top = ShardList(manifest["keys"], manifest["directories"] ?? manifest["shards"]),
            let blockSize = manifest["blockSize"]?.int, blockSize > 0,
            let parts = manifest["facets"]?.items
        else { throw .damaged("search/manifest.json") }
        self.top = top
        hasDirectories = manifest["directories"] != nil
        self.blockSize = blockSize
        kinds = SearchUnit.Kind.all(
            with: manifest["furtherKinds"]?.string?.split(separator: "\n").map(String.init) ?? [])
        blocks = ShardList.names(manifest["blocks"])
        facetFiles = ShardList.names(manifest["facetFiles"])
        common = Self.pairs(manifest["common"]?.text ?? [])
        self.firstPassages = firstPassages + [UInt32(passages)]
        limits = Posting.Limits(passages: passages, documents: documents)
        facetParts = parts.compactMap { part in
            guard let items = part.items, items.count == 3, let facet = items[0].string,
                let first = items[1].string, let file = items[2].int
            else { return nil }
            return (facet, first, file)
        }
        guard facetParts.count == parts.count else {
            throw .damaged("search/manifest.json")
        }
    }

    /// A text file of the site.
    func text(_ path: String) throws(SearchIndexError) -> [UInt8] {
        guard let bytes = read(path) else { throw .damaged(path) }
        return bytes
    }

    /// The posting of a key, or of all keys of a range together.
    func posting(_ lookup: TermPlan.Lookup) throws(SearchIndexError) -> Posting {
        let wanted: [UInt8]
        var isRange = false
        switch lookup {
        case .key(let key): wanted = key
        case .pair(let key, _): wanted = key
        case .range(let prefix): (wanted, isRange) = (prefix, true)
        }
        var union = PostingUnion(limits)
        for shard in try shards(wanted, isRange) {
            guard let items = try tree(shard).items, items.count == 2, let keys = items[0].text,
                let postings = items[1].text
            else { throw .damaged(path(shard)) }
            var input = BitReader(postings)
            for key in IndexKey.expanded(keys) {
                guard var posting = Posting(&input, limits, isPair: IndexKey.isPair(key)) else {
                    throw .damaged(path(shard))
                }
                guard isRange ? key.starts(with: wanted) : key == wanted else { continue }
                guard case .pair(_, let offset) = lookup else {
                    union.insert(posting)
                    continue
                }
                posting.move(back: offset)
                return posting
            }
        }
        return union.take()
    }

    /// Documents that hold a passage or have a title of a posting, ascending.
    func documents(of posting: Posting) -> [UInt32] {
        var documents: [UInt32] = []
        for passage in posting.passages
        where documents.isEmpty || passage >= firstPassages[Int(documents[documents.count - 1]) + 1]
        {
            documents.append(UInt32(firstPassages.partitioningIndex { $0 > passage } - 1))
        }
        return Set(documents + posting.titles).sorted()
    }

    /// In how many passages two postings would meet if they had nothing to do with each other.
    func chance(of a: Posting, _ b: Posting) -> Int {
        let positions = a.positions.isEmpty || b.positions.isEmpty ? 1 : Int(TermKey.positions)
        return a.passages.count * b.passages.count / (max(1, limits.passages) * positions)
    }

    /// Passages of a document.
    func passages(of document: UInt32) -> Range<UInt32> {
        firstPassages[Int(document)]..<firstPassages[Int(document) + 1]
    }

    /// The rows of documents, by number; every block is read once.
    func rows(_ documents: [UInt32]) throws(SearchIndexError) -> [UInt32: DocumentRow] {
        var rows: [UInt32: DocumentRow] = [:]
        var file = -1
        var block: [JSONValue] = []
        for document in documents.sorted() {
            let number = Int(document)
            if number / blockSize != file {
                file = number / blockSize
                guard file < blocks.count else { throw .damaged("search/manifest.json") }
                block = try tree(blocks[file]).items ?? []
            }
            guard number % blockSize < block.count,
                let row = DocumentRow(block[number % blockSize], kinds: kinds)
            else {
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
                    let label = items[1].string, let documents = list(items[2])
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

    /// Names of the shards that may hold a key, or the keys of a range.
    private func shards(_ key: [UInt8], _ isRange: Bool) throws(SearchIndexError) -> [String] {
        let names = top.names(key, isRange: isRange)
        guard hasDirectories else { return names }
        var shards = ShardList()
        for name in names {
            guard let items = try tree(name).items, items.count == 2,
                let list = ShardList(items[0], items[1])
            else { throw .damaged(path(name)) }
            shards.append(list)
        }
        return shards.names(key, isRange: isRange)
    }

    /// Two characters each.
    private static func pairs(_ text: [UInt8]) -> Set<[UInt8]> {
        var pairs: Set<[UInt8]> = []
        var at = 0
        while at < text.count {
            let start = at
            at += UTF8Scalars.decode(text, at: at).length
            if at < text.count { at += UTF8Scalars.decode(text, at: at).length }
            pairs.insert(Array(text[start..<at]))
        }
        return pairs
    }

    /// A list of documents with its length before it.
    private func list(_ tree: JSONValue) -> [UInt32]? {
        var input = BitReader(tree.text ?? [])
        return input.number().flatMap { input.list(count: Int($0), below: limits.documents) }
    }

    private func tree(_ name: String) throws(SearchIndexError) -> JSONValue {
        guard let bytes = read(path(name)), let tree = JSONValue.parsed(bytes) else {
            throw .damaged(path(name))
        }
        return tree
    }

    private func path(_ name: String) -> String { "search/\(name).json" }
}

extension RandomAccessCollection where Index == Int {
    /// The first index whose element passes; all after it pass too.
    func partitioningIndex(where passes: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if passes(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Files by the first key that each holds, ascending.
struct ShardList {
    private var keys: [ArraySlice<UInt8>] = []
    private var names: [String] = []

    init() {}

    /// `nil` when there are not as many names as keys.
    init?(_ keys: JSONValue?, _ names: JSONValue?) {
        guard let keys = keys?.text else { return nil }
        self.keys = keys.split(separator: 0x20)
        self.names = Self.names(names)
        guard self.keys.count == self.names.count else { return nil }
    }

    mutating func append(_ other: ShardList) {
        keys += other.keys
        names += other.names
    }

    /// The last file that begins at or before the key, and for a range those after it that begin
    /// with it.
    func names(_ key: [UInt8], isRange: Bool) -> [String] {
        guard !keys.isEmpty else { return [] }
        let start = max(0, keys.partitioningIndex { key.lexicographicallyPrecedes($0) } - 1)
        var end = start + 1
        if isRange { while end < keys.count, keys[end].starts(with: key) { end += 1 } }
        return Array(names[start..<end])
    }

    static func names(_ written: JSONValue?) -> [String] {
        PackedFileNames.read(written?.text ?? [])
    }
}

/// Reads files of a site, each file of the index once, and notes them.
final class ReadLog {
    private let source: (String) -> [UInt8]?
    private var known: [String: [UInt8]] = [:]
    private var texts: [(path: String, bytes: Int)] = []
    private var order: [String] = []

    init(_ source: @escaping (String) -> [UInt8]?) {
        self.source = source
    }

    func read(_ path: String) -> [UInt8]? {
        if let bytes = known[path] { return bytes }
        guard let bytes = source(path) else { return nil }
        if path.hasPrefix("search/") {
            known[path] = bytes
            order.append(path)
        } else if !texts.contains(where: { $0.path == path }) {
            texts.append((path, bytes.count))
        }
        return bytes
    }

    func forgetTexts() { texts = [] }

    /// In the order of their first access.
    var files: [(path: String, bytes: Int)] {
        order.map { ($0, known[$0]?.count ?? 0) } + texts
    }
}
