import Archive
import Text

/// What publishing did.
public struct PublishReport: Sendable {
    /// Files of the site, the manifest included.
    public var files: Int
    /// Paths that were new or differed, sorted.
    public var written: [String]
    /// Paths of the old site that the new one no longer has, sorted.
    public var removed: [String]
    /// Paths in the folder that the program did not write; they were kept.
    public var foreign: [String]

    /// - Parameters:
    ///   - records: the new site.
    ///   - old: what stands in its folder.
    init(_ records: [FileRecord], over old: StandingSite) {
        let paths = old.inventory.paths
        var isTaken = [Bool](repeating: false, count: paths.count)
        var written: [String] = []
        for record in records {
            if let place = record.standing {
                isTaken[place] = true
            } else {
                written.append(record.path)
                if let place = paths.index(of: record.path) { isTaken[place] = true }
            }
        }
        files = records.count
        self.written = written.sorted(by: PathTable.precedes)
        let others = paths.indices.filter { !isTaken[$0] }
        removed = others.filter { old.isOurs[$0] }.map { paths[$0] }
        foreign = others.filter { !old.isOurs[$0] }.map { paths[$0] }
    }

    /// Of a site that stands as the last build left it.
    init(unchanged site: StandingSite) {
        files = site.files.count + 1
        written = []
        removed = []
        foreign = site.foreign.filter { $0 != Manifest.path }
    }

    func diagnostics(in folder: String) -> [Diagnostic] {
        guard let first = foreign.first(where: { !$0.hasPrefix(".") }) else { return [] }
        let count = foreign.count { !$0.hasPrefix(".") }
        return [
            Diagnostic(
                .note, "foreign-file", at: .init(file: "\(folder)/\(first)"),
                "\(count) \(count == 1 ? "file" : "files") in the output folder not written by variorum; kept"
            )
        ]
    }
}
