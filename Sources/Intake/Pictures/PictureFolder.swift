import Foundation

/// The files that lie beside a saved page, and nothing outside of its folder.
struct PictureFolder: Sendable {
    private let folder: String

    /// `nil` when the page came from standard input.
    init?(besides page: String) {
        guard page != "-" else { return nil }
        let parent = page.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let path = parent.isEmpty ? "." : parent.joined(separator: "/")
        guard let real = Self.real(path.isEmpty ? "/" : path) else { return nil }
        folder = real
    }

    /// The bytes of a file, by its path from the page; `nil` when there is none, or a link leads
    /// out of the folder.
    func picture(_ path: String) -> [UInt8]? {
        guard let real = Self.real(folder + "/" + path), real.hasPrefix(folder + "/") else {
            return nil
        }
        var status = stat()
        guard stat(real, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_size <= Self.largest
        else { return nil }
        do {
            return try DiskFolder.read(real)
        } catch {
            // A picture that cannot be read is one that was not captured.
            return nil
        }
    }

    private static let largest = 64 << 20

    private static func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
