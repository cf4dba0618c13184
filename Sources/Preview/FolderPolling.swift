/// Looks for changes below folders twice a second.
struct FolderPolling: Watch {
    private let task: Task<Void, any Error>

    init(_ folders: [String], _ signal: ChangeSignal) {
        task = Task {
            var known = FolderSnapshot(folders)
            while true {
                try await Task.sleep(for: .milliseconds(500))
                let now = FolderSnapshot(folders)
                if now != known { signal.raise() }
                known = now
            }
        }
    }

    func end() { task.cancel() }
}
