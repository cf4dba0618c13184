#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The one door to the C library's `iconv`.
enum EncodingConverter {
    /// `bytes` in UTF-8; each byte that means nothing in `encoding` becomes U+FFFD.
    ///
    /// `firstInvalid` is the offset of the first of them, `invalid` their number.
    static func utf8(
        from bytes: ArraySlice<UInt8>, in encoding: CharacterEncoding
    ) -> (text: [UInt8], invalid: Int, firstInvalid: Int?) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 3 / 2)
        guard let converter = iconv_open("UTF-8", encoding.rawValue),
            Int(bitPattern: converter) != -1
        else {
            return ([], bytes.count, bytes.startIndex)
        }
        defer { iconv_close(converter) }
        var invalid = 0
        var firstInvalid: Int?
        var input = Array(bytes)
        let total = input.count
        var done = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
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
        return (text, invalid, firstInvalid)
    }
}

/// An encoding that `add` can read; the raw value is its name in iconv.
enum CharacterEncoding: String, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"
    case big5 = "BIG5-HKSCS"
    case windows1252 = "CP1252"

    /// The name for readers.
    var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        case .gb18030: "GB18030"
        case .big5: "Big5"
        case .windows1252: "Windows-1252"
        }
    }
}
