import Files

/// Checks folders for changes twice a second.
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

/// Names, sizes and modification times of all files below some folders, for comparison.
struct FolderSnapshot: Equatable, Sendable {
    private struct Stamp: Equatable, Sendable {
        var size: Int
        /// Nanoseconds since 1970.
        var modified: Int
    }

    private var stamps: [String: Stamp] = [:]

    init(_ folders: [String]) {
        for folder in folders {
            for name in Self.names(in: folder) {
                let path = "\(folder)/\(name)"
                guard let status = FileStatus(path) else { continue }
                stamps[path] = Stamp(size: status.size, modified: status.modified)
            }
        }
    }

    private static func names(in folder: String) -> [String] {
        do {
            return try FolderEntries.files(below: folder)
        } catch {
            // A folder that is removed while it is listed is listed again half a second later.
            return []
        }
    }
}

/// Watches files and raises a `ChangeSignal` when they change.
protocol Watch: Sendable {
    /// Stops watching.
    func end()
}
