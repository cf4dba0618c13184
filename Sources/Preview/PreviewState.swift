import Text

/// The build that the preview shows, and the errors of the last build. Pages wait here for the next
/// one.
actor PreviewState {
    private var version = 1
    private var site = 1
    private var problems = ""
    /// Edited files that are served in place of the site's until the next build, by path.
    private var edited: [String: [UInt8]] = [:]
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    /// Number of pages that have waited so far.
    private var last = 0
    private var isOver = false

    /// - Parameters:
    ///   - changed: whether the build wrote files, so that pages reload.
    ///   - problems: rendered diagnostics of a failed build; empty when it succeeded.
    func built(changed: Bool, problems: String) {
        let isOther = changed || !edited.isEmpty
        edited = [:]
        guard isOther || problems != self.problems else { return }
        version += 1
        if isOther { site += 1 }
        self.problems = problems
        answer()
    }

    /// Serves edited files before the build that will write them.
    ///
    /// After a failed build, the last site is served until a build succeeds.
    func show(_ files: [OutputFile]) {
        guard !files.isEmpty, problems.isEmpty else { return }
        edited = Dictionary(
            files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { _, last in last })
        version += 1
        site += 1
        answer()
    }

    /// - Parameter path: the path of a file of the site.
    func edited(_ path: some StringProtocol) -> [UInt8]? { edited[String(path)] }

    /// Answers all waiting pages: the server ends only after all its responses.
    func end() {
        isOver = true
        answer()
    }

    private func answer() {
        for continuation in waiting.values { continuation.resume() }
        waiting = [:]
    }

    /// The state as JSON.
    ///
    /// Waits until it differs from the version that the page has, but at most 25
    /// seconds: a page that was closed must not keep its connection until the next build.
    func next(after known: String?) async -> String {
        if known == String(version), !isOver {
            last += 1
            let number = last
            let limit = Task {
                try await Task.sleep(for: .seconds(25))
                waiting.removeValue(forKey: number)?.resume()
            }
            await withCheckedContinuation { waiting[number] = $0 }
            limit.cancel()
        }
        var json = "{\"version\":\"\(version)\",\"site\":\"\(site)\""
        if !problems.isEmpty { json += ",\"problems\":\(JSONText.quoted(problems))" }
        return json + "}"
    }
}
