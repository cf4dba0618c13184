import FlyingFox
import FlyingSocks
import Foundation
import Site
import Text

/// Builds an archive, serves it on this machine, and builds again when its files change.
///
/// The old site stays up when a build fails; the page then shows the diagnostics.
public struct Preview: Sendable {
    let options: BuildOptions
    let host: String
    let port: UInt16
    let say: @Sendable (String) -> Void

    /// - Parameter say: told every line for the person at the terminal.
    public init(
        _ options: BuildOptions, host: String, port: UInt16,
        say: @escaping @Sendable (String) -> Void
    ) {
        self.options = options
        self.host = host
        self.port = port
        self.say = say
    }

    /// Serves until the task is cancelled.
    ///
    /// - Throws: `PreviewError` when the address cannot be listened on; what `Build` throws the
    ///   first time.
    public func run() async throws {
        let state = PreviewState()
        let server: HTTPServer
        do {
            server = HTTPServer(address: try .inet(ip4: host, port: port), logger: .disabled)
        } catch {
            throw PreviewError(host: host, port: port, error)
        }
        await server.appendRoute("*", to: SiteHandler(root: options.output, state: state))
        try await build(state)
        let folders = [options.archive + "/content", options.archive + "/templates"]
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await server.run()
                } catch let error where !(error is CancellationError) {
                    throw PreviewError(host: host, port: port, error)
                }
            }
            group.addTask {
                try await server.waitUntilListening(timeout: 5)
                say("serving \(options.output) on http://\(host):\(port)/ (Ctrl-C ends it)")
                try await watch(folders, state)
            }
            try await group.next()
            group.cancelAll()
        }
    }

    /// Looks for changes a few times a second; a burst of them is one build.
    private func watch(_ folders: [String], _ state: PreviewState) async throws {
        var built = FolderSnapshot(folders)
        while true {
            try await Task.sleep(for: .milliseconds(200))
            var now = FolderSnapshot(folders)
            guard now != built else { continue }
            while true {
                try await Task.sleep(for: .milliseconds(50))
                let later = FolderSnapshot(folders)
                if later == now { break }
                now = later
            }
            built = now
            try await build(state)
        }
    }

    private func build(_ state: PreviewState) async throws {
        let report = try await Build(options).run()
        let problems =
            report.published == nil ? report.diagnostics.filter { $0.severity == .error } : []
        for diagnostic in report.diagnostics { say(diagnostic.rendered()) }
        let written = report.published?.written.count ?? 0
        say(
            problems.isEmpty
                ? "built: \(written) files written" : "not built: the old site stays up")
        await state.built(
            changed: written > 0, problems: problems.map { $0.rendered() }.joined(separator: "\n\n")
        )
    }
}

/// The preview could not listen on its address.
public struct PreviewError: Error, CustomStringConvertible {
    var host: String
    var port: UInt16
    var reason: String

    init(host: String, port: UInt16, _ error: any Error) {
        self.host = host
        self.port = port
        if case .failed(_, _, let message)? = error as? SocketError {
            reason = message
        } else {
            reason = "\(error)"
        }
    }

    public var description: String {
        "cannot serve on \(host):\(port): \(reason); is another server running there? Choose another with --port"
    }
}
