import Foundation
import Text

/// Which build the preview shows, and what was wrong with the last one. Pages wait here for the
/// next.
actor PreviewState {
    private var version = 1
    private var site = 1
    private var problems = ""
    /// What is shown in place of files of the site until the next build, by path.
    private var edited: [String: [UInt8]] = [:]
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var isOver = false

    /// - Parameters:
    ///   - changed: the build wrote files, so pages reload.
    ///   - problems: rendered diagnostics of a build that failed; empty when it did not.
    func built(changed: Bool, problems: String) {
        let isOther = changed || !edited.isEmpty
        edited = [:]
        guard isOther || problems != self.problems else { return }
        version += 1
        if isOther { site += 1 }
        self.problems = problems
        answer()
    }

    /// Files that a build is going to write, before it has made all others.
    ///
    /// After a build that failed the old site stays up until one succeeds.
    func show(_ files: [OutputFile]) {
        guard !files.isEmpty, problems.isEmpty else { return }
        edited = Dictionary(
            files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { _, last in last })
        version += 1
        site += 1
        answer()
    }

    /// - Parameter path: of a file of the site.
    func edited(_ path: some StringProtocol) -> [UInt8]? { edited[String(path)] }

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
