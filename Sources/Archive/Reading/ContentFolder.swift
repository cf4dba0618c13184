import Files
import Text

/// The files below `content/` as the disk holds them: the first stage of every command.
///
/// 1. `ContentFolder.read` walks the folder and reads what can be read (`FolderWalk`,
///    `FileReading`);
/// 2. `NormalizedText` makes one kind of text of it: UTF-8, line ends `\n`;
/// 3. `Archive.load` gives the files their meaning.
public struct ContentFolder: Sendable {
    /// What a file is for, by where it lies.
    public enum Role: Sendable, Equatable {
        case article
        /// HTML or plain text among the articles: converted into Markdown before it is loaded.
        case rawArticle
        case entity(Entity.Kind)
        case claims
        case annotations
        case page
        case settings, metrics, outlets
    }

    public struct File: Sendable {
        /// Relative to the archive folder, with `/`: `content/articles/a.md`.
        public var path: String
        public var role: Role
        /// As on disk.
        public var bytes: [UInt8]

        public init(path: String, role: Role, bytes: [UInt8]) {
            self.path = path
            self.role = role
            self.bytes = bytes
        }
    }

    /// Bytes; larger files are refused.
    ///
    /// Each of its bytes is three at most when control characters are replaced, and offsets into
    /// what is made of it are kept in four bytes.
    public static let largestFile = 256 << 20

    /// The archive folder; `""` when the files come from memory.
    public var root: String
    /// The kinds of entities, built in and declared.
    public var kinds: [Entity.Kind]
    /// The files that are loaded, by the bytes of their paths.
    public var files: [File]
    /// Paths below `content/assets/` and `content/root/`, relative to the archive folder, sorted.
    public var assets: [String]
    /// Paths below `content/originals/`, relative to the archive folder, sorted.
    public var originals: [String]
    /// Files that could not be read, links that leave the archive, files that nothing reads.
    public var diagnostics: [Diagnostic]
    /// Paths of files that could not be read, or whose role is not known because `archive.yml` is
    /// wrong: what refers to them is not reported again.
    public var unread: [String]

    /// A folder from memory, as tests and previews need it.
    ///
    /// Paths begin with `content/`.
    public init(_ files: [(path: String, text: String)]) {
        let texts = Dictionary(files.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 })
        self.init(root: "", paths: files.map(\.path)) { texts[$0].map { Array($0.utf8) } }
        for index in self.files.indices {
            self.files[index].bytes = Array((texts[self.files[index].path] ?? "").utf8)
        }
    }

    /// The files with their roles and without their bytes.
    ///
    /// - Parameter read: a file's bytes; only the settings are read, because they declare kinds.
    private init(root: String, paths: [String], read: (String) -> [UInt8]?) {
        self.root = root
        files = []
        assets = []
        originals = []
        diagnostics = []
        unread = []
        let settings = paths.first { FileRole($0, kinds: []) == .loaded(.settings) }
        let declared = settings.map { KindReader.read(read($0), path: $0) } ?? KindReader.Reading()
        kinds = declared.kinds
        diagnostics += declared.diagnostics
        var ignored = IgnoredFiles(kinds: kinds)
        for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            switch FileRole(path, kinds: kinds) {
            case .loaded(let role): files.append(File(path: path, role: role, bytes: []))
            case .asset: assets.append(path)
            case .original: originals.append(path)
            case .review, .notice: break
            // It may belong to a kind that could not be read.
            case .unknown where declared.isIncomplete && FileRole.fileExtension(path) == "md":
                unread.append(path)
            case .unknown: ignored.add(path)
            }
        }
        diagnostics += ignored.diagnostics
    }

    /// Makes sure that there is something to read.
    ///
    /// - Throws: `ContentFolderError`.
    public static func find(root: String) throws { try FolderWalk.find(root: root) }

    /// Reads the archive folder `root`.
    ///
    /// Names beginning with `.` or `_` and names ending in `~` are left out. What cannot be read
    /// becomes a diagnostic.
    ///
    /// - Parameter jobs: how many files are read at a time; the result is the same for any number.
    /// - Throws: `ContentFolderError` without a folder `content/`.
    public static func read(root: String, jobs: Int? = nil) throws -> ContentFolder {
        let walk = try FolderWalk.run(root: root)
        var folder = ContentFolder(root: root, paths: walk.paths) {
            // What cannot be read is reported below, with all other files.
            guard case .success(let bytes) = FileReading.read(root + "/" + $0, most: largestFile)
            else { return nil }
            return bytes
        }
        folder.diagnostics += walk.diagnostics
        let read = ParallelMap.map(folder.files, jobs: jobs ?? ParallelMap.cores) { file in
            (file, FileReading.read(root + "/" + file.path, most: largestFile))
        }
        folder.files = []
        for (file, outcome) in read {
            switch outcome {
            case .success(let bytes):
                folder.files.append(File(path: file.path, role: file.role, bytes: bytes))
            case .failure(let failure):
                folder.unread.append(file.path)
                folder.diagnostics.append(failure.diagnostic(file.path))
            }
        }
        folder.diagnostics.sort()
        return folder
    }
}
