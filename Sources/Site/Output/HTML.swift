import Text

/// Escaping for HTML and XML.
enum HTML {
    /// For element content and for attribute values in double quotes.
    static func escape(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 })
        else {
            return String(text)
        }
        return String(decoding: escape(utf8: text.utf8), as: UTF8.self)
    }

    static func escape(utf8 text: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return bytes
    }

    /// For element content and for attribute values in double quotes.
    static func append(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
        append(text, to: &bytes, escapesApostrophes: false)
    }

    /// Escapes like swift-mustache in `{{words}}`: apostrophes, too.
    static func append(template text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
        append(text, to: &bytes, escapesApostrophes: true)
    }

    private static func append(
        _ text: some Sequence<UInt8>, to bytes: inout [UInt8], escapesApostrophes: Bool
    ) {
        let isDone: Void? = text.withContiguousStorageIfAvailable {
            append(run: $0, to: &bytes, escapesApostrophes)
        }
        if isDone == nil {
            Array(text).withUnsafeBufferPointer { append(run: $0, to: &bytes, escapesApostrophes) }
        }
    }

    /// Runs without special characters are copied at once.
    private static func append(
        run text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], _ escapesApostrophes: Bool
    ) {
        var start = 0
        var index = -1
        while true {
            index += 1
            while index + 8 <= text.count, isPlain(ByteWord(text, at: index)) { index += 8 }
            guard index < text.count else { break }
            let byte = text[index]
            guard byte <= 0x3E else { continue }
            let reference: StaticString
            switch byte {
            case 0x26: reference = "&amp;"
            case 0x3C: reference = "&lt;"
            case 0x3E: reference = "&gt;"
            case 0x22: reference = "&quot;"
            case 0x27 where escapesApostrophes: reference = "&#39;"
            default: continue
            }
            bytes.append(contentsOf: text[start..<index])
            bytes.append(reference)
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
    }

    private static func isPlain(_ bytes: ByteWord) -> Bool {
        bytes.isNonASCII
            || !(bytes.holds(0x26) || bytes.holds(0x3C) || bytes.holds(0x3E)
                || bytes.holds(0x22) || bytes.holds(0x27))
    }

    /// Percent-encoding of a path for an address; letters, digits, `-._~` and the slashes between
    /// segments are not encoded.
    ///
    /// Browsers encode other characters themselves; feeds and sitemaps need them encoded.
    static func percentEncoded(path: String) -> String {
        var bytes: [UInt8] = []
        append(path: path, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends a path as `percentEncoded` writes it.
    static func append(path: String, to bytes: inout [UInt8]) {
        var path = path
        path.withUTF8 { path in
            for byte in path {
                if isUnreserved(byte) {
                    bytes.append(byte)
                } else {
                    PercentEncoding.append(byte, to: &bytes)
                }
            }
        }
    }

    /// RFC 3986, and the `/` between segments.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: true
        default: false
        }
    }
}
