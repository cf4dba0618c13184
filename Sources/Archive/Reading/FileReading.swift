import Foundation
import Text

/// Reads one file by the calls of POSIX: no locks, no mapping, one buffer of the right size.
enum FileReading {
    struct Failure: Error, Sendable {
        /// The value of `errno`.
        var code: Int32

        func diagnostic(_ path: String) -> Diagnostic {
            Diagnostic(
                .error, "unreadable-file", at: Diagnostic.Place(file: path),
                "this file cannot be read: \(reason)",
                help: help)
        }

        private var help: String {
            switch code {
            case EACCES: "give yourself permission to read it, or move it away"
            case EFBIG: "divide it into several files"
            case ENOENT, EBUSY: "build again when nobody changes it any more"
            default: "move it away"
            }
        }

        var reason: String {
            switch code {
            case EBUSY: "it changes while it is read"
            case EFBIG: "it is larger than \(ContentFolder.largestFile >> 20) MiB"
            case EACCES: "permission denied"
            case ENOENT: "it is not there"
            case EISDIR: "it is a folder"
            case ELOOP: "it links to itself"
            default: String(cString: strerror(code))
            }
        }
    }

    /// How often a file is read that changes meanwhile.
    private static let attempts = 3

    /// All bytes of the file at `path`, as they were at one moment.
    ///
    /// - Parameters:
    ///   - most: bytes that a file may have.
    ///   - isRead: called when the bytes are there, before it is seen whether the file is still the
    ///   same.
    static func read(
        _ path: String, most: Int = .max, isRead: () -> Void = {}
    ) -> Result<[UInt8], Failure> {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return .failure(Failure(code: errno)) }
        defer { close(file) }
        var before = stat()
        guard fstat(file, &before) == 0 else { return .failure(Failure(code: errno)) }
        for _ in 0..<attempts {
            guard before.st_size <= most else { return .failure(Failure(code: EFBIG)) }
            let bytes: [UInt8]
            switch self.bytes(of: file, size: Int(before.st_size)) {
            case .success(let read): bytes = read
            case .failure(let failure): return .failure(failure)
            }
            isRead()
            var after = stat()
            guard fstat(file, &after) == 0 else { return .failure(Failure(code: errno)) }
            if bytes.count == after.st_size, before.st_mtim.tv_sec == after.st_mtim.tv_sec,
                before.st_mtim.tv_nsec == after.st_mtim.tv_nsec
            {
                return .success(bytes)
            }
            before = after
            guard lseek(file, 0, SEEK_SET) == 0 else { return .failure(Failure(code: errno)) }
        }
        return .failure(Failure(code: EBUSY))
    }

    private static func bytes(of file: Int32, size: Int) -> Result<[UInt8], Failure> {
        var bytes: [UInt8] = []
        // One byte more than the size, which some files have that say they are empty.
        var room = size + 1
        while true {
            var read = 0
            var failure: Failure?
            let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
                while filled < room {
                    read = Foundation.read(
                        file, buffer.baseAddress.map { $0 + filled }, room - filled)
                    if read < 0, errno == EINTR { continue }
                    if read <= 0 { break }
                    filled += read
                    // The end, as the caller asks for the size once more.
                    if filled == size {
                        read = 0
                        break
                    }
                }
                if read < 0 { failure = Failure(code: errno) }
            }
            if let failure { return .failure(failure) }
            if bytes.isEmpty { bytes = part } else { bytes += part }
            if read == 0 { return .success(bytes) }
            room = 65_536
        }
    }
}
