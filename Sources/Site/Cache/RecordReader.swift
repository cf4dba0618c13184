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

    /// Reads what `RecordWriter.sealed` gave.
    ///
    /// - Returns: `nil` when it begins otherwise or its checksum is wrong.
    init?(sealed bytes: [UInt8], _ signature: [UInt8]) {
        let start = signature.count + RecordWriter.checksumSize
        guard bytes.count >= start, bytes.starts(with: signature) else { return nil }
        let sum = RecordWriter.bytes(of: Fingerprint(of: bytes[start...]))
        guard bytes[signature.count..<start].elementsEqual(sum) else { return nil }
        self.init(bytes, from: start)
    }

    var isAtEnd: Bool { at == bytes.count }

    mutating func number() throws -> Int {
        Int(Int64(bitPattern: try word()))
    }

    mutating func shortNumber() throws -> Int {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard at < bytes.count else { throw Malformed() }
            let byte = bytes[at]
            at += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(Int64(bitPattern: number)) }
        }
        throw Malformed()
    }

    /// A short number of things that take at least a byte each.
    mutating func shortCount() throws -> Int {
        let count = try shortNumber()
        guard count >= 0, count <= bytes.count - at else { throw Malformed() }
        return count
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

    mutating func piece() throws -> [UInt8] {
        let count = try number()
        guard count >= 0, count <= bytes.count - at else { throw Malformed() }
        defer { at += count }
        return Array(bytes[at..<at + count])
    }

    mutating func range() throws -> Range<Int> {
        let (start, count) = (try shortNumber(), try shortNumber())
        guard start >= 0, count >= 0, start <= Int.max - count else { throw Malformed() }
        return start..<start + count
    }

    mutating func fingerprint() throws -> Fingerprint {
        let high = try word()
        return Fingerprint(high: high, low: try word())
    }

    mutating func hash() throws -> ContentHash {
        guard bytes.count - at >= 32 else { throw Malformed() }
        defer { at += 32 }
        return bytes.withUnsafeBytes {
            ContentHash(stored: UnsafeRawBufferPointer(rebasing: $0[at..<at + 32]))
        }
    }

    mutating func paths() throws -> PathTable {
        let (count, size) = (try number(), try number())
        guard count >= 0, size >= 0, size <= bytes.count - at,
            count <= (bytes.count - at - size) / 4
        else { throw Malformed() }
        let names = Array(bytes[at..<at + size])
        at += size
        let ends = bytes.withUnsafeBytes { buffer in
            (0..<count).map {
                UInt32(
                    littleEndian: buffer.loadUnaligned(
                        fromByteOffset: at + 4 * $0, as: UInt32.self))
            }
        }
        at += 4 * count
        guard let paths = PathTable(bytes: names, ends: ends) else { throw Malformed() }
        return paths
    }

    mutating func folderStamp() throws -> FolderStamp {
        FolderStamp(
            device: try number(), inode: try number(), seconds: try number(),
            nanoseconds: try number())
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
