/// `%E6%B2%B3` → bytes; a sign that is none stays.
enum PercentEncoding {
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "%")) else { return Array(bytes) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
                let byte = UInt8(
                    String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                out.append(byte)
                index += 3
            } else {
                out.append(bytes[index])
                index += 1
            }
        }
        return out
    }
}

extension String {
    /// The text with `%E4%BD%A0` read as UTF-8; `nil` when that is none.
    var removingPercentEscapes: String? {
        let out = PercentEncoding.decoded(Array(utf8)[...])
        return UTF8Validity.firstInvalid(out) == nil ? String(decoding: out, as: UTF8.self) : nil
    }
}
