import Foundation

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
        var seconds: Int
        var nanoseconds: Int
    }

    private var stamps: [String: Stamp] = [:]

    init(_ folders: [String]) {
        for folder in folders {
            guard let names = FileManager.default.enumerator(atPath: folder) else { continue }
            for case let name as String in names {
                var status = stat()
                let path = "\(folder)/\(name)"
                guard lstat(path, &status) == 0 else { continue }
                stamps[path] = Stamp(
                    size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
                    nanoseconds: status.st_mtim.tv_nsec)
            }
        }
    }
}

/// Watches files and raises a `ChangeSignal` when they change.
protocol Watch: Sendable {
    /// Stops watching.
    func end()
}
