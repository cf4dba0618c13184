/// A `data:` address (RFC 2397) → its bytes.
enum DataAddress {
    /// `nil` when it is none.
    static func bytes(_ address: ArraySlice<UInt8>) -> [UInt8]? {
        guard address.prefix(5).elementsEqual("data:".utf8, by: { $0 | 0x20 == $1 | 0x20 }),
            let comma = address.prefix(400).firstIndex(of: UInt8(ascii: ","))
        else { return nil }
        let content = address[(comma + 1)...]
        let kind = String(decoding: address[..<comma], as: UTF8.self).lowercased()
        return kind.hasSuffix(";base64")
            ? TransferEncoding.base64(PercentEncoding.decoded(content)[...])
            : PercentEncoding.decoded(content)
    }
}

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
