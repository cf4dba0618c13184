import Foundation

/// Standard output and standard error.
public enum StandardStream: Int32, Sendable {
    case output = 1
    case error = 2

    /// Writes all bytes.
    ///
    /// - Throws: `FileError`, for example when the disk is full or the stream is closed.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        if let code = failure(writing: bytes) {
            throw FileError(path: "standard \(self)", action: "write", code: code)
        }
    }

    /// Writes bytes that may be lost, such as a message when standard error is closed.
    public func writeIfPossible(_ bytes: [UInt8]) {
        guard failure(writing: bytes) == nil else { return }
    }

    /// - Returns: `errno` of the call that failed.
    private func failure(writing bytes: [UInt8]) -> Int32? {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(
                    rawValue, buffer.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return errno }
            written += count
        }
        return nil
    }
}
