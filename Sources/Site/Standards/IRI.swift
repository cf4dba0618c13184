/// Addresses of other sites as valid IRIs.
enum IRI {
    /// Percent-encodes the characters that an IRI must not contain: white space, control
    /// characters, `<>"{}|\^` and the grave accent.
    ///
    /// Source: RFC 3987, section 2.2
    static func of(_ address: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in address.utf8 {
            switch byte {
            case 0...0x20, 0x7F, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D:
                bytes += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The IRI of a Wikidata item such as `Q42`; `nil` when `item` is not a valid id.
    static func wikidata(_ item: String) -> String? {
        guard item.utf8.first == 0x51, item.utf8.count > 1,
            item.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return "http://www.wikidata.org/entity/\(item)"
    }
}
