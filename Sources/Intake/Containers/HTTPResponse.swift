/// A response as a web archive stores it: status, headers and body.
struct HTTPResponse {
    let status: Int
    let headers: MessageHeaders
    /// With the encodings taken off that the headers name.
    private(set) var body: [UInt8]
    /// A content encoding that is not read: `br`, `zstd`.
    private(set) var unreadEncoding: String?
    /// What is missing at its end, in words; `nil` if nothing is.
    private(set) var truncation: String?

    /// `nil` when the bytes do not begin with a status line.
    init?(_ bytes: [UInt8], in range: Range<Int>) {
        let lineEnd = bytes[range].firstIndex(of: 0x0A) ?? range.upperBound
        let words = String(decoding: bytes[range.lowerBound..<lineEnd], as: UTF8.self).split(
            separator: " ")
        guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1].prefix(3))
        else { return nil }
        self.status = status
        headers = MessageHeaders(
            bytes, from: min(lineEnd + 1, range.upperBound), before: range.upperBound)
        body = []
        // Only the bodies of pages and pictures are kept in memory.
        guard status == 200, isPage || isPicture else { return }
        body = Array(bytes[headers.end..<range.upperBound])
        if headers["transfer-encoding"]?.lowercased().contains("chunked") == true {
            if let chunks = Self.withoutChunks(body) {
                body = chunks.body
                if !chunks.isComplete { truncation = "its last chunk is missing" }
            }
        } else if let promised = headers["content-length"].flatMap({ Int($0) }),
            body.count < promised
        {
            truncation = "it has \(body.count) of the \(promised) bytes that the server promised"
        }
        inflate()
    }

    var isPage: Bool { ["text/html", "application/xhtml+xml"].contains(headers.mediaType) }

    var isPicture: Bool { headers.mediaType.hasPrefix("image/") }

    private mutating func inflate() {
        let names = (headers["content-encoding"] ?? "").lowercased().split(separator: ",").map {
            String($0).trimmed
        }
        for name in names.reversed() {
            switch name {
            case "gzip", "x-gzip", "deflate":
                // Some archives keep the header although they store the body decoded.
                if let plain = Self.inflated(body) {
                    body = plain.bytes
                    if plain.isDamaged {
                        truncation = truncation ?? "its compressed data is cut off"
                    }
                }
            case "identity", "": continue
            default: unreadEncoding = name
            }
        }
    }

    private static func inflated(_ bytes: [UInt8]) -> Inflate.Result? {
        for form in [Inflate.Form.wrapped, .raw] {
            let result = Inflate.bytes(of: bytes[...], as: form, most: PageSize.largest)
            if !result.bytes.isEmpty { return result }
        }
        return nil
    }

    /// RFC 9112, section 7.1; `nil` when the bytes are not in chunks.
    static func withoutChunks(_ bytes: [UInt8]) -> (body: [UInt8], isComplete: Bool)? {
        var out: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard let end = bytes[index...].firstIndex(of: 0x0A) else { return nil }
            let digits = bytes[index..<end].prefix {
                $0 > 0x20 && $0 != UInt8(ascii: ";")
            }
            guard !digits.isEmpty, digits.count <= 8,
                let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
            else { return nil }
            if size == 0 { return (out, true) }
            let start = end + 1
            out += bytes[start..<min(start + size, bytes.count)]
            index = start + size
            // The line end after the chunk.
            if index < bytes.count, bytes[index] == 0x0D { index += 1 }
            if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        }
        return (out, false)
    }
}
