import Synchronization

/// Signals file changes from a `Watch` to the preview.
///
/// Changes in quick succession are combined: a save by an editor, a `git checkout` of a thousand
/// files.
final class ChangeSignal: Sendable {
    private struct State {
        /// Changes so far.
        var count = 0
        /// Files that changed since the last call of `next`; `nil` when they are not all known.
        var files: Set<String>? = []
        var last = ContinuousClock.now
    }

    /// A burst of changes ends after this time without a change.
    private static let quiet = Duration.milliseconds(25)
    /// The maximum length of a burst, so that continuous writes do not prevent builds.
    private static let patience = Duration.seconds(2)

    /// The maximum number of files that are listed for a burst.
    private static let most = 16

    private let state = Mutex(State())
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// - Parameter files: the changed files, relative to the archive folder; `nil` when unknown.
    func raise(_ files: [String]? = nil) {
        state.withLock { state in
            state.count += 1
            state.files = files.flatMap { state.files?.union($0) }
            if let files = state.files, files.count > Self.most { state.files = nil }
            state.last = .now
        }
        continuation.yield()
    }

    /// Waits for new changes and for the end of their burst.
    ///
    /// - Parameter known: the count that the last call returned; 0 at first.
    /// - Returns: the number of changes so far, and the changed files, sorted, or `nil` when
    ///   unknown.
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
