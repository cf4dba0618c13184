import ArgumentParser
import Files
import Foundation
import Synchronization
import Text

/// Output of commands: messages go to standard error, data to standard output.
enum Console {
    /// Whether to use color: on a terminal, unless NO_COLOR is set (https://no-color.org).
    static let usesColor =
        isatty(STDERR_FILENO) == 1
        && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty

    static func say(_ line: String) { show(line + "\n") }

    static func show(_ text: String) { StandardStream.error.writeIfPossible(Array(text.utf8)) }

    /// Writes data to standard output, or ends the program: data that nothing receives is an error.
    static func data(_ bytes: [UInt8]) {
        do {
            try StandardStream.output.write(bytes)
        } catch {
            say("error: standard output cannot be written: \(error.reason)")
            exit(ExitCode.failure.rawValue)
        }
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
            Console.show("\r\u{1B}[K\(stage) …")
        }
    }

    func clear() {
        state.withLock { state in
            guard state.isShown else { return }
            state.isShown = false
            Console.show("\r\u{1B}[K")
        }
    }
}
