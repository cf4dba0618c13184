/// The name of an index file: 40 bits of its content's hash, as eight lower-case letters and digits
/// (base 32), so that names differ on every file system.
///
/// The hash takes eight bytes in one step: it mixes them with what came before, multiplies to
/// 128 bits and folds the halves onto one another.
/// Source: Wang Yi, wyhash (public domain), https://github.com/wangyi-fudan/wyhash
enum ContentHash {
    static let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    /// A letter's place among all, as names are sorted: digits stand before letters.
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
