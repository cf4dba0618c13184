/// Writes values one after another: numbers as eight bytes, lowest first, or as varints;
/// length-prefixed strings.
public struct RecordWriter {
    public private(set) var bytes: [UInt8] = []
    /// Where what is written begins.
    private var start = 0

    public init() {}

    /// A writer of a record that begins with a signature and is sealed.
    public init(signature: [UInt8]) {
        bytes = signature + [UInt8](repeating: 0, count: Self.checksumSize)
        start = bytes.count
    }

    public static let checksumSize = 16

    public mutating func write(_ number: Int) {
        write(UInt64(bitPattern: Int64(number)))
    }

    /// As a varint: for small numbers that are many.
    public mutating func write(short number: Int) {
        Varint.append(UInt64(bitPattern: Int64(number)), to: &bytes)
    }

    public mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    public mutating func write(_ text: String?) {
        write(text == nil ? 0 : 1)
        if let text { write(text) }
    }

    public mutating func write(_ piece: [UInt8]) {
        write(piece.count)
        bytes += piece
    }

    /// Without their count, which the reader knows.
    public mutating func write(bytes piece: ArraySlice<UInt8>) {
        bytes += piece
    }

    public mutating func write(_ range: Range<Int>) {
        write(short: range.lowerBound)
        write(short: range.count)
    }

    public mutating func write(_ fingerprint: Fingerprint) {
        write(fingerprint.high)
        write(fingerprint.low)
    }

    public mutating func write(_ hash: ContentHash) {
        hash.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    public mutating func write<Element>(
        _ elements: [Element], _ each: (inout RecordWriter, Element) -> Void
    ) {
        write(elements.count)
        for element in elements { each(&self, element) }
    }

    /// The signature, a checksum, and what was written.
    public consuming func sealed() -> [UInt8] {
        let sum = Self.bytes(of: Fingerprint(of: bytes[start...]))
        bytes.replaceSubrange(start - Self.checksumSize..<start, with: sum)
        return bytes
    }

    public static func bytes(of fingerprint: Fingerprint) -> [UInt8] {
        var writer = RecordWriter()
        writer.write(fingerprint)
        return writer.bytes
    }

    public mutating func reserveCapacity(_ bytes: Int) { self.bytes.reserveCapacity(bytes) }

    private mutating func write(_ word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
