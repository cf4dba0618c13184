import Synchronization

/// What watchers of the disk tell the builder: something has changed.
///
/// Changes that follow one another closely count as one: an editor that saves, a `git checkout` of
/// a
/// thousand files.
final class ChangeSignal: Sendable {
    private struct State {
        /// Changes so far.
        var count = 0
        var last = ContinuousClock.now
    }

    /// How long nothing may happen until a burst of changes is over.
    private static let quiet = Duration.milliseconds(25)
    /// How long a burst is waited for at most: who writes without a pause is not left without a
    /// site.
    private static let patience = Duration.seconds(2)

    private let state = Mutex(State())
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func raise() {
        state.withLock { state in
            state.count += 1
            state.last = .now
        }
        continuation.yield()
    }

    /// Waits for changes that the caller does not know, and for the end of their burst.
    ///
    /// - Parameter known: what an earlier call returned; 0 at first.
    /// - Returns: the number of changes so far.
    /// - Throws: `CancellationError`.
    func next(after known: Int) async throws -> Int {
        var waiting = stream.makeAsyncIterator()
        while state.withLock({ $0.count }) == known {
            await waiting.next()
            try Task.checkCancellation()
        }
        let end = ContinuousClock.now + Self.patience
        while true {
            let (count, last) = state.withLock { ($0.count, $0.last) }
            let over = min(last + Self.quiet, end)
            if ContinuousClock.now >= over { return count }
            try await Task.sleep(until: over, clock: .continuous)
        }
    }
}
