import Text

/// The picture formats that are copied into an archive, recognised by their first bytes.
///
/// SVG is not among them: it can contain scripts.
enum PictureFormat: String {
    case png, jpg, gif, webp, avif, bmp

    init?(_ bytes: [UInt8]) {
        func has(_ sign: String, at offset: Int) -> Bool {
            bytes.dropFirst(offset).starts(with: sign.utf8)
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpg
        } else if has("GIF87a", at: 0) || has("GIF89a", at: 0) {
            self = .gif
        } else if has("RIFF", at: 0), has("WEBP", at: 8) {
            self = .webp
        } else if has("ftypavif", at: 4) || has("ftypavis", at: 4) {
            self = .avif
        } else if has("BM", at: 0), bytes.count > 54 {
            self = .bmp
        } else {
            return nil
        }
    }
}

/// A `data:` address (RFC 2397) → its bytes.
enum DataAddress {
    /// `nil` for other formats.
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
