import Archive

/// Reads what `RecordWriter` wrote.
///
/// Every length is checked against what is left.
struct RecordReader {
    struct Malformed: Error {}

    private let bytes: [UInt8]
    private var at: Int

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        at = start
    }

    var isAtEnd: Bool { at == bytes.count }

    mutating func number() throws -> Int {
        Int(Int64(bitPattern: try word()))
    }

    mutating func text() throws -> String {
        let count = try number()
        guard count >= 0, count <= bytes.count - at else { throw Malformed() }
        defer { at += count }
        return String(decoding: bytes[at..<at + count], as: UTF8.self)
    }

    mutating func optionalText() throws -> String? {
        try number() == 0 ? nil : try text()
    }

    mutating func fingerprint() throws -> Fingerprint {
        let high = try word()
        return Fingerprint(high: high, low: try word())
    }

    mutating func list<Element>(_ each: (inout RecordReader) throws -> Element) throws -> [Element]
    {
        let count = try number()
        guard count >= 0, count <= bytes.count - at else { throw Malformed() }
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try each(&self)) }
        return elements
    }

    private mutating func word() throws -> UInt64 {
        guard bytes.count - at >= 8 else { throw Malformed() }
        defer { at += 8 }
        return bytes.withUnsafeBytes {
            UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        }
    }
}
