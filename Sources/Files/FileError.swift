import Foundation

/// A system call on a file or folder failed.
public struct FileError: Error, CustomStringConvertible {
    public var path: String
    /// What was tried, as the end of a sentence that begins with "cannot": "read", "write".
    public var action: String
    /// The value of `errno`.
    public var code: Int32

    public init(path: String, action: String, code: Int32) {
        self.path = path
        self.action = action
        self.code = code
    }

    /// It would happen to every file: the disk is full or read-only, or a quota is used up.
    public var concernsTheDisk: Bool { [ENOSPC, EROFS, EDQUOT, EIO].contains(code) }

    /// The system's words for the code.
    public var reason: String { String(cString: strerror(code)) }

    public var description: String { "`\(path)`: \(reason)" }
}
