import Text

/// Which documents have which value of which facet, packed into few files.
public struct FacetTable: Sendable {
    /// Bytes after which a file ends.
    static let fileSize = 24_000
    /// What the search page shows first is written first, so that it is in few files.
    static let order = [
        "kind", "year", "language", "status", "outlet", "organization", "product", "person",
    ]

    /// Facet, its first value in the file, and the file: entries of the manifest.
    private(set) var parts: [(facet: String, first: String, file: Int)] = []
    private(set) var files: [IndexFile] = []
    /// Numbers of values, by facet.
    private var numbers: [String: [String: Int]] = [:]
    /// Documents by number of a value.
    private var lists: [[UInt32]] = []
    /// How many documents there are in the index.
    private var documents = 0
    private var bytes: [UInt8] = []

    public init() {}

    /// A number for a value of a facet, for `add`.
    public mutating func number(of value: String, in facet: String) -> Int {
        if let number = numbers[facet]?[value] { return number }
        numbers[facet, default: [:]][value] = lists.count
        lists.append([])
        return lists.count - 1
    }

    /// Records that a document has a value.
    ///
    /// Documents come in ascending order.
    public mutating func add(_ value: Int, to document: Int) {
        if lists[value].last != UInt32(document) { lists[value].append(UInt32(document)) }
    }

    /// All values with their documents: two tables with the same bytes are the same.
    public var encoded: [UInt8] {
        var bytes: [UInt8] = []
        for (facet, values) in numbers.sorted(by: { $0.key < $1.key }) {
            bytes += facet.utf8 + [0]
            for (value, number) in values.sorted(by: { $0.key < $1.key }) {
                bytes += value.utf8 + [0]
                for document in lists[number] {
                    withUnsafeBytes(of: document.littleEndian) { bytes += $0 }
                }
                bytes += [0xFF, 0xFF, 0xFF, 0xFF]
            }
        }
        return bytes
    }

    /// - Parameter labels: words for values, by facet and value; a value without one is shown
    ///   itself.
    mutating func write(labels: [String: [String: String]], documents: Int) {
        self.documents = documents
        let others = numbers.keys.filter { !Self.order.contains($0) }.sorted()
        for facet in Self.order + others {
            guard let values = numbers[facet] else { continue }
            var isOpen = false
            for (value, number) in values.sorted(by: {
                $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
            }) where !lists[number].isEmpty {
                if bytes.count > Self.fileSize {
                    cut(isOpen)
                    isOpen = false
                }
                open(facet, value, isOpen)
                isOpen = true
                row(value, labels[facet]?[value] ?? value, lists[number])
            }
            if isOpen { bytes += [0x5D, 0x0A] }
        }
        cut(false)
        lists = []
        numbers = [:]
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
        JSONText.append(utf8: bits.bytes, to: &bytes)
        bytes += [0x5D]
    }

    private mutating func cut(_ isOpen: Bool) {
        guard !bytes.isEmpty else { return }
        if isOpen { bytes += [0x5D, 0x0A] }
        files.append(IndexFile(bytes + [0x7D, 0x0A]))
        bytes.removeAll(keepingCapacity: true)
    }
}
