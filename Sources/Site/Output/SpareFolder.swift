import Files
import Foundation

/// The folder that becomes the new site: at first what the last build left for it, links to files
/// of the site that stands.
struct SpareFolder: Sendable {
    let path: String
    /// By file of the site that stands: it is here, too.
    private(set) var isLinked: [Bool]
    /// Folders that are here, each before those in it; their paths end in `/`.
    private(set) var folders = PathTable()
    /// Paths of files that are here and are not those of the site that stands.
    private(set) var stale: [String] = []
    /// Whether every folder here holds something.
    private(set) var isWithoutEmptyFolders = true

    /// - Parameter path: there is no such folder yet.
    init(empty path: String, under site: StandingSite) {
        self.path = path
        isLinked = [Bool](repeating: false, count: site.inventory.files.count)
    }

    /// - Parameter kept: what is known of the folder, and was checked.
    init(_ path: String, known kept: KeptSite, under site: StandingSite) {
        self.path = path
        isLinked = [Bool](repeating: true, count: site.inventory.files.count)
        folders = kept.folders
        let inventory = site.inventory
        stale = kept.changed + site.missing.map { site.files.paths[$0] }
        for path in kept.changed {
            if let place = inventory.paths.index(of: path) { isLinked[place] = false }
        }
        for place in isLinked.indices where isLinked[place] && !site.isOurs[place] {
            var status = stat()
            isLinked[place] =
                lstat("\(path)/\(inventory.paths[place])", &status) == 0
                && SiteInventory.File(status).number == inventory.files[place].number
        }
        stale += kept.foreign.filter { inventory.paths.index(of: $0) == nil }
    }

    /// Looks at everything in the folder.
    init(_ path: String, under site: StandingSite, jobs: Int) async throws {
        self.init(empty: path, under: site)
        let here = try await SiteInventory.read(path, jobs: jobs)
        folders = here.folderPaths
        isWithoutEmptyFolders = false
        PathTable.pair(here.paths, site.inventory.paths) { mine, standing in
            guard let mine else { return }
            if let standing, here.files[mine].number == site.inventory.files[standing].number {
                isLinked[standing] = true
            } else {
                stale.append(here.paths[mine])
            }
        }
    }

    func has(folder: String) -> Bool { folders.index(of: folder + "/") != nil }

    /// - Parameter removed: paths of files that were here.
    func removeEmptyFolders(of removed: [String]) throws {
        for name in removed {
            var folder = name[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                guard try Disk.removeIfEmpty("\(path)/\(folder)") else { break }
            }
        }
        guard !isWithoutEmptyFolders else { return }
        for index in folders.indices.dropFirst().reversed() {
            _ = try Disk.removeIfEmpty("\(path)/\(folders[index])")
        }
    }
}
