import Foundation
import Text

/// Folders of a site that hold files of the program and nothing else, and when the entries of each
/// changed last.
///
/// While a stamp stays the same, the names in its folder do: they need not be listed.
struct SettledFolders: Sendable {
    /// They end in `/`.
    private(set) var paths = PathTable()
    private(set) var stamps: [FolderStamp] = []

    init() {}

    /// - Returns: `nil` when the lists do not belong together.
    init?(paths: PathTable, stamps: [FolderStamp]) {
        guard paths.count == stamps.count else { return nil }
        self.paths = paths
        self.stamps = stamps
    }

    /// - Parameters:
    ///   - files: of the program.
    ///   - foreign: paths of all other files.
    ///   - stamp: of a folder by its path; `nil` where it does not tell of every change to come.
    init(_ files: PathTable, foreign: [String], stamp: (_ folder: String) -> FolderStamp?) {
        let folders = files.folders
        var shared = Set<String>()
        for path in foreign {
            var folder = path[...]
            while let slash = folder.lastIndex(of: "/") {
                shared.insert(String(folder[...slash]))
                folder = folder[..<slash]
            }
        }
        for folder in folders.indices.dropFirst() {
            let isLeaf = folder + 1 == folders.count || !folders.isPrefix(folder, of: folder + 1)
            let path = folders[folder]
            guard isLeaf, !shared.contains(path), let stamp = stamp(path) else { continue }
            paths.append(folders, folder)
            stamps.append(stamp)
        }
    }

    /// Of a site that nobody else can reach.
    ///
    /// - Parameters:
    ///   - root: its path.
    ///   - kept: what was known of it before files were written to it.
    ///   - written: paths of these files.
    init(
        _ files: PathTable, foreign: [String], in root: String, kept: KeptSite?,
        written: [String]
    ) {
        var now = timespec()
        let isKnown = clock_gettime(CLOCK_REALTIME_COARSE, &now) == 0
        let changed = kept == nil ? [] : Set(written.map(Self.folder))
        self.init(files, foreign: foreign) { folder in
            let stamp =
                (changed.contains(folder) ? nil : kept?.stamp(of: folder))
                ?? FolderStamp("\(root)/\(folder)")
            return stamp.flatMap { isKnown && $0.isSettled(at: now) ? $0 : nil }
        }
    }

    private static func folder(of file: String) -> String {
        file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    }

    /// Of a site as it was found.
    init(_ files: PathTable, foreign: [String], in site: SiteInventory) {
        self.init(files, foreign: foreign) { folder in
            site.folderPaths.index(of: folder).flatMap {
                site.folders[$0].isSettled ? site.folders[$0].stamp : nil
            }
        }
    }

    /// When the entries of a folder changed last; `nil` where nothing is known of it.
    subscript(folder: [UInt8]) -> FolderStamp? {
        paths.index(of: folder).map { stamps[$0] }
    }
}
