import Dispatch
import Files
import Synchronization

/// Brings what is written to a file system to the disk itself: part of it while more is being
/// written, the rest at the end.
///
/// Waiting for all of it at the end would leave the processors without work.
final class Writeback: Sendable {
    /// Bytes after which the disk begins with its part.
    static let portion = 64 << 20

    private struct State {
        /// Bytes that the disk has not begun with.
        var waiting = 0
        var isSending = false
        /// Of the file system, which tells it only once.
        var error: FileError?
    }

    private let path: String
    private let state = Mutex(State())
    /// Tasks share a thread for each core and may not wait for the disk on one.
    private let queue = DispatchQueue(label: "writeback")

    /// - Parameter path: of a folder of the file system.
    init(of path: String) { self.path = path }

    /// Says that so many bytes were written to a file; on any thread.
    func wrote(_ bytes: Int) {
        let isDue = state.withLock { state in
            state.waiting += bytes
            guard state.waiting >= Self.portion, !state.isSending else { return false }
            state.waiting = 0
            state.isSending = true
            return true
        }
        if isDue { queue.async { self.send() } }
    }

    private func send() {
        do {
            try Disk.syncFileSystem(of: path)
            state.withLock { $0.isSending = false }
        } catch {
            state.withLock { $0.error = error }
        }
    }

    /// Waits until everything that was written is on the disk.
    ///
    /// - Throws: the error of a part that failed before, too.
    func finish() throws(FileError) {
        queue.sync {}
        if let error = state.withLock({ $0.error }) { throw error }
        try Disk.syncFileSystem(of: path)
    }
}
