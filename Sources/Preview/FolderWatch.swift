import Files
import Foundation
import Synchronization

/// Watches folders of an archive recursively with inotify(7).
///
/// Detects files renamed into place, new folders and replaced folders; ignores files whose names
/// begin with `.` or end in `~`.
final class FolderWatch: Watch {
    /// Why folders cannot be watched.
    enum Failure: Error, Equatable, CustomStringConvertible {
        /// A limit of the system is reached: the name of its sysctl.
        case limit(String)
        case system(Int32)

        var description: String {
            switch self {
            case .limit(let name):
                "the limit of watched folders is reached; raise it, as in: sudo sysctl \(name)=524288"
            case .system(let code): "folders cannot be watched: \(String(cString: strerror(code)))"
            }
        }
    }

    /// Paths of the watched folders, by watch descriptor.
    private typealias Watches = [Int32: String]

    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB)

    private let root: String
    private let names: [String]
    private let descriptor: Int32
    private let signal: ChangeSignal
    private let watches = Mutex(Watches())
    /// A pipe; closing its write end stops the thread.
    private let ended: (read: Int32, write: Int32)

    /// - Parameters:
    ///   - names: folders of `root`; they need not exist yet.
    ///   - signal: raised at every change.
    /// - Throws: `Failure`.
    init(_ names: [String], in root: String, _ signal: ChangeSignal) throws {
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard descriptor >= 0 else {
            throw errno == EMFILE ? Failure.limit("fs.inotify.max_user_instances") : .system(errno)
        }
        var pipe: [Int32] = [-1, -1]
        guard Glibc.pipe(&pipe) == 0 else {
            close(descriptor)
            throw Failure.system(errno)
        }
        ended = (pipe[0], pipe[1])
        self.root = root
        self.names = names
        self.signal = signal
        do {
            try watchAll()
        } catch {
            for file in [descriptor, ended.read, ended.write] { close(file) }
            throw error
        }
        Thread.detachNewThread { self.wait() }
    }

    func end() { close(ended.write) }

    /// Reads events as they come, on a thread of its own, until `end` is called.
    private func wait() {
        defer {
            close(descriptor)
            close(ended.read)
        }
        while true {
            var ready = [descriptor, ended.read].map {
                pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
            }
            guard poll(&ready, 2, -1) >= 0 || errno == EINTR, ready[1].revents == 0 else { return }
            if ready[0].revents != 0 { read() }
        }
    }

    private func watchAll() throws {
        try add(root)
        for name in names { try addTree("\(root)/\(name)") }
    }

    private func add(_ path: String) throws {
        let number = inotify_add_watch(descriptor, path, Self.events | UInt32(IN_ONLYDIR))
        if number >= 0 {
            watches.withLock { $0[number] = path }
        } else if errno == ENOSPC {
            throw Failure.limit("fs.inotify.max_user_watches")
        } else if errno != ENOENT, errno != ENOTDIR, errno != EACCES {
            throw Failure.system(errno)
        }
    }

    /// Folders that are removed in the meantime are skipped.
    private func addTree(_ path: String) throws {
        try add(path)
        for entry in entries(of: path) where entry.kind == .folder && !entry.text.hasPrefix(".") {
            try addTree("\(path)/\(entry.text)")
        }
    }

    private func entries(of path: String) -> [FolderEntry] {
        do {
            return try FolderEntries.of(path)
        } catch {
            return []
        }
    }

    // MARK: Events

    private func read() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var changes: [Change] = []
        while case let count = Glibc.read(descriptor, &buffer, buffer.count), count > 0 {
            var rest = buffer[..<count]
            while let event = Event(&rest) {
                if let change = take(event) { changes.append(change) }
            }
        }
        guard !changes.isEmpty else { return }
        let files = changes.compactMap(\.file)
        signal.raise(files.count == changes.count ? files : nil)
    }

    /// A change that may affect the site.
    private struct Change {
        /// Relative to the archive folder; `nil` for folders and unknown files.
        var file: String?
    }

    private func take(_ event: Event) -> Change? {
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
            watchAgain(nil)
            return Change()
        }
        guard let folder = watches.withLock({ $0[event.watch] }) else { return nil }
        if event.mask & UInt32(IN_IGNORED) != 0 {
            watches.withLock { $0[event.watch] = nil }
            return nil
        }
        guard !event.name.hasPrefix("."), !event.name.hasSuffix("~"),
            folder != root || names.contains(event.name)
        else { return nil }
        let isNew = event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0
        let isFolder = event.mask & UInt32(IN_ISDIR) != 0
        if isNew, isFolder { watchAgain("\(folder)/\(event.name)") }
        guard !isFolder, folder.hasPrefix(root + "/") else { return Change() }
        return Change(file: "\(folder.dropFirst(root.utf8.count + 1))/\(event.name)")
    }

    /// A folder that cannot be watched is added again at the next change.
    private func watchAgain(_ path: String?) {
        do {
            if let path { try addTree(path) } else { try watchAll() }
        } catch {
            // A new folder exceeded the limit; the change itself is still reported.
            signal.raise()
        }
    }

    /// `struct inotify_event` with its name.
    private struct Event {
        var watch: Int32
        var mask: UInt32
        var name: String

        /// Removes an event from the front of the bytes.
        init?(_ bytes: inout ArraySlice<UInt8>) {
            let size = MemoryLayout<inotify_event>.size
            guard bytes.count >= size else { return nil }
            let head = bytes.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
            watch = head.wd
            mask = head.mask
            let name = bytes.dropFirst(size).prefix(Int(head.len))
            self.name = String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
            bytes = bytes.dropFirst(size + Int(head.len))
        }
    }
}
