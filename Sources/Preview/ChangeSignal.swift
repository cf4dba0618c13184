import Synchronization

/// What watchers of the disk tell the builder: something has changed.
///
/// Changes that follow one another closely count as one: an editor that saves, a `git checkout` of
/// a thousand files.
final class ChangeSignal: Sendable {
    private struct State {
        /// Changes so far.
        var count = 0
        /// Files that changed since somebody asked; `nil` when more changed than is known.
        var files: Set<String>? = []
        var last = ContinuousClock.now
    }

    /// How long nothing may happen until a burst of changes is over.
    private static let quiet = Duration.milliseconds(25)
    /// How long a burst is waited for at most: who writes without a pause is not left without a
    /// site.
    private static let patience = Duration.seconds(2)

    /// Files of one burst that are told one by one.
    private static let most = 16

    private let state = Mutex(State())
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// - Parameter files: that changed, relative to the archive folder; `nil` when they are not
    ///   known.
    func raise(_ files: [String]? = nil) {
        state.withLock { state in
            state.count += 1
            state.files = files.flatMap { state.files?.union($0) }
            if let files = state.files, files.count > Self.most { state.files = nil }
            state.last = .now
        }
        continuation.yield()
    }

    /// Waits for changes that the caller does not know, and for the end of their burst.
    ///
    /// - Parameter known: what an earlier call returned; 0 at first.
    /// - Returns: the number of changes so far, and the files that changed, sorted, when they are
    ///   known.
    /// - Throws: `CancellationError`.
    func next(after known: Int) async throws -> (count: Int, files: [String]?) {
        var waiting = stream.makeAsyncIterator()
        while state.withLock({ $0.count }) == known {
            await waiting.next()
            try Task.checkCancellation()
        }
        let end = ContinuousClock.now + Self.patience
        while true {
            let (count, last) = state.withLock { ($0.count, $0.last) }
            let over = min(last + Self.quiet, end)
            if ContinuousClock.now >= over {
                let files = state.withLock { state in
                    defer { state.files = [] }
                    return state.files?.sorted()
                }
                return (count, files)
            }
            try await Task.sleep(until: over, clock: .continuous)
        }
    }
}
