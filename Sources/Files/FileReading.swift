import Foundation

/// Reads whole files with the calls of POSIX: no locks, no mapping, one buffer of the right size.
public enum FileReading {
    /// How often a file is read that changes meanwhile.
    private static let attempts = 3

    /// All bytes of the file at `path`, as they were at one moment.
    ///
    /// A file that changes while it is read is read again; after three attempts the error is
    /// `EBUSY`. A file of more than `most` bytes is `EFBIG` and is not read.
    /// - Parameters:
    ///   - most: the largest size in bytes.
    ///   - isRead: called after the bytes were read and before the file is compared; for tests.
    public static func read(
        _ path: String, most: Int = .max, isRead: () -> Void = {}
    ) -> Result<[UInt8], FileError> {
        func failure() -> Result<[UInt8], FileError> {
            .failure(FileError(path: path, action: "read", code: errno))
        }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return failure() }
        defer { close(file) }
        var before = stat()
        guard fstat(file, &before) == 0 else { return failure() }
        for _ in 0..<attempts {
            guard before.st_size <= most else {
                return .failure(FileError(path: path, action: "read", code: EFBIG))
            }
            let bytes: [UInt8]
            switch contents(of: file, size: Int(before.st_size), path: path) {
            case .success(let read): bytes = read
            case .failure(let failure): return .failure(failure)
            }
            isRead()
            var after = stat()
            guard fstat(file, &after) == 0 else { return failure() }
            if bytes.count == after.st_size, before.st_mtim.tv_sec == after.st_mtim.tv_sec,
                before.st_mtim.tv_nsec == after.st_mtim.tv_nsec
            {
                return .success(bytes)
            }
            before = after
            guard lseek(file, 0, SEEK_SET) == 0 else { return failure() }
        }
        return .failure(FileError(path: path, action: "read", code: EBUSY))
    }

    /// The bytes of a part of a file, for files that are too large to hold.
    ///
    /// - Parameter range: in bytes; a file that ends before it is `EIO`.
    public static func read(_ path: String, _ range: Range<Int>) throws(FileError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileError(path: path, action: "read", code: errno) }
        defer { close(file) }
        var code = EIO
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            while filled < range.count {
                let count = pread(
                    file, buffer.baseAddress.map { $0 + filled }, range.count - filled,
                    range.lowerBound + filled)
                if count < 0, errno == EINTR { continue }
                if count < 0 { code = errno }
                guard count > 0 else { return }
                filled += count
            }
        }
        guard bytes.count == range.count else {
            throw FileError(path: path, action: "read", code: code)
        }
        return bytes
    }

    /// Everything that standard input still gives.
    ///
    /// - Parameter name: what errors call it.
    public static func standardInput(name: String) -> Result<[UInt8], FileError> {
        contents(of: STDIN_FILENO, size: 1 << 16, path: name)
    }

    /// - Parameter size: what the file is expected to have.
    private static func contents(of file: Int32, size: Int, path: String)
        -> Result<[UInt8], FileError>
    {
        var bytes: [UInt8] = []
        // One byte more than the size: special files say that they are empty.
        var room = size + 1
        while true {
            var isAtEnd = false
            var code: Int32 = 0
            let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
                while filled < room {
                    let count = Foundation.read(
                        file, buffer.baseAddress.map { $0 + filled }, room - filled)
                    if count < 0, errno == EINTR { continue }
                    if count < 0 { code = errno }
                    isAtEnd = count <= 0
                    if isAtEnd { break }
                    filled += count
                }
            }
            guard code == 0 else {
                return .failure(FileError(path: path, action: "read", code: code))
            }
            if bytes.isEmpty { bytes = part } else { bytes += part }
            if isAtEnd { return .success(bytes) }
            room = 1 << 18
        }
    }
}
