import Foundation
import Synchronization
import Text

/// Output of commands: messages go to standard error, data to standard output.
enum Console {
    /// Whether to use color: on a terminal, unless NO_COLOR is set (https://no-color.org).
    static let usesColor =
        isatty(STDERR_FILENO) == 1
        && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty

    static func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    static func data(_ bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes))
    }

    static func data(_ line: String) { data(Array((line + "\n").utf8)) }

    /// Diagnostics as text on standard error, beside data on standard output.
    static func report(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { say(diagnostic.rendered(color: usesColor)) }
    }

    /// Diagnostics in the given order, as text on standard error or as JSON lines on standard
    /// output, and a final count.
    static func show(_ diagnostics: [Diagnostic], json: Bool) {
        guard !json else {
            for diagnostic in diagnostics { data(diagnostic.jsonLine) }
            return
        }
        report(diagnostics)
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count { $0.severity == .warning }
        let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map {
            "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")"
        }
        if !counts.isEmpty { say(counts.joined(separator: ", ")) }
    }
}

/// A progress line on a terminal, shown after one second.
///
/// Shows nothing when standard error is not a terminal.
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
