import Text

/// A web archive (ISO 28500): a sequence of records, each with headers and a block of bytes.
struct WARCArchive {
    private(set) var documents: [CapturedDocument] = []
    private(set) var diagnostics: [Diagnostic] = []

    static func isLikely(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: "WARC/".utf8) || bytes.starts(with: "filedesc:".utf8)
    }

    /// Every page that a server answered with, in the order of the file; the same bytes from the
    /// same address count once.
    init(_ bytes: [UInt8], name: String) {
        let place = Diagnostic.Place(file: name)
        guard !bytes.starts(with: "filedesc:".utf8) else {
            readARC(bytes, name, place)
            return
        }
        var index = 0
        var pictures = PictureShelf()
        var seen: Set<String> = []
        while index < bytes.count {
            guard let record = Self.record(bytes, from: &index) else { break }
            // Later parts of a page that was divided over several records.
            if record.headers["warc-type"] == "continuation" { continue }
            guard let url = record.headers["warc-target-uri"]?.filter({ $0 != "<" && $0 != ">" })
            else { continue }
            switch record.headers["warc-type"] {
            case "response":
                guard let response = HTTPResponse(bytes, in: record.block), response.status == 200
                else { continue }
                if response.isPicture { pictures.add(response.body, at: url) }
                guard response.isPage else { continue }
                if let encoding = response.unreadEncoding {
                    diagnostics.append(
                        Diagnostic(
                            .warning, "unread-encoding", at: place,
                            "the page \(url) is compressed with \(encoding), which is not supported",
                            help: "capture it again without that compression"))
                    continue
                }
                tell(Self.truncation(of: record) ?? response.truncation, url, place)
                add(response.body, url, response.headers.parameter("charset"), name, &seen)
            case "resource":
                let type = record.headers.mediaType
                let body = Array(bytes[record.block])
                if type.hasPrefix("image/") { pictures.add(body, at: url) }
                if type == "text/html" {
                    tell(Self.truncation(of: record), url, place)
                    add(body, url, record.headers.parameter("charset"), name, &seen)
                }
            default: continue
            }
        }
        for index in documents.indices { documents[index].pictures = pictures }
    }

    private mutating func tell(_ truncation: String?, _ url: String, _ place: Diagnostic.Place) {
        guard let truncation else { return }
        diagnostics.append(CapturedDocument.truncated("the page \(url)", truncation, at: place))
    }

    private typealias Record = (headers: MessageHeaders, block: Range<Int>, isCut: Bool)

    /// What the record says of itself, or its length does.
    private static func truncation(of record: Record) -> String? {
        if let reason = record.headers["warc-truncated"] {
            return "the record says that it was truncated (\(reason))"
        }
        if record.headers["warc-segment-number"] != nil {
            return "it is divided over several records, of which the first was read"
        }
        return record.isCut ? "the file ends in the middle of it" : nil
    }

    private mutating func add(
        _ body: [UInt8], _ url: String, _ charset: String?, _ name: String,
        _ seen: inout Set<String>
    ) {
        let key = "\(url) \(body.count) \(body.hashValue)"
        guard body.contains(where: { $0 > 0x20 }), seen.insert(key).inserted else { return }
        var document = CapturedDocument(Source(name: name, bytes: body))
        document.address = (url, "WARC-Target-URI")
        document.charset = charset
        document.isPage = true
        documents.append(document)
    }

    /// The next record; a block whose length is wrong ends where the next record begins.
    private static func record(_ bytes: [UInt8], from index: inout Int) -> Record? {
        guard let start = next(bytes, from: index) else { return nil }
        let line = (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
        let headers = MessageHeaders(bytes, from: line, before: bytes.count)
        let length = headers["content-length"].flatMap { Int($0) } ?? -1
        var end = headers.end + max(0, length)
        if length < 0 || end > bytes.count || !isBoundary(bytes, at: end) {
            end = next(bytes, from: headers.end) ?? bytes.count
        }
        index = max(end, start + 1)
        let isCut = length > 0 && headers.end + length > bytes.count
        return (headers, headers.end..<max(headers.end, end), isCut)
    }

    private static func isBoundary(_ bytes: [UInt8], at index: Int) -> Bool {
        let rest = bytes[index...].prefix(16).drop { $0 == 0x0D || $0 == 0x0A }
        return rest.isEmpty || rest.starts(with: "WARC/".utf8)
    }

    /// Where the next record begins: at the start of a line.
    private static func next(_ bytes: [UInt8], from start: Int) -> Int? {
        // `WARC/0.17`, `WARC/1.0`
        let sign = Array("WARC/".utf8)
        var from = start
        while let after = ByteSearch.end(of: sign, in: bytes, from: from) {
            let found = after - sign.count
            let isVersion = after < bytes.count && bytes[after] &- 0x30 < 10
            if isVersion, found == 0 || bytes[found - 1] == 0x0A { return found }
            from = after
        }
        return nil
    }

    // MARK: - ARC

    /// The Internet Archive's format before WARC: a line `address IP date type length`, and as many
    /// bytes.
    private mutating func readARC(_ bytes: [UInt8], _ name: String, _ place: Diagnostic.Place) {
        var index = 0
        var pictures = PictureShelf()
        var seen: Set<String> = []
        while index < bytes.count {
            while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
            guard index < bytes.count else { break }
            let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
            let fields = String(decoding: bytes[index..<end], as: UTF8.self).split(separator: " ")
            guard fields.count >= 5,
                let length = fields.last.flatMap({ Int($0.filter(\.isNumber)) })
            else {
                diagnostics.append(
                    Diagnostic(
                        .warning, "damaged-record", at: place,
                        "the ARC record at byte \(index) has no valid header",
                        help: "what comes before it was read"))
                break
            }
            let start = min(end + 1, bytes.count)
            let (stop, overflow) = start.addingReportingOverflow(length)
            let block = start..<min(overflow ? bytes.count : stop, bytes.count)
            index = max(block.upperBound, end)
            let url = String(fields[0])
            guard url.hasPrefix("http"), let response = HTTPResponse(bytes, in: block),
                response.status == 200
            else { continue }
            if response.isPicture { pictures.add(response.body, at: url) }
            guard response.isPage else { continue }
            let isCut = overflow || stop > bytes.count
            tell(isCut ? "the file ends in the middle of it" : response.truncation, url, place)
            add(response.body, url, response.headers.parameter("charset"), name, &seen)
        }
        for index in documents.indices { documents[index].pictures = pictures }
    }
}
