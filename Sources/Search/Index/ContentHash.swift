/// The name of an index file: 40 bits of its content's FNV-1a hash, finished as MurmurHash3 does,
/// as eight lower-case letters and digits (base 32), so that names differ on every file system.
enum ContentHash {
    static let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    /// A letter's place among all, as names are sorted: digits stand before letters.
    static func rank(of letter: UInt8) -> UInt64 {
        UInt64(letter < 0x61 ? letter - 0x32 : letter - 0x61 + 6)
    }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ hash >> 33
    }

    static func name(_ bytes: some Sequence<UInt8>) -> String {
        let hash = of(bytes)
        let name = (0..<UInt64(8)).map { letters[Int(hash >> (24 + 5 * $0) & 31)] }
        return String(decoding: name, as: UTF8.self)
    }
}
