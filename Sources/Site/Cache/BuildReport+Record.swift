import Files
import Text

/// The part of a report that is stored and repeated by a build without changes.
extension BuildReport {
    var summary: [UInt8] {
        var writer = RecordWriter()
        for number in [articles, mentions, claims] { writer.write(number) }
        writer.write(diagnostics) { writer, diagnostic in
            writer.write(diagnostic.severity.rawValue)
            writer.write(diagnostic.id)
            writer.write(diagnostic.place == nil ? 0 : 1)
            if let place = diagnostic.place { writer.write(place) }
            writer.write(diagnostic.message)
            writer.write(diagnostic.notes) { $0.write($1) }
            writer.write(diagnostic.help)
        }
        return writer.bytes
    }

    /// - Returns: `nil` when the bytes are not a summary.
    init?(summary: [UInt8]) {
        var reader = RecordReader(summary, from: 0)
        do {
            articles = try reader.number()
            mentions = try reader.number()
            claims = try reader.number()
            diagnostics = try reader.list { reader in
                guard let severity = Diagnostic.Severity(rawValue: try reader.text()) else {
                    throw RecordReader.Malformed()
                }
                let id = try reader.text()
                let place = try reader.number() == 0 ? nil : try reader.place()
                return Diagnostic(
                    severity, id, at: place, try reader.text(),
                    notes: try reader.list { try $0.text() }, help: try reader.optionalText())
            }
        } catch {
            return nil
        }
    }
}
