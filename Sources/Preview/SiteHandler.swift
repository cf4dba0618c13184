import FlyingFox
import Foundation

/// Answers requests from the files of a built site: folders by their `index.html`, what is missing
/// with the site's own 404 page, pages with the script that reloads them.
struct SiteHandler: HTTPHandler {
    let root: String
    let state: PreviewState

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard request.method == .GET || request.method == .HEAD else {
            return HTTPResponse(statusCode: .methodNotAllowed)
        }
        switch request.path {
        case ReloadScript.path:
            return respond(Data(ReloadScript.source.utf8), "text/javascript", request)
        case ReloadScript.versionPath:
            let known = request.query.first { $0.name == "v" }?.value
            return respond(Data(await state.next(after: known).utf8), "application/json", request)
        default: return try file(request)
        }
    }

    private func file(_ request: HTTPRequest) throws -> HTTPResponse {
        let path = request.path.removingPercentEncoding ?? request.path
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard !segments.contains(".."), !path.utf8.contains(0) else { return missing(request) }
        var file = root + path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
            return missing(request)
        }
        if isFolder.boolValue {
            guard path.hasSuffix("/") else {
                return HTTPResponse(
                    statusCode: .movedPermanently,
                    headers: HTTPHeaders([.location: request.path + "/"]))
            }
            file += "index.html"
        }
        guard let data = FileManager.default.contents(atPath: file) else { return missing(request) }
        let type = ContentTypes.type(of: file)
        return respond(
            type.hasPrefix("text/html") ? ReloadScript.added(to: data) : data, type, request)
    }

    private func missing(_ request: HTTPRequest) -> HTTPResponse {
        let page =
            FileManager.default.contents(atPath: root + "/404.html") ?? Data("not found".utf8)
        return respond(
            ReloadScript.added(to: page), ContentTypes.type(of: "404.html"), request, .notFound)
    }

    private func respond(
        _ data: Data, _ type: String, _ request: HTTPRequest, _ status: HTTPStatusCode = .ok
    ) -> HTTPResponse {
        HTTPResponse(
            statusCode: status,
            headers: HTTPHeaders([.contentType: type, HTTPHeader("Cache-Control"): "no-cache"]),
            body: request.method == .HEAD ? Data() : data)
    }
}
