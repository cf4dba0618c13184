import Files
import FlyingFox
import Foundation

/// Serves the files of a built site: `index.html` for folders, the site's 404 page for missing
/// files, and pages with the reload script.
struct SiteHandler: HTTPHandler {
    let root: String
    let state: PreviewState

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard request.method == .GET || request.method == .HEAD else {
            return HTTPResponse(
                statusCode: .methodNotAllowed,
                headers: HTTPHeaders([HTTPHeader("Allow"): "GET, HEAD"]))
        }
        switch request.path {
        case ReloadScript.path:
            return respond(Data(ReloadScript.source.utf8), "text/javascript", request)
        case ReloadScript.versionPath:
            let known = request.query.first { $0.name == "v" }?.value
            return respond(Data(await state.next(after: known).utf8), "application/json", request)
        default: return try await file(request)
        }
    }

    private func file(_ request: HTTPRequest) async throws -> HTTPResponse {
        // `request.path` has no trailing slash, which distinguishes folders.
        let path = request.target.path(percentEncoded: false)
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard path.hasPrefix("/"), !segments.contains(".."), !path.utf8.contains(0) else {
            return missing(request)
        }
        let name = path.hasSuffix("/") ? path + "index.html" : path
        if let bytes = await state.edited(name.dropFirst()) { return edited(bytes, name, request) }
        guard let status = FileStatus(following: root + path) else { return missing(request) }
        guard status.kind == .folder else {
            return try FileAnswer(root + path)?.response(to: request) ?? missing(request)
        }
        guard path.hasSuffix("/") else {
            return HTTPResponse(
                statusCode: .movedPermanently,
                headers: HTTPHeaders([.location: request.target.path() + "/"]))
        }
        return try FileAnswer(root + name)?.response(to: request) ?? missing(request)
    }

    private func edited(_ bytes: [UInt8], _ name: String, _ request: HTTPRequest) -> HTTPResponse {
        let type = ContentTypes.type(of: name)
        let data = Data(bytes)
        return respond(
            type.hasPrefix("text/html") ? ReloadScript.added(to: data) : data, type, request)
    }

    /// Before the first build there is no 404 page; a minimal page loads the reload script.
    private func missing(_ request: HTTPRequest) -> HTTPResponse {
        let page =
            Disk.readIfPossible(root + "/404.html").map { Data($0) }
            ?? Data(
                "<!DOCTYPE html><title>404</title><body><p>There is no such page.</p></body>".utf8)
        return respond(
            ReloadScript.added(to: page), ContentTypes.type(of: "404.html"), request, .notFound)
    }

    private func respond(
        _ data: Data, _ type: String, _ request: HTTPRequest, _ status: HTTPStatusCode = .ok
    ) -> HTTPResponse {
        HTTPResponse(
            statusCode: status,
            headers: HTTPHeaders([.contentType: type, .cacheControl: "no-store"]),
            body: request.method == .HEAD ? Data() : data)
    }
}
