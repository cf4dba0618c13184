import Text

/// What publishing did.
public struct PublishReport: Sendable {
    /// Files of the site, the manifest included.
    public var files: Int
    /// Paths that were new or differed, sorted.
    public var written: [String]
    /// Paths of the old site that the new one no longer has, sorted.
    public var removed: [String]
    /// Paths in the folder that the program did not write; they were not touched.
    public var foreign: [String]
    /// Paths that something else had changed or removed since the last build.
    public var restored: [String]
    /// Paths that the new site no longer has and that something else had changed.
    public var removedChanged: [String] = []

    public func diagnostics(in folder: String) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        let visible = foreign.filter { !$0.hasPrefix(".") }
        if let first = visible.first {
            notes.append(
                note(
                    "foreign-file", folder, first,
                    "\(count(visible)) in the output folder not written by variorum; kept"))
        }
        if let first = restored.first {
            notes.append(
                note(
                    "restored-file", folder, first,
                    "\(count(restored)) of the site changed or removed since the last build; restored"
                ))
        }
        if let first = removedChanged.first {
            notes.append(
                note(
                    "removed-file", folder, first,
                    "\(count(removedChanged)) changed since the last build that the site no longer has; removed"
                ))
        }
        return notes
    }

    private func note(_ id: String, _ folder: String, _ path: String, _ message: String)
        -> Diagnostic
    {
        Diagnostic(.note, id, at: .init(file: "\(folder)/\(path)"), message)
    }

    private func count(_ paths: [String]) -> String {
        "\(paths.count) \(paths.count == 1 ? "file" : "files")"
    }
}
