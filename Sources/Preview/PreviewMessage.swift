import Files
import Foundation
import NIOHTTP1
import Text

/// A request to the preview.
struct PreviewRequest: Sendable {
    var method: HTTPMethod
    /// Decoded, with the trailing slash that distinguishes folders; `nil` when the target is not an
    /// absolute path or not UTF-8.
    var path: String?
    /// As it was sent, without `?`.
    var query: String
    var headers: HTTPHeaders
    /// HTTP/1.0 has no `Host` header.
    var needsHost: Bool

    init(_ head: HTTPRequestHead) {
        let parts = head.uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts.first ?? ""
        path =
            target.hasPrefix("/")
            ? String(validating: PercentEncoding.decoded(target.utf8), as: UTF8.self) : nil
        query = parts.count > 1 ? String(parts[1]) : ""
        method = head.method
        headers = head.headers
        needsHost = head.version != .http1_0
    }

    func header(_ name: String) -> String? { headers.first(name: name) }
}

/// A response of the preview.
///
/// `Content-Length` and `Connection` are added when it is sent.
struct PreviewResponse: Sendable {
    enum Body: Sendable {
        case bytes([UInt8])
        /// A range of bytes of a file.
        case file(String, Range<Int>)
    }

    var status: HTTPResponseStatus
    var headers: [(name: String, value: String)]
    var body: Body

    init(
        _ status: HTTPResponseStatus, _ headers: [(name: String, value: String)],
        _ body: Body = .bytes([])
    ) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Bytes of the body.
    var size: Int {
        switch body {
        case .bytes(let bytes): bytes.count
        case .file(_, let range): range.count
        }
    }

    static func text(_ status: HTTPResponseStatus, _ text: String) -> PreviewResponse {
        PreviewResponse(
            status, [("Content-Type", "text/plain; charset=utf-8")],
            .bytes(Array((text + "\n").utf8)))
    }

    static let tooMany = text(
        .serviceUnavailable, "There are too many connections to this preview. Try again.")
}
