import FlyingFox
import Foundation

/// A file as the answer to a request, whole or in part, or the word that it has not changed (RFC
/// 9110, sections 13 and 14).
///
/// The tag of a file is made of its time in nanoseconds and its size: a preview is often built
/// twice in a second.
struct FileAnswer {
    private let path: String
    private let size: Int
    private let tag: String
    private let modified: String
    private let type: String

    /// - Returns: `nil` when there is no such file.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.path = path
        size = Int(status.st_size)
        let nanoseconds = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        tag = "\"\(String(nanoseconds, radix: 16))-\(String(size, radix: 16))\""
        modified = Self.date(status.st_mtim.tv_sec)
        type = ContentTypes.type(of: path)
    }

    func response(to request: HTTPRequest) throws -> HTTPResponse {
        var headers = HTTPHeaders([
            .contentType: type, .cacheControl: "no-cache", .eTag: tag, .lastModified: modified,
        ])
        if isKnown(request) { return HTTPResponse(statusCode: .notModified, headers: headers) }
        if type.hasPrefix("text/html") {
            let page = ReloadScript.added(to: try Data(contentsOf: URL(fileURLWithPath: path)))
            return request.method == .HEAD
                ? Self.head(headers, size: page.count)
                : HTTPResponse(statusCode: .ok, headers: headers, body: page)
        }
        headers[.acceptRanges] = "bytes"
        guard request.method == .GET else { return Self.head(headers, size: size) }
        guard let wanted = request.headers[.range].flatMap({ ByteRange($0) }),
            request.headers[HTTPHeader("If-Range")].map({ $0 == tag || $0 == modified }) ?? true
        else { return try part(0..<size, .ok, headers) }
        guard let range = wanted.bytes(of: size) else {
            headers[.contentRange] = "bytes */\(size)"
            return HTTPResponse(statusCode: .rangeNotSatisfiable, headers: headers)
        }
        headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
        return try part(range, .partialContent, headers)
    }

    private func part(_ range: Range<Int>, _ status: HTTPStatusCode, _ headers: HTTPHeaders) throws
        -> HTTPResponse
    {
        guard !range.isEmpty else { return HTTPResponse(statusCode: status, headers: headers) }
        return HTTPResponse(
            statusCode: status, headers: headers,
            body: try HTTPBodySequence(
                file: URL(fileURLWithPath: path), range: range, suggestedBufferSize: 1 << 16))
    }

    private static func head(_ headers: HTTPHeaders, size: Int) -> HTTPResponse {
        var headers = headers
        headers[.contentLength] = String(size)
        return HTTPResponse(statusCode: .ok, headers: headers)
    }

    /// The client holds these bytes already.
    ///
    /// A tag speaks before a date.
    private func isKnown(_ request: HTTPRequest) -> Bool {
        if let known = request.headers[.ifNoneMatch] {
            return known.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
                .contains { $0 == tag || $0 == "W/" + tag || $0 == "*" }
        }
        return request.headers[.ifModifiedSince] == modified
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
