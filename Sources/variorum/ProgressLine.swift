import Foundation
import Synchronization

/// One line on a terminal that says what is being done, once it has taken longer than a second.
///
/// Nothing when standard error is no terminal.
final class ProgressLine: Sendable {
    private struct State {
        var start = Date()
        var isShown = false
    }

    private let state = Mutex(State())
    private let isTerminal = isatty(STDERR_FILENO) == 1

    func show(_ stage: String) {
        guard isTerminal else { return }
        state.withLock { state in
            guard Date().timeIntervalSince(state.start) > 1 else { return }
            state.isShown = true
            FileHandle.standardError.write(Data("\r\u{1B}[K\(stage) …".utf8))
        }
    }

    func clear() {
        state.withLock { state in
            guard state.isShown else { return }
            state.isShown = false
            FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
        }
    }
}
