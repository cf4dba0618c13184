#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Bytes → UTF-8, as the Encoding Standard decodes them, through the C library's `iconv`.
///
/// 1. An encoding of single bytes is a table of 128 characters, which `iconv` fills one by one: its
///    converters of Hebrew and Vietnamese would join letters with the marks after them.
/// 2. ISO-2022-JP and the rarer rows of EUC-JP are rewritten as Shift_JIS, whose converter has all
///    of
///    JIS X 0208 as the Standard has it.
/// 3. Where the Standard and the C library differ (`EncodingExceptions`), the Standard is right.
enum EncodingConverter {
    /// Each byte that means nothing in `encoding` becomes U+FFFD.
    ///
    /// `firstInvalid` is the offset of the first of them, `invalid` their number.
    static func utf8(
        from bytes: ArraySlice<UInt8>, in encoding: CharacterEncoding
    ) -> (text: [UInt8], invalid: Int, firstInvalid: Int?) {
        if encoding.isSingleByte { return SingleByteTable(encoding).utf8(from: bytes) }
        switch encoding.id {
        case "iso-2022-jp": return JapaneseMail.utf8(from: bytes)
        case "gbk", "gb18030", "big5", "euc-jp":
            return EncodingExceptions.utf8(from: bytes, in: encoding)
        default: return utf8(from: bytes, charset: encoding.iconvName)
        }
    }

    /// `charset` is a name of the C library.
    static func utf8(
        from bytes: ArraySlice<UInt8>, charset: String
    ) -> (text: [UInt8], invalid: Int, firstInvalid: Int?) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 3 / 2)
        guard let converter = iconv_open("UTF-8", charset), Int(bitPattern: converter) != -1 else {
            return ([], bytes.count, bytes.startIndex)
        }
        defer { iconv_close(converter) }
        var invalid = 0
        var firstInvalid: Int?
        var input = Array(bytes)
        let total = input.count
        var done = 0
        var buffer = [UInt8](repeating: 0, count: min(1 << 16, total * 4 + 64))
        while done < total {
            var remaining = total - done
            let (written, failure) = input.withUnsafeMutableBytes { source in
                buffer.withUnsafeMutableBytes { target in
                    var from = source.baseAddress?.advanced(by: done).assumingMemoryBound(
                        to: CChar.self)
                    var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var room = target.count
                    let result = iconv(converter, &from, &remaining, &to, &room)
                    return (target.count - room, result == -1 ? errno : 0)
                }
            }
            text.append(contentsOf: buffer[..<written])
            done = total - remaining
            if failure == EILSEQ || failure == EINVAL {
                invalid += 1
                firstInvalid = firstInvalid ?? bytes.startIndex + done
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                done += 1
            }
        }
        // Some converters hold a letter back until they know what follows.
        let rest = buffer.withUnsafeMutableBytes { target in
            var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
            var room = target.count
            return iconv(converter, nil, nil, &to, &room) == 0 ? target.count - room : 0
        }
        text.append(contentsOf: buffer[..<rest])
        return (text, invalid, firstInvalid)
    }
}

/// The upper half of an encoding whose every byte is one character.
struct SingleByteTable {
    /// UTF-8 of the bytes from 0x80 on; empty for those that mean nothing.
    private let high: [[UInt8]]

    init(_ encoding: CharacterEncoding) {
        let own = Self.differences[encoding.id] ?? [:]
        high = (UInt8(0x80)...0xFF).map { byte in
            if let character = own[byte] { return Array(character.utf8) }
            if encoding.id == "x-user-defined" {
                return Array(String(Unicode.Scalar(0xF700 + UInt32(byte)) ?? "\u{FFFD}").utf8)
            }
            let (text, invalid, _) = EncodingConverter.utf8(
                from: [byte], charset: encoding.iconvName)
            if invalid == 0, !text.isEmpty { return text }
            // The Standard has control characters where Windows has none.
            return byte < 0xA0 && encoding.id.hasPrefix("windows-") ? [0xC2, byte] : []
        }
    }

