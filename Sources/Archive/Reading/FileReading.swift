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
                help: code == EACCES
                    ? "give yourself permission to read it, or move it away" : "move it away")
        }

        var reason: String {
            switch code {
            case EACCES: "permission denied"
            case ENOENT: "it is not there"
            case EISDIR: "it is a folder"
            case ELOOP: "it links to itself"
            default: String(cString: strerror(code))
            }
        }
    }

    /// All bytes of the file at `path`.
    static func read(_ path: String) -> Result<[UInt8], Failure> {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return .failure(Failure(code: errno)) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { return .failure(Failure(code: errno)) }
        var bytes: [UInt8] = []
        var failure: Failure?
        // One byte more than the size, so that the end is seen without another buffer.
        var room = Int(status.st_size) + 1
        while failure == nil {
            let count = bytes.count
            var read = 0
            bytes.append(
                contentsOf: [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
                    while filled < room {
                        read = Foundation.read(
                            file, buffer.baseAddress.map { $0 + filled }, room - filled)
                        if read < 0, errno == EINTR { continue }
                        if read <= 0 { break }
                        filled += read
                    }
                    if read < 0 { failure = Failure(code: errno) }
                })
            if read == 0 || bytes.count == count { break }
            room = 65_536
        }
        if let failure { return .failure(failure) }
        return .success(bytes)
    }
}
