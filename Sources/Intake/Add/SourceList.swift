import Files
import Foundation
import Text

/// The files that the arguments of `add` name: files as they come, folders with what is in them.
public struct SourceList: Sendable {
    /// Paths to read, in the order of the arguments, a folder's files sorted; `-` is standard
    /// input.
    public private(set) var paths: [String] = []
    /// Arguments that name nothing.
    public private(set) var diagnostics: [Diagnostic] = []

    public init(_ arguments: [String]) {
        for argument in arguments { add(argument) }
    }

    /// The bytes of one of `paths`, or what keeps them from being read.
    public static func read(_ path: String) -> Result<Source, UnreadableSource> {
        let bytes = path == "-" ? FileReading.standardInput(name: path) : FileReading.read(path)
        return bytes.map { Source(name: path, bytes: $0) }
            .mapError { UnreadableSource(diagnostic: unreadable(path, $0.code)) }
    }

    public struct UnreadableSource: Error, Sendable {
        public var diagnostic: Diagnostic
    }

    private mutating func add(_ argument: String) {
        guard argument != "-" else {
            paths.append(argument)
            return
        }
        guard let status = FileStatus(following: argument) else {
            diagnostics.append(Self.unreadable(argument, errno))
            return
        }
        guard status.kind == .folder else {
            paths.append(argument)
            return
        }
        let folder =
            argument.count > 1 && argument.hasSuffix("/") ? String(argument.dropLast()) : argument
        do throws(FileError) {
            let all = try FolderEntries.regularFiles(below: folder).map(\.path).filter {
                !Self.isIgnored($0)
            }
            let pages = Set(all)
            let files = all.filter { !Self.belongsToPage($0, of: pages) && !Self.isAsset($0) }
            if files.isEmpty {
                diagnostics.append(
                    Diagnostic(
                        .warning, "empty-folder", at: Diagnostic.Place(file: argument),
                        "the folder has no files"))
            }
            paths += files.map { folder + "/" + $0 }
        } catch {
            diagnostics.append(Self.unreadable(error.path, error.code))
        }
    }

    /// Hidden and backup files, as everywhere in an archive.
    private static func isIgnored(_ path: String) -> Bool {
        path.split(separator: "/").contains {
            $0.hasPrefix(".") || $0.hasPrefix("_") || $0.hasSuffix("~")
        }
    }

    /// Whether a file is in the folder that a browser has made beside a page: `page_files/`.
    private static func belongsToPage(_ path: String, of files: Set<String>) -> Bool {
        let parts = path.split(separator: "/")
        for (index, part) in parts.dropLast().enumerated() {
            for ending in ["_files", ".files"] where part.hasSuffix(ending) {
                let stem = (parts[..<index] + [part.dropLast(ending.count)]).joined(separator: "/")
                if files.contains(stem + ".html") || files.contains(stem + ".htm") { return true }
            }
        }
        return false
    }

    /// Files that pages are made of are skipped in folders; named directly, they are refused with a
    /// reason.
    private static func isAsset(_ path: String) -> Bool {
        assets.contains(Source(name: path, bytes: []).fileExtension)
    }

    private static let assets: Set<String> = [
        "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "bmp",
        "woff", "woff2", "ttf", "otf", "eot", "mp3", "mp4", "webm", "rule",
    ]

    private static func unreadable(_ path: String, _ code: Int32) -> Diagnostic {
        Diagnostic(
            .error, "unreadable-source", at: Diagnostic.Place(file: path),
            "cannot be read: \(code == ENOENT ? "no such file" : String(cString: strerror(code)).lowercased())",
            help: code == ENOENT ? "check the name" : "check the permissions")
    }
}
