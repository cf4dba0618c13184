import Text

/// A file of the index whose name is its content's hash.
struct IndexFile {
    var name: String
    /// JSON with a line end.
    var bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        name = ContentHash.name(bytes)
    }

    var output: OutputFile {
        OutputFile(path: Self.path(name), bytes: bytes)
    }

    static func path(_ name: String) -> String { "search/\(name).json" }
}

/// The name of an index file: 40 bits of its content's hash, as eight lower-case letters and digits
/// (base 32), so that names differ on every file system.
///
/// The hash consumes eight bytes per step: it mixes them with the state, multiplies to 128 bits and
/// XORs the two halves. Source: Wang Yi, wyhash (public domain),
/// https://github.com/wangyi-fudan/wyhash
enum ContentHash {
    static let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    /// Rank of a letter in the sort order of names: digits come before letters.
    static func rank(of letter: UInt8) -> UInt64 {
        UInt64(letter < 0x61 ? letter - 0x32 : letter - 0x61 + 6)
    }

    static func of(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { bytes in
            var hash = folded(UInt64(bytes.count) ^ 0xA076_1D64_78BD_642F)
            var at = 0
            while at + 8 <= bytes.count {
                let eight = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                hash = folded(hash ^ UInt64(littleEndian: eight))
                at += 8
            }
            var rest: UInt64 = 0
            for byte in bytes[at...].reversed() { rest = rest << 8 | UInt64(byte) }
            return folded(folded(hash ^ rest) ^ 0x8EBC_6AF0_9C88_C6E3)
        }
    }

    private static func folded(_ word: UInt64) -> UInt64 {
        let product = word.multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }

    static func name(_ bytes: [UInt8]) -> String {
        let hash = of(bytes)
        let name = (0..<UInt64(8)).map { letters[Int(hash >> (24 + 5 * $0) & 31)] }
        return String(decoding: name, as: UTF8.self)
    }
}

/// A list of names of index files, packed: five bits for each of a name's eight letters.
enum PackedFileNames {
    static func write(_ names: [String]) -> [UInt8] {
        var output = BitWriter()
        for name in names {
            for letter in name.utf8 {
                let value = letter >= 0x61 ? letter - 0x61 : letter - 0x32 + 26
                output.append(UInt32(value), bits: 5)
            }
        }
        output.close()
        return output.bytes
    }

    static func read(_ text: [UInt8]) -> [String] {
        var input = BitReader(text)
        return (0..<text.count * 6 / 40).map { _ in
            let letters = (0..<8).map { _ in ContentHash.letters[Int(input.bits(5) ?? 0)] }
            return String(decoding: letters, as: UTF8.self)
        }
    }
}
