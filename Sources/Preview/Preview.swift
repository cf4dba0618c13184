import Archive
import Files
import Foundation
import NIOCore
import Site
import Text

/// Builds an archive, serves it on this machine, and builds again when its files change.
///
/// When a build fails, the last site is still served, and pages show the diagnostics.
public struct Preview: Sendable {
    let options: BuildOptions
    let host: String
    let port: UInt16
    let say: @Sendable (String) -> Void

    /// - Parameter say: called with each line of output for the terminal.
    public init(
        _ options: BuildOptions, host: String, port: UInt16,
        say: @escaping @Sendable (String) -> Void
    ) {
        self.options = options
        self.host = host
        self.port = port
        self.say = say
    }

    /// Serves until the task is cancelled; a running build is completed.
    ///
    /// - Throws: `PreviewError` when the server cannot listen on the address; `ContentFolderError`
    ///   when there is no archive.
    public func run() async throws {
        let state = PreviewState()
        let hosts = ServedHosts(host: host)
        if let warning = hosts.warning { say(warning) }
        let server = PreviewServer(
            handler: SiteHandler(root: options.output, hosts: hosts, state: state))
        try await withTaskCancellationHandler {
            try await serve(server, state)
        } onCancel: {
            Task { await state.end() }
        }
    }

    /// Runs the server and the build loop until one of them ends.
    private func serve(_ server: PreviewServer, _ state: PreviewState) async throws {
        let builds = BuildExecutor(threads: options.jobs)
        defer { builds.end() }
        let (listening, isListening) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await server.run(host: host, port: Int(port)) { port in
                        let name = host.contains(":") ? "[\(host)]" : host
                        say("serving \(options.output) on http://\(name):\(port)/ (Ctrl-C ends it)")
                        isListening.finish()
                    }
                } catch let error where !(error is CancellationError) {
                    throw PreviewError(host: host, port: port, error)
                }
            }
            group.addTask(executorPreference: builds) {
                for await _ in listening {}
                try Task.checkCancellation()
                try await buildAndWatch(state)
            }
            defer { group.cancelAll() }
            // After cancellation, connections may fail before the cancellation is reported.
            if case .failure(let error)? = await group.nextResult(), !Task.isCancelled,
                !(error is CancellationError)
            {
                throw error
            }
        }
    }

    private func buildAndWatch(_ state: PreviewState) async throws {
        let signal = ChangeSignal()
        let watch = watched(by: signal)
        defer { watch.end() }
        var known = 0
        var edited = try await build(state, last: nil)
        while true {
            let changes = try await signal.next(after: known)
            known = changes.count
            await show(changes.files, edited, state)
            do {
                edited = try await build(state, last: edited)
            } catch let error as ContentFolderError {
                await failed([error.diagnostic], state)
            }
        }
    }

    /// Watches with inotify, or polls when the system has no watches left.
    private func watched(by signal: ChangeSignal) -> any Watch {
        let names = ["content", "templates"]
        do {
            return try FolderWatch(names, in: options.archive, signal)
        } catch {
            say("warning: \(error); checking every file twice a second instead")
            return FolderPolling(names.map { "\(options.archive)/\($0)" }, signal)
        }
    }

    /// Shows edited articles at once, before the build.
    private func show(_ files: [String]?, _ edited: EditedArticles?, _ state: PreviewState) async {
        let root = options.archive
        let pages = files.flatMap { files in
            edited?.files(of: files) {
                Disk.readIfPossible("\(root)/\($0)")
            }
        }
        if let pages { await state.show(pages) }
    }

    /// - Parameter last: the result of the last build.
    /// - Returns: renders edited articles until the next build.
    private func build(_ state: PreviewState, last: EditedArticles?) async throws
        -> EditedArticles?
    {
        let start = ContinuousClock.now
        var options = options
        options.showsEdits = true
        let report = try await Build(options).run(isFirst: last == nil)
        guard let published = report.published else {
            await failed(report.diagnostics, isInterrupted: report.isInterrupted, state)
            return last
        }
        for diagnostic in report.diagnostics { say(diagnostic.rendered()) }
        await state.built(
            changed: !published.written.isEmpty || !published.removed.isEmpty, problems: "")
        let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
        say("built in \(Int(milliseconds)) ms: \(published.written.count) files written")
        return report.edited ?? last
    }

    private func failed(
        _ diagnostics: [Diagnostic], isInterrupted: Bool = false, _ state: PreviewState
    ) async {
        let errors = diagnostics.filter { $0.severity == .error }
        await state.built(
            changed: false, problems: errors.map { $0.rendered() }.joined(separator: "\n\n"))
        for diagnostic in diagnostics { say(diagnostic.rendered()) }
        say(
            isInterrupted
                ? "build failed: a part of the new site is in place"
                : "build failed: still serving the last site")
    }
}

/// The preview cannot listen on its address.
public struct PreviewError: Error, CustomStringConvertible {
    var host: String
    var port: UInt16
    var reason: String

    init(host: String, port: UInt16, _ error: any Error) {
        self.host = host
        self.port = port
        reason = (error as? IOError).map { String(cString: strerror($0.errnoCode)) } ?? "\(error)"
    }

    public var description: String {
        "cannot serve on \(host):\(port): \(reason); is another server running there? Choose another with --port"
    }
}
