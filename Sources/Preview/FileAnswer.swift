import Files
import Foundation

/// The response for a file: the whole file, a range of it, or 304 Not Modified (RFC 9110, sections
/// 13 and 14).
///
/// The entity tag contains the modification time in nanoseconds and the size, since a preview may
/// be built twice in a second.
struct FileAnswer {
    private let path: String
    private let size: Int
    private let tag: String
    private let modified: String
    private let type: String

    /// - Parameter path: without links.
    /// - Returns: `nil` when there is no such file.
    init?(_ path: String) {
        guard let status = FileStatus(path), status.kind == .file else { return nil }
        self.path = path
        size = status.size
        tag = "\"\(String(status.modified, radix: 16))-\(String(size, radix: 16))\""
        modified = Self.date(status.modified / 1_000_000_000)
        type = ContentTypes.type(of: path)
    }

    /// - Throws: `FileError` when the file cannot be read.
    func response(to request: PreviewRequest) throws(FileError) -> PreviewResponse {
        let headers = [
            ("Content-Type", type), ("Cache-Control", "no-cache"), ("ETag", tag),
            ("Last-Modified", modified),
        ]
        if isKnown(request) { return PreviewResponse(.notModified, headers) }
        if type.hasPrefix("text/html") {
            return PreviewResponse(
                .ok, headers, .bytes(ReloadScript.added(to: try Disk.read(path))))
        }
        let ranged = headers + [("Accept-Ranges", "bytes")]
        guard request.method == .GET, let wanted = request.header("Range").flatMap(ByteRange.init),
            request.header("If-Range").map({ $0 == tag || $0 == modified }) ?? true
        else { return PreviewResponse(.ok, ranged, .file(path, 0..<size)) }
        guard let range = wanted.bytes(of: size) else {
            return PreviewResponse(
                .rangeNotSatisfiable, ranged + [("Content-Range", "bytes */\(size)")])
        }
        let place = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
        return PreviewResponse(
            .partialContent, ranged + [("Content-Range", place)], .file(path, range))
    }

    /// Whether the client already has these bytes.
    ///
    /// An entity tag takes precedence over a date.
    private func isKnown(_ request: PreviewRequest) -> Bool {
        if let known = request.header("If-None-Match") {
            return known.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
                .contains { $0 == tag || $0 == "W/" + tag || $0 == "*" }
        }
        return request.header("If-Modified-Since") == modified
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    private static func date(_ seconds: Int) -> String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)])"
            + " \(parts.tm_year + 1900) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
    }
}

/// The value of a `Range` header with one range; several ranges are answered with the whole file.
struct ByteRange {
    private var first: Int?
    private var last: Int?

    /// - Returns: `nil` when it is not a single range of bytes; the header is then ignored.
    init?(_ header: String) {
        guard header.hasPrefix("bytes=") else { return nil }
        let parts = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
        else { return nil }
        first = Int(parts[0])
        last = Int(parts[1])
        guard (first ?? last) != nil, (first ?? 0) <= (last ?? .max) else {
            return nil
        }
    }

    /// - Returns: `nil` when the range is outside of a file of `size` bytes.
    func bytes(of size: Int) -> Range<Int>? {
        guard let first else {
            let count = min(last ?? 0, size)
            return count > 0 ? size - count..<size : nil
        }
        guard first < size else { return nil }
        return first..<min(last ?? size - 1, size - 1) + 1
    }
}

/// Media types by file name extension.
enum ContentTypes {
    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8", "json": "application/json; charset=utf-8",
        "xml": "application/xml; charset=utf-8", "txt": "text/plain; charset=utf-8",
        "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8",
        "svg": "image/svg+xml",
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
        "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon", "pdf": "application/pdf",
        "woff2": "font/woff2", "mp3": "audio/mpeg", "mp4": "video/mp4",
    ]

    static func type(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
        return types[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
    }
}
