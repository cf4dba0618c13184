import Archive
import Text

/// Loads an archive from files in memory.
func load(_ files: (path: String, text: String)...) -> Archive {
    Archive.load(ContentFolder(files.map { ("content/" + $0.path, $0.text) }))
}

/// Each diagnostic as `file:line:column: severity: message [id] | help`, without the excerpt.
func lines(_ archive: Archive) -> [String] {
    archive.diagnostics.map { diagnostic in
        var place = ""
        if let at = diagnostic.place {
            place = at.file
            if at.line > 0 { place += ":\(at.line)" }
            if at.column > 0 { place += ":\(at.column)" }
            place += ": "
        }
        let help = diagnostic.help.map { " | " + $0 } ?? ""
        let notes = diagnostic.notes.map { " (\($0))" }.joined()
        return place + "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.id)]"
            + notes + help
    }
}
