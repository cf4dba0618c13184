import Files
import Foundation
import Search

/// A temporary file for the part of the search index that exceeds the memory limit, created on
/// demand.
///
/// It is unlinked after creation, so the system deletes it when the object or the process ends.
final class OverflowFile: SpillFile {
    private let path: String
    private var descriptor: Int32 = -1
    private var size = 0

    /// - Parameter path: the path of the file until it is unlinked.
    init(_ path: String) {
        self.path = path
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    private func make() throws {
        try Disk.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        try Disk.removeFile(path)
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileError(path: path, action: "write", code: errno) }
        try Disk.removeFile(path)
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws {
        if descriptor < 0 { try make() }
        try move(bytes.count, at: size, "write") { done, offset in
            pwrite(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done, offset)
        }
        size += bytes.count
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
        try move(buffer.count, at: offset, "read") { done, offset in
            pread(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, offset)
        }
    }

    /// - Parameter call: the system call; takes the number of bytes done and the offset of the next
    ///   one.
    private func move(
        _ count: Int, at offset: Int, _ action: String, _ call: (Int, Int) -> Int
    ) throws {
        var done = 0
        while done < count {
            let moved = call(done, offset + done)
            if moved > 0 {
                done += moved
            } else if moved == 0 || errno != EINTR {
                throw FileError(path: path, action: action, code: moved == 0 ? EIO : errno)
            }
        }
    }
}
