import Archive

/// Writes a build record: numbers as eight bytes, lowest first, texts behind their length.
struct RecordWriter {
    private(set) var bytes: [UInt8] = []
    /// Where what is written begins.
    private var start = 0

    init() {}

    /// A writer of a record that begins with a signature and is sealed.
    init(signature: [UInt8]) {
        bytes = signature + [UInt8](repeating: 0, count: Self.checksumSize)
        start = bytes.count
    }

    static let checksumSize = 16

    mutating func write(_ number: Int) {
        write(UInt64(bitPattern: Int64(number)))
    }

    /// Seven bits a byte, lowest first: for small numbers that are many.
    mutating func write(short number: Int) {
        var rest = UInt64(bitPattern: Int64(number))
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write(_ text: String?) {
        write(text == nil ? 0 : 1)
        if let text { write(text) }
    }

    mutating func write(_ piece: [UInt8]) {
        write(piece.count)
        bytes += piece
    }

    /// Without their number, which the reader knows.
    mutating func write(bytes piece: ArraySlice<UInt8>) {
        bytes += piece
    }

    mutating func write(_ range: Range<Int>) {
        write(short: range.lowerBound)
        write(short: range.count)
    }

    mutating func write(_ fingerprint: Fingerprint) {
        write(fingerprint.high)
        write(fingerprint.low)
    }

    mutating func write(_ hash: ContentHash) {
        hash.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ paths: PathTable) {
        write(paths.count)
        write(paths.bytes.count)
        bytes.append(contentsOf: paths.bytes)
        for end in paths.ends {
            withUnsafeBytes(of: end.littleEndian) { bytes.append(contentsOf: $0) }
        }
    }

    mutating func write(_ stamp: FolderStamp) {
        for number in [stamp.device, stamp.inode, stamp.seconds, stamp.nanoseconds] {
            write(number)
        }
    }

    mutating func write<Element>(
        _ elements: [Element], _ each: (inout RecordWriter, Element) -> Void
    ) {
        write(elements.count)
        for element in elements { each(&self, element) }
    }

    /// What was written, behind its signature and a checksum.
    consuming func sealed() -> [UInt8] {
        let sum = Self.bytes(of: Fingerprint(of: bytes[start...]))
        bytes.replaceSubrange(start - Self.checksumSize..<start, with: sum)
        return bytes
    }

    static func bytes(of fingerprint: Fingerprint) -> [UInt8] {
        var writer = RecordWriter()
        writer.write(fingerprint)
        return writer.bytes
    }

    mutating func reserveCapacity(_ bytes: Int) { self.bytes.reserveCapacity(bytes) }

    private mutating func write(_ word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
