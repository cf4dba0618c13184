import Foundation
import Text

/// Which build the preview shows, and what was wrong with the last one. Pages wait here for the
/// next.
actor PreviewState {
    private var version = 1
    private var site = 1
    private var problems = ""
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var isOver = false

    /// - Parameters:
    ///   - changed: the build wrote files, so pages reload.
    ///   - problems: rendered diagnostics of a build that failed; empty when it did not.
    func built(changed: Bool, problems: String) {
        guard changed || problems != self.problems else { return }
        version += 1
        if changed { site += 1 }
        self.problems = problems
        answer()
    }

    /// Lets no page wait any longer: a server ends only when all its answers are given.
    func end() {
        isOver = true
        answer()
    }

    private func answer() {
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    /// The state as JSON, as soon as it is no longer the one that the page knows.
    func next(after known: String?) async -> String {
        if known == String(version), !isOver {
            await withCheckedContinuation { waiting.append($0) }
        }
        var json = "{\"version\":\"\(version)\",\"site\":\"\(site)\""
        if !problems.isEmpty { json += ",\"problems\":\(JSONText.quoted(problems))" }
        return json + "}"
    }
}
