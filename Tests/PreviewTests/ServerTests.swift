import Foundation
import Testing

@testable import Preview

/// The server as its clients see it, with limits that a test can reach.
@Suite struct ServerTests {
    /// Runs a server until `body` returns.
    private func withServer(
        _ limits: ClientLimits, _ body: @escaping @Sendable (Int) throws -> Void
    )
        async throws
    {
        let handler = SiteHandler(
            root: "/nowhere", hosts: ServedHosts(host: "127.0.0.1"), state: PreviewState())
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await PreviewServer(handler: handler, limits: limits)
                    .run(host: "127.0.0.1", port: 0) { port.yield($0) }
            }
            defer { group.cancelAll() }
            var waiting = ports.makeAsyncIterator()
            let port = try #require(await waiting.next())
            // Not on a thread of the server's tasks, since clients block.
            try await withCheckedThrowingContinuation { ended in
                Thread.detachNewThread { ended.resume(with: Result { try body(port) }) }
            }
        }
    }

    @Test func slowClientsAreDisconnected() async throws {
        try await withServer(ClientLimits(patience: .milliseconds(50))) { port in
            for sent in ["", "GET / HT", "GET / HTTP/1.1\r\nHost: localhost\r\nX: "] {
                let client = try #require(RawClient(port: port))
                client.send(sent)
                // Ends, since the server closes the connection.
                #expect(client.received() == "", "\(sent)")
            }
        }
    }

    @Test func tooManyConnectionsAreRefused() async throws {
        try await withServer(ClientLimits(connections: 2)) { port in
            let first = try #require(RawClient(port: port))
            let second = try #require(RawClient(port: port))
            let request = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n"
            // The order of connections is certain once they have been answered.
            for client in [first, second] {
                client.send(request)
                #expect(client.received(12) == "HTTP/1.1 404")
            }
            let third = try #require(RawClient(port: port))
            third.send(request)
            let refused = third.received()
            #expect(refused.hasPrefix("HTTP/1.1 503 "))
            #expect(
                refused.hasSuffix("There are too many connections to this preview. Try again.\n"))
        }
    }
}

/// A TCP connection to this machine.
private final class RawClient {
    private let file: Int32

    init?(port: Int) {
        file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard file >= 0, result == 0 else { return nil }
    }

    deinit { close(file) }

    func send(_ text: String) {
        let count = Glibc.send(file, text, text.utf8.count, Int32(MSG_NOSIGNAL))
        #expect(count == text.utf8.count)
    }

    /// Up to `most` bytes, or all until the server closes the connection.
    func received(_ most: Int = .max) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count < most {
            let count = recv(file, &buffer, min(buffer.count, most - bytes.count), 0)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
