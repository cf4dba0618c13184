import Text

/// A page as browsers save it into one file: a mail message whose parts are the page and what it
/// shows (RFC 2557).
struct MHTMLArchive {
    private struct Part {
        var headers: MessageHeaders
        var content: Range<Int>
    }

    private let bytes: [UInt8]
    private var parts: [Part] = []
    private let headers: MessageHeaders
    /// The last boundary is missing: the file was cut off.
    private(set) var isCut = false

    /// `nil` if the bytes are not such a message.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        headers = MessageHeaders(bytes, from: 0, before: bytes.count)
        guard headers["mime-version"] != nil || headers["content-type"] != nil else { return nil }
        read(headers, headers.end..<bytes.count, depth: 0)
    }

    /// Whether bytes begin like such a file; the name does not matter.
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
        return head.contains("mime-version:") && head.contains("content-type: multipart/related")
    }

    /// The page, with its pictures; `nil` when no part is a page.
    func document(named name: String) -> CapturedDocument? {
        let pages = parts.filter { $0.headers.mediaType == "text/html" }
        let main = headers["snapshot-content-location"]
        let start = headers.parameter("start")
        guard
            let page = pages.first(where: {
                main != nil && $0.headers["content-location"] == main
                    || start != nil && $0.headers["content-id"] == start
            }) ?? pages.first
        else { return nil }
        var document = CapturedDocument(Source(name: name, bytes: content(of: page)))
        document.isPage = true
        document.title = headers["subject"].map(EncodedWords.decoded)
        document.charset = page.headers.parameter("charset")
        if let url = page.headers["content-location"] ?? main {
            document.address = (url, "Content-Location")
        }
        for part in parts where part.headers.mediaType.hasPrefix("image/") {
            let picture = content(of: part)
            if let url = part.headers["content-location"] {
                document.pictures.add(picture, at: url)
            }
            if let id = part.headers["content-id"] {
                document.pictures.add(
                    picture, at: "cid:" + id.filter { $0 != "<" && $0 != ">" })
            }
        }
        return document
    }

    private func content(of part: Part) -> [UInt8] {
        TransferEncoding.decoded(
            bytes[part.content], part.headers["content-transfer-encoding"] ?? "")
    }

    private mutating func read(_ headers: MessageHeaders, _ content: Range<Int>, depth: Int) {
        guard headers.mediaType.hasPrefix("multipart/"), depth < 5,
            let boundary = headers.parameter("boundary"), !boundary.isEmpty
        else {
            parts.append(Part(headers: headers, content: content))
            return
        }
        let sign = Array("--\(boundary)".utf8)
        var start: Int?
        var from = content.lowerBound
        while parts.count < 20_000, let after = ByteSearch.end(of: sign, in: bytes, from: from),
            after <= content.upperBound
        {
            let line = after - sign.count
            from = after
            // A boundary begins a line.
            guard line == content.lowerBound || bytes[line - 1] == 0x0A else { continue }
            if let start { readPart(start..<max(start, line - 1), depth) }
            start = (bytes[after...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
            if bytes[after...].starts(with: "--".utf8) {
                start = nil
                break
            }
        }
        // A file that was cut off has no last boundary.
        if let start, start < content.upperBound {
            isCut = true
            readPart(start..<content.upperBound, depth)
        }
    }

    private mutating func readPart(_ range: Range<Int>, _ depth: Int) {
        let inner = MessageHeaders(bytes, from: range.lowerBound, before: range.upperBound)
        read(inner, inner.end..<range.upperBound, depth: depth + 1)
    }
}

/// The header lines of a mail message, an HTTP response or a WARC record: `Name: value`; a line
/// that begins with white space continues the line before (RFC 5322, section 2.2).
struct MessageHeaders {
    private var fields: [(name: String, value: String)] = []
    /// The offset after the empty line that ends them.
    private(set) var end: Int

    /// Reads from an offset on; headers end at an empty line or with the bytes.
    init(_ bytes: [UInt8], from start: Int, before limit: Int) {
        var index = start
        end = limit
        while index < limit, fields.count < 400 {
            var stop = index
            while stop < limit, bytes[stop] != 0x0A { stop += 1 }
            var line = bytes[index..<stop]
            if line.last == 0x0D { line.removeLast() }
            let next = min(stop + 1, limit)
            if line.isEmpty {
                end = next
                return
            }
            if line.first == 0x20 || line.first == 0x09, let last = fields.indices.last {
                fields[last].value += " " + String(decoding: line, as: UTF8.self).trimmed
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                fields.append(
                    (
                        String(decoding: line[..<colon], as: UTF8.self).trimmed.lowercased(),
                        String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
                    ))
            }
            index = next
            end = next
        }
    }

    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// `text/html`, in lower case; empty if there is none.
    var mediaType: String {
        String((self["content-type"] ?? "").prefix { $0 != ";" }).trimmed.lowercased()
    }

    /// A parameter of the content type: `boundary`, `charset`, `start`.
    func parameter(_ name: String) -> String? {
        for piece in (self["content-type"] ?? "").split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, String(pair[0]).trimmed.lowercased() == name else { continue }
            return String(pair[1]).trimmed.filter { $0 != "\"" }
        }
        return nil
    }
}

/// Words of a header in another encoding: `=?utf-8?B?5rKz?=` (RFC 2047).
enum EncodedWords {
    static func decoded(_ text: String) -> String {
        var out = ""
        var rest = Substring(text)
        var previousWasEncoded = false
        while let start = rest.firstRange(of: "=?") {
            let before = rest[..<start.lowerBound]
            let fields = rest[start.upperBound...].split(
                separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
            guard fields.count == 4, fields[3].hasPrefix("="),
                let words = word(String(fields[0]), fields[1].lowercased(), fields[2])
            else {
                out += rest[..<start.upperBound]
                rest = rest[start.upperBound...]
                previousWasEncoded = false
                continue
            }
            // White space between two encoded words is not text.
            if !previousWasEncoded || !before.allSatisfy(\.isWhitespace) { out += before }
            out += words
            previousWasEncoded = true
            rest = fields[3].dropFirst()
        }
        return out + rest
    }

    private static func word(_ charset: String, _ form: String, _ text: Substring) -> String? {
        guard let encoding = CharacterEncoding(label: charset), !encoding.isRefused else {
            return nil
        }
        let bytes: [UInt8]
        switch form {
        case "b": bytes = TransferEncoding.base64(Array(text.utf8)[...])
        case "q":
            let spaced = Array(text.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })
            bytes = TransferEncoding.quotedPrintable(spaced[...])
        default: return nil
        }
        return String(
            decoding: EncodingConverter.utf8(from: bytes[...], in: encoding).text, as: UTF8.self)
    }
}
