import Text

/// Which documents have which value of which facet, packed into few files.
struct FacetTable {
    /// Bytes after which a file ends.
    static let fileSize = 24_000
    /// What the search page shows first is written first, so that it is in few files.
    static let order = [
        "kind", "year", "language", "status", "outlet", "organization", "product", "person",
    ]

    /// Facet, first value in the file, file: what the manifest says.
    private(set) var parts: [(facet: String, first: String, file: Int)] = []
    private(set) var files: [IndexFile] = []
    /// Documents by facet and value.
    private var lists: [String: [String: [UInt32]]] = [:]
    /// How many documents there are in the index.
    private var documents = 0
    private var bytes: [UInt8] = []

    /// Documents come in ascending order.
    mutating func add(_ document: Int, _ facet: String, _ value: String) {
        var list = lists[facet, default: [:]][value, default: []]
        lists[facet]?[value] = nil
        if list.last != UInt32(document) { list.append(UInt32(document)) }
        lists[facet, default: [:]][value] = list
    }

    /// - Parameter labels: words for values, by facet and value; a value without one is shown
    ///   itself.
    mutating func write(labels: [String: [String: String]], documents: Int) {
        self.documents = documents
        let others = lists.keys.filter { !Self.order.contains($0) }.sorted()
        for facet in Self.order + others {
            guard let values = lists[facet] else { continue }
            var isOpen = false
            for (value, list) in values.sorted(by: {
                $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
            }) {
                if bytes.count > Self.fileSize {
                    cut(isOpen)
                    isOpen = false
                }
                open(facet, value, isOpen)
                isOpen = true
                row(value, labels[facet]?[value] ?? value, list)
            }
            if isOpen { bytes += [0x5D, 0x0A] }
        }
        cut(false)
        lists = [:]
    }

    private mutating func open(_ facet: String, _ value: String, _ isOpen: Bool) {
        guard !isOpen else { return bytes.append(0x2C) }
        bytes.append(bytes.isEmpty ? 0x7B : 0x2C)
        JSONText.append(facet, to: &bytes)
        bytes += [0x3A, 0x5B]
        parts.append((facet, value, files.count))
    }

    private mutating func row(_ value: String, _ label: String, _ list: [UInt32]) {
        bytes.append(0x5B)
        JSONText.append(value, to: &bytes)
        bytes.append(0x2C)
        JSONText.append(label, to: &bytes)
        bytes.append(0x2C)
        var bits = BitWriter()
        bits.append(UInt32(list.count))
        bits.append(list, below: documents)
        bits.close()
        JSONBytes.append(bits.bytes, to: &bytes)
        bytes += [0x5D]
    }

    private mutating func cut(_ isOpen: Bool) {
        guard !bytes.isEmpty else { return }
        if isOpen { bytes += [0x5D, 0x0A] }
        files.append(IndexFile(bytes + [0x7D, 0x0A]))
        bytes.removeAll(keepingCapacity: true)
    }
}