    func utf8(from bytes: ArraySlice<UInt8>) -> (text: [UInt8], invalid: Int, firstInvalid: Int?) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        var invalid = 0
        var first: Int?
        for (index, byte) in zip(bytes.indices, bytes) {
            if byte < 0x80 {
                text.append(byte)
                continue
            }
            let character = high[Int(byte) - 0x80]
            if character.isEmpty {
                invalid += 1
                first = first ?? index
                text += [0xEF, 0xBF, 0xBD]
            } else {
                text += character
            }
        }
        return (text, invalid, first)
    }

    /// Where the C library has another character.
    private static let differences: [String: [UInt8: Character]] = [
        "koi8-u": [0xAE: "ў", 0xBE: "Ў"],
        "macintosh": [0xC6: "∆", 0xF0: "\u{F8FF}"],
        "windows-1255": [0xCA: "\u{5BA}"],
        "x-mac-cyrillic": [0xFF: "€"],
    ]
}

/// ISO-2022-JP: escape sequences switch between ASCII, katakana and pairs of seven bits.
enum JapaneseMail {
    private enum Mode { case ascii, katakana, pairs }

    /// Whether bytes switch to Japanese.
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        for (index, byte) in bytes.enumerated() where byte == 0x1B {
            let next = bytes[(index + 1)...].prefix(2)
            if next.elementsEqual("$B".utf8) || next.elementsEqual("$@".utf8) { return true }
        }
        return false
    }

    static func utf8(
        from bytes: ArraySlice<UInt8>
    ) -> (text: [UInt8], invalid: Int, firstInvalid: Int?) {
        var shifted: [UInt8] = []
        shifted.reserveCapacity(bytes.count)
        var mode = Mode.ascii
        var at = bytes.startIndex
        var invalid = 0
        var first: Int?
        while at < bytes.endIndex {
            let byte = bytes[at]
            if byte == 0x1B, let (next, length) = escape(bytes[at...]) {
                mode = next
                at += length
            } else if mode == .pairs, at + 1 < bytes.endIndex, 0x21...0x7E ~= byte,
                0x21...0x7E ~= bytes[at + 1]
            {
                shifted += ShiftedPair.bytes(row: byte, cell: bytes[at + 1])
                at += 2
            } else if mode == .katakana, 0x21...0x5F ~= byte {
                shifted.append(byte + 0x80)
                at += 1
            } else {
                if byte >= 0x80 || byte == 0x1B {
                    invalid += 1
                    first = first ?? at
                }
                shifted.append(byte < 0x80 ? byte : 0x1A)
                at += 1
            }
        }
        let decoded = EncodingConverter.utf8(from: shifted[...], charset: "CP932")
        return (
            decoded.text, invalid + decoded.invalid,
            first ?? decoded.firstInvalid.map { min($0 + bytes.startIndex, bytes.endIndex) }
        )
    }

    private static func escape(_ bytes: ArraySlice<UInt8>) -> (Mode, Int)? {
        let sequences: [(String, Mode)] = [
            ("(B", .ascii), ("(J", .ascii), ("(I", .katakana), ("$@", .pairs), ("$B", .pairs),
        ]
        for (sign, mode) in sequences where bytes.dropFirst().starts(with: sign.utf8) {
            return (mode, 3)
        }
        return nil
    }
}

/// A pair of JIS X 0208 (each byte 0x21 to 0x7E) as Shift_JIS writes it.
enum ShiftedPair {
    static func bytes(row: UInt8, cell: UInt8) -> [UInt8] {
        let lead = (row - 0x21) / 2 + (row < 0x5F ? 0x81 : 0xC1)
        let trail =
            row % 2 == 1 ? cell + (cell < 0x60 ? 0x1F : 0x20) : cell + 0x7E
        return [lead, trail]
    }
}
