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
