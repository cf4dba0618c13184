import Archive
import Files
import Text

/// Writes files of the built-in theme into an archive's `templates/`, where authors change them.
///
/// Files that differ from the built-in ones contain an author's changes and are overwritten only on
/// request.
public struct ThemeExport: Sendable {
    public struct Report: Sendable {
        /// Paths relative to the archive, sorted.
        public var written: [String] = []
        /// Paths of files that already have the same bytes, sorted.
        public var unchanged: [String] = []
        /// If there are any, nothing was written.
        public var diagnostics: [Diagnostic] = []
    }

    /// How a file of the built-in theme relates to the one in `templates/`.
    public enum State: String, Sendable {
        case builtIn = "built-in"
        case copied
        case changed
    }

    private let archive: String
    private static let folder = "templates/"

    public init(archive: String) {
        self.archive = archive
    }

    /// The files of the built-in theme, sorted, with the state of their copies in `templates/`.
    ///
    /// - Throws: `ContentFolderError` when there is no archive.
    public func list() throws -> [(name: String, state: State)] {
        try ContentFolder.find(root: archive)
        return try ThemeFiles.builtIn.sorted { $0.key < $1.key }.map { name, bytes in
            guard let own = try Disk.readIfPresent(path(of: name)) else { return (name, .builtIn) }
            return (name, own == bytes ? .copied : .changed)
        }
    }

    /// - Parameters:
    ///   - names: `article.mustache`, `article`, `templates/article.mustache`, `style.css`; empty:
    ///     the whole theme.
    ///   - overwrites: whether files that differ are overwritten.
    /// - Throws: `ContentFolderError` when there is no archive.
    public func write(_ names: [String], overwrites: Bool) throws -> Report {
        try ContentFolder.find(root: archive)
        var report = Report()
        var chosen: Set<String> = names.isEmpty ? Set(ThemeFiles.builtIn.keys) : []
        for name in names {
            if let file = Self.file(named: name) {
                chosen.insert(file)
            } else {
                report.diagnostics.append(Self.unknown(name))
            }
        }
        do throws(FileError) {
            var files: [(name: String, bytes: [UInt8])] = []
            for name in chosen.sorted() {
                let bytes = ThemeFiles.builtIn[name] ?? []
                let own = try Disk.readIfPresent(path(of: name))
                if own == bytes {
                    report.unchanged.append(Self.folder + name)
                } else if own != nil, !overwrites {
                    report.diagnostics.append(Self.differs(name))
                } else {
                    files.append((name, bytes))
                }
            }
            guard report.diagnostics.isEmpty else { return report }
            for file in files {
                try Disk.makeFolder(Self.parent(of: path(of: file.name)))
                try Disk.replace(path(of: file.name), with: file.bytes)
                report.written.append(Self.folder + file.name)
            }
        } catch {
            report.diagnostics.append(Self.refused(error))
        }
        return report
    }

    private func path(of name: String) -> String { "\(archive)/\(Self.folder)\(name)" }

    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    /// The file that a user means: by its path, with or without `templates/`, by the name of a
    /// template without extension, or by the name of an asset without its folder.
    private static func file(named name: String) -> String? {
        let path = name.hasPrefix(folder) ? String(name.dropFirst(folder.count)) : name
        return [path, path + ".mustache", "assets/" + path].first { ThemeFiles.builtIn[$0] != nil }
    }

    private static func unknown(_ name: String) -> Diagnostic {
        let names = ThemeFiles.builtIn.keys.sorted()
        let short = names.flatMap {
            [$0, $0.replacing(".mustache", with: ""), $0.replacing("assets/", with: "")]
        }
        let near = Spelling.nearest(to: name, among: short).flatMap(file)
        return Diagnostic(
            .error, "unknown-file", "the built-in theme has no file `\(name)`",
            help: near.map { "did you mean `\($0)`?" }
                ?? "`variorum theme --list` lists its files")
    }

    private static func differs(_ name: String) -> Diagnostic {
        Diagnostic(
            .error, "file-exists", at: .init(file: folder + name),
            "this file differs from the built-in one and was not overwritten",
            help: "use --force to overwrite it, or name the files that you want")
    }

    private static func refused(_ error: FileError) -> Diagnostic {
        Diagnostic(
            .error, "output-failed", at: .init(file: error.path),
            "cannot \(error.action): \(error.reason)",
            help: "give yourself permission to write it, or move away what is in its place")
    }
}
