import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// What a client of the preview may use before it is refused.
struct ClientLimits: Sendable {
    /// Bytes of the request line and the headers.
    ///
    /// More are answered with 431.
    var head = 16 << 10
    var headers = 100
    /// Bytes of a request's body.
    ///
    /// No request to a preview needs one.
    var body = 64 << 10
    /// Connections at the same time.
    ///
    /// More are answered with 503.
    var connections = 1000
    /// How long a client may take to send a request, or to receive 64 kB of a response.
    var patience = Duration.seconds(20)
}

/// An HTTP/1.1 server: each connection is a task that answers one request after the other.
struct PreviewServer: Sendable {
    let handler: SiteHandler
    var limits = ClientLimits()

    /// Listens until the task is cancelled; then all connections are closed.
    ///
    /// - Parameters:
    ///   - port: 0 for one that the system chooses.
    ///   - listening: called once, with the port.
    /// - Throws: SwiftNIO's error when the address is not available.
    func run(host: String, port: Int, listening: @Sendable (Int) -> Void) async throws {
        let limits = limits
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .bind(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try ClientConnection.open(channel, limits)
                }
            }
        listening(server.channel.localAddress?.port ?? port)
        let open = ConnectionCount()
        try await server.executeThenClose { clients in
            try await withThrowingDiscardingTaskGroup { group in
                for try await client in clients {
                    let number = open.count.add(1, ordering: .relaxed).newValue
                    group.addTask {
                        let connection = ClientConnection(
                            client: client, handler: handler, limits: limits)
                        await connection.run(isRefused: number > limits.connections)
                        open.count.subtract(1, ordering: .relaxed)
                    }
                }
                group.cancelAll()
            }
        }
    }
}

private final class ConnectionCount: Sendable {
    let count = Atomic(0)
}
