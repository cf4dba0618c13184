/// Reads what `RecordWriter` wrote.
///
/// Every length is checked against what is left.
public struct RecordReader {
    public struct Malformed: Error {
        public init() {}
    }

    private let bytes: [UInt8]
    private var at: Int

    public init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        at = start
    }

    /// Reads what `RecordWriter.sealed` gave.
    ///
    /// - Returns: `nil` when it begins otherwise or its checksum is wrong.
    public init?(sealed bytes: [UInt8], _ signature: [UInt8]) {
        let start = signature.count + RecordWriter.checksumSize
        guard bytes.count >= start, bytes.starts(with: signature) else { return nil }
        let sum = RecordWriter.bytes(of: Fingerprint(of: bytes[start...]))
        guard bytes[signature.count..<start].elementsEqual(sum) else { return nil }
        self.init(bytes, from: start)
    }

    public var isAtEnd: Bool { at == bytes.count }

    public mutating func number() throws -> Int {
        Int(Int64(bitPattern: try word()))
    }

    public mutating func shortNumber() throws -> Int {
        guard let number = Varint.read(bytes, at: &at) else { throw Malformed() }
        return Int(Int64(bitPattern: number))
    }

    /// A short number of things that take at least a byte each.
    public mutating func shortCount() throws -> Int {
        let count = try shortNumber()
        guard count >= 0, count <= bytes.count - at else { throw Malformed() }
        return count
    }

    public mutating func text() throws -> String {
        let count = try number()
        guard count >= 0, count <= bytes.count - at else { throw Malformed() }
        defer { at += count }
        return String(decoding: bytes[at..<at + count], as: UTF8.self)
    }

    public mutating func optionalText() throws -> String? {
        try number() == 0 ? nil : try text()
    }

    public mutating func piece() throws -> [UInt8] {
        let count = try number()
        guard count >= 0, count <= bytes.count - at else { throw Malformed() }
        defer { at += count }
        return Array(bytes[at..<at + count])
    }

    public mutating func range() throws -> Range<Int> {
        let (start, count) = (try shortNumber(), try shortNumber())
        guard start >= 0, count >= 0, start <= Int.max - count else { throw Malformed() }
        return start..<start + count
    }

    public mutating func fingerprint() throws -> Fingerprint {
        let high = try word()
        return Fingerprint(high: high, low: try word())
    }

    public mutating func hash() throws -> ContentHash {
        guard bytes.count - at >= 32 else { throw Malformed() }
        defer { at += 32 }
        return bytes.withUnsafeBytes {
            ContentHash(stored: UnsafeRawBufferPointer(rebasing: $0[at..<at + 32]))
        }
    }

    public mutating func list<Element>(_ each: (inout RecordReader) throws -> Element) throws
        -> [Element]
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
