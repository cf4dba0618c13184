import Files
import NIOHTTP1
import Text

/// Serves the files of a built site: `index.html` for folders, the site's 404 page for missing
/// files, and pages with the reload script.
struct SiteHandler: Sendable {
    let root: String
    let hosts: ServedHosts
    let state: PreviewState

    func response(to request: PreviewRequest) async -> PreviewResponse {
        if let refusal = refusal(of: request) { return refusal }
        guard let path = request.path else {
            return .text(.badRequest, "The address is not an absolute path in UTF-8.")
        }
        switch path {
        case ReloadScript.path:
            return respond(Array(ReloadScript.source.utf8), "text/javascript")
        case ReloadScript.versionPath:
            let known = request.query.hasPrefix("v=") ? String(request.query.dropFirst(2)) : nil
            return respond(Array(await state.next(after: known).utf8), "application/json")
        default: return await file(path, request)
        }
    }

    /// The response to a request for another host or with another method.
    private func refusal(of request: PreviewRequest) -> PreviewResponse? {
        let host = request.header("Host")
        if host == nil, request.needsHost {
            return .text(.badRequest, "The request has no Host header.")
        }
        if let host, !hosts.contains(host) {
            return .text(
                .misdirectedRequest,
                "This preview does not answer for the host \(host). Start it with --host for another."
            )
        }
        guard request.method == .GET || request.method == .HEAD else {
            return PreviewResponse(.methodNotAllowed, [("Allow", "GET, HEAD")])
        }
        return nil
    }

    private func file(_ path: String, _ request: PreviewRequest) async -> PreviewResponse {
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        // An empty segment that is not the last is `//`; names with a dot are never published.
        guard !segments.dropLast().contains(""), !segments.contains(where: { $0.hasPrefix(".") }),
            !path.utf8.contains(0)
        else { return missing() }
        let name = path.hasSuffix("/") ? path + "index.html" : path
        if let bytes = await state.edited(name.dropFirst()) {
            return page(bytes, ContentTypes.type(of: name))
        }
        guard let place = place(of: path), let status = FileStatus(place) else { return missing() }
        if status.kind == .folder, !path.hasSuffix("/") {
            // Of one host: no segment is empty, and characters with a meaning are escaped.
            let location = segments.map { "/" + Self.escaped($0) }.joined()
            let query = request.query.isEmpty ? "" : "?" + request.query
            return PreviewResponse(.movedPermanently, [("Location", location + "/" + query)])
        }
        guard let file = self.place(of: name), let answer = FileAnswer(file) else {
            return missing()
        }
        do {
            return try answer.response(to: request)
        } catch {
            // The file was removed or cannot be read.
            return missing()
        }
    }

    /// Where a file of the site is on the disk; `nil` when there is none, or when a link leads out
    /// of the site.
    private func place(of path: String) -> String? {
        guard let top = Disk.realPath(root), let place = Disk.realPath(root + path),
            place == top || place.hasPrefix(top + "/")
        else { return nil }
        return place
    }

    private static func escaped(_ segment: Substring) -> String {
        var bytes: [UInt8] = []
        for byte in segment.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
            default: PercentEncoding.append(byte, to: &bytes)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func page(
        _ bytes: [UInt8], _ type: String, _ status: HTTPResponseStatus = .ok
    ) -> PreviewResponse {
        respond(type.hasPrefix("text/html") ? ReloadScript.added(to: bytes) : bytes, type, status)
    }

    /// Before the first build there is no 404 page; a minimal page loads the reload script.
    private func missing() -> PreviewResponse {
        page(
            Disk.readIfPossible(root + "/404.html")
                ?? Array(
                    "<!DOCTYPE html><title>404</title><body><p>There is no such page.</p></body>"
                        .utf8),
            ContentTypes.type(of: "404.html"), .notFound)
    }

    private func respond(
        _ bytes: [UInt8], _ type: String, _ status: HTTPResponseStatus = .ok
    ) -> PreviewResponse {
        PreviewResponse(
            status, [("Content-Type", type), ("Cache-Control", "no-store")], .bytes(bytes))
    }
}
