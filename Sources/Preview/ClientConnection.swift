import Files
import NIOCore
import NIOHTTP1

/// A connection of a browser to the preview.
struct ClientConnection: Sendable {
    typealias Client = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>
    private typealias Writer = NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>

    let client: Client
    let handler: SiteHandler
    let limits: ClientLimits

    /// Puts the HTTP codec in front of a new connection.
    ///
    /// Called on the event loop of `channel`.
    static func open(_ channel: any Channel, _ limits: ClientLimits) throws -> Client {
        var decoder = NIOHTTPDecoderLimitConfiguration()
        decoder.maxHeaderFieldSize = limits.head
        decoder.maxHeaderListSize = limits.head
        decoder.maxHeaderFieldCount = limits.headers
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(HTTPResponseEncoder())
        try pipeline.addHandler(
            ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: decoder)))
        try pipeline.addHandler(MalformedRequestHandler())
        return try Client(wrappingChannelSynchronously: channel)
    }

    /// Answers requests until the client or the server closes the connection.
    ///
    /// - Parameter isRefused: whether all requests are answered with 503, since there are too many
    ///   connections.
    func run(isRefused: Bool) async {
        do {
            try await client.executeThenClose { requests, responses in
                var head: HTTPRequestHead?
                var body = 0
                var timeout = closeLater()
                defer { timeout.cancel() }
                for try await part in requests {
                    switch part {
                    case .head(let new): head = new
                    case .body(let bytes):
                        body += bytes.readableBytes
                        if body > limits.body { return }
                    case .end:
                        guard let request = head else { return }
                        timeout.cancel()
                        let response =
                            isRefused
                            ? .tooMany : await handler.response(to: PreviewRequest(request))
                        let isKept = request.isKeepAlive && !isRefused
                        try await send(response, to: request, isKept: isKept, responses)
                        guard isKept else { return }
                        (head, body) = (nil, 0)
                        timeout = closeLater()
                    }
                }
            }
        } catch {
            // The client went away, or the server ends.
            client.channel.close(promise: nil)
        }
    }

    /// Closes the connection when the client does not act in time.
    private func closeLater() -> Scheduled<Void> {
        let channel = client.channel
        return channel.eventLoop.scheduleTask(in: TimeAmount(limits.patience)) {
            channel.close(promise: nil)
        }
    }

    private func send(
        _ response: PreviewResponse, to request: HTTPRequestHead, isKept: Bool, _ writer: Writer
    ) async throws {
        var headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
        if response.status != .notModified {
            headers.replaceOrAdd(name: "Content-Length", value: String(response.size))
        }
        headers.replaceOrAdd(name: "Connection", value: isKept ? "keep-alive" : "close")
        try await write(
            .head(HTTPResponseHead(version: .http1_1, status: response.status, headers: headers)),
            writer)
        if request.method != .HEAD {
            switch response.body {
            case .bytes(let bytes): try await write(bytes, writer)
            case .file(let path, let range):
                let size = 1 << 16
                for start in stride(from: range.lowerBound, to: range.upperBound, by: size) {
                    // A file that shrinks while it is sent ends the connection.
                    let part = start..<min(start + size, range.upperBound)
                    try await write(FileReading.read(path, part), writer)
                }
            }
        }
        try await write(.end(nil), writer)
    }

    private func write(_ bytes: [UInt8], _ writer: Writer) async throws {
        guard !bytes.isEmpty else { return }
        try await write(.body(.byteBuffer(ByteBuffer(bytes: bytes))), writer)
    }

    private func write(_ part: HTTPServerResponsePart, _ writer: Writer) async throws {
        let timeout = closeLater()
        defer { timeout.cancel() }
        try await writer.write(part)
    }
}

/// Answers requests that the decoder rejects: 431 when they are too long, otherwise 400.
///
/// The connection stays open for a second to read what the client still sends; a connection that is
/// closed with unread bytes is reset, and the client may never see the response.
final class MalformedRequestHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private var isResponding = false
    private var hasFailed = false

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head: isResponding = true
        case .body: break
        case .end: isResponding = false
        }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !hasFailed else { return }
        hasFailed = true
        guard !isResponding, let error = error as? HTTPParserError else {
            context.fireErrorCaught(error)
            return
        }
        let status =
            error == .headerOverflow
            ? HTTPResponseStatus.requestHeaderFieldsTooLarge : .badRequest
        let head = HTTPResponseHead(
            version: .http1_1, status: status,
            headers: ["Connection": "close", "Content-Length": "0"])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(mode: .output, promise: nil)
        let channel = context.channel
        context.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }
}
