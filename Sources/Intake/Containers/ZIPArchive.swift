/// The files in a ZIP archive, by its central directory (APPNOTE.TXT 4.3): what Word and EPUB
/// files are.
struct ZIPArchive {
    private struct Entry {
        /// Where its local header begins.
        var offset: Int
        var packed: Int
        /// 0 stored, 8 deflate.
        var method: Int
    }

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]

    /// `nil` if there is no directory.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        // The end of the directory is within the last 64 kB: only a comment may follow it.
        var end = bytes.count - 22
        let least = max(0, end - 0xFFFF)
        while end >= least, end >= 0, !bytes[end...].starts(with: [0x50, 0x4B, 5, 6]) { end -= 1 }
        guard end >= least, end >= 0, let start = number(4, at: end + 16),
            let count = number(2, at: end + 10)
        else { return nil }
        var index = start
        for _ in 0..<count {
            guard index + 46 <= bytes.count, bytes[index...].starts(with: [0x50, 0x4B, 1, 2]),
                let method = number(2, at: index + 10), let packed = number(4, at: index + 20),
                let nameLength = number(2, at: index + 28), let extra = number(2, at: index + 30),
                let comment = number(2, at: index + 32), let offset = number(4, at: index + 42),
                index + 46 + nameLength <= bytes.count
            else { return }
            let name = String(
                decoding: bytes[(index + 46)..<(index + 46 + nameLength)], as: UTF8.self)
            entries[name] = Entry(offset: offset, packed: packed, method: method)
            index += 46 + nameLength + extra + comment
        }
    }

    /// Names of files, sorted.
    var names: [String] { entries.keys.sorted() }

    /// A file's bytes; `nil` when they are damaged, encrypted or more than `most`.
    func file(_ name: String, most: Int) -> [UInt8]? {
        guard let entry = entries[name], let nameLength = number(2, at: entry.offset + 26),
            let extra = number(2, at: entry.offset + 28),
            let flags = number(2, at: entry.offset + 6),
            flags & 1 == 0
        else { return nil }
        let start = entry.offset + 30 + nameLength + extra
        guard start + entry.packed <= bytes.count else { return nil }
        let content = bytes[start..<(start + entry.packed)]
        switch entry.method {
        case 0: return content.count <= most ? Array(content) : nil
        case 8:
            let result = Inflate.bytes(of: content, as: .raw, most: most)
            return result.isDamaged || result.isTooLarge ? nil : result.bytes
        default: return nil
        }
    }

    /// Little-endian.
    private func number(_ size: Int, at offset: Int) -> Int? {
        guard offset >= 0, offset + size <= bytes.count else { return nil }
        return (0..<size).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
}
