import Archive

/// The site that stands: what is in its folder, and what of that the program wrote.
struct StandingSite: Sendable {
    let inventory: SiteInventory
    /// What the last build wrote, but for the manifest.
    let files: FileTable
    /// By file of `files`: where it stands in `inventory` with the size that it had.
    private let places: [Int32]
    /// By file of `inventory`: the last build wrote a file of this path.
    let isOurs: [Bool]
    /// Places in `files` of those that are gone.
    let missing: [Int]

    init(_ inventory: SiteInventory, _ files: FileTable) {
        var places = [Int32](repeating: -1, count: files.count)
        var isOurs = [Bool](repeating: false, count: inventory.files.count)
        var missing: [Int] = []
        PathTable.pair(files.paths, inventory.paths) { recorded, standing in
            guard let recorded else { return }
            guard let standing else { return missing.append(recorded) }
            isOurs[standing] = true
            let file = inventory.files[standing]
            if file.isRegular, file.size == files.sizes[recorded] {
                places[recorded] = Int32(standing)
            }
        }
        self.inventory = inventory
        self.files = files
        self.places = places
        self.isOurs = isOurs
        self.missing = missing
    }

    /// All that the last build wrote stands.
    var isWhole: Bool { places.allSatisfy { $0 >= 0 } }

    /// Paths of files that the last build did not write.
    var foreign: [String] {
        inventory.paths.indices.filter { !isOurs[$0] }.map { inventory.paths[$0] }
    }

    /// A file of the last build, if it still stands.
    func file(_ place: Int) -> FileRecord? {
        guard places[place] >= 0 else { return nil }
        var record = files[place]
        record.standing = Int(places[place])
        return record
    }

    /// What the last build wrote under a path, if it still stands.
    func file(_ path: String) -> FileRecord? {
        files.paths.index(of: path).flatMap(file)
    }

    func has(_ path: String) -> Bool { files.paths.index(of: path) != nil }
}
