import Archive
import Text

/// What the last build of a site was made of, and what it wrote.
///
/// It counts only for the program that wrote it (`program`) and for the site that stands
/// (`manifest`).
struct BuildRecord: Sendable {
    /// Files that are made together, and the fingerprint of all that they are made of.
    struct Entry: Sendable {
        /// The first file's path.
        var name: String
        /// `nil` where nobody knows: the files are made again each time.
        var key: Fingerprint?
        var files: [FileRecord]

        var bytes: Int { files.reduce(0) { $0 + $1.size } }
    }

    var program: Fingerprint
    /// Of the archive's files, the templates and the options.
    var inputs: Fingerprint
    /// SHA-256 of the site's `manifest.json`.
    var manifest: String
    var articles: Int
    var mentions: Int
    var claims: Int
    /// Of the build itself, in file order.
    var diagnostics: [Diagnostic]
    var entries: [Entry]

    private static let signature = Array("variorum build record 2\n".utf8)

    var bytes: [UInt8] {
        var writer = RecordWriter()
        writer.write(program)
        writer.write(inputs)
        writer.write(manifest)
        for number in [articles, mentions, claims] { writer.write(number) }
        writer.write(diagnostics) { $0.write($1) }
        writer.write(entries) { writer, entry in
            writer.write(entry.name)
            writer.write(entry.key == nil ? 0 : 1)
            if let key = entry.key { writer.write(key) }
            writer.write(entry.files) { $0.write($1) }
        }
        return writer.sealed(Self.signature)
    }

    /// - Returns: `nil` when the bytes are not those that were written.
    init?(_ bytes: [UInt8]) {
        guard var reader = RecordReader(sealed: bytes, Self.signature) else { return nil }
        do {
            program = try reader.fingerprint()
            inputs = try reader.fingerprint()
            manifest = try reader.text()
            articles = try reader.number()
            mentions = try reader.number()
            claims = try reader.number()
            diagnostics = try reader.list { try $0.diagnostic() }
            entries = try reader.list { reader in
                Entry(
                    name: try reader.text(),
                    key: try reader.number() == 0 ? nil : try reader.fingerprint(),
                    files: try reader.list { try $0.file() })
            }
            guard reader.isAtEnd else { return nil }
        } catch {
            return nil
        }
    }

    init(
        program: Fingerprint, inputs: Fingerprint, manifest: String, report: BuildReport,
        entries: [Entry]
    ) {
        self.program = program
        self.inputs = inputs
        self.manifest = manifest
        self.entries = entries
        articles = report.articles
        mentions = report.mentions
        claims = report.claims
        diagnostics = report.diagnostics
    }
}

extension RecordWriter {
    fileprivate mutating func write(_ file: FileRecord) {
        write(file.path)
        write(file.size)
        write(file.sha256)
    }

    fileprivate mutating func write(_ diagnostic: Diagnostic) {
        write(diagnostic.severity.rawValue)
        write(diagnostic.id)
        write(diagnostic.place == nil ? 0 : 1)
        if let place = diagnostic.place { write(place) }
        write(diagnostic.message)
        write(diagnostic.notes) { $0.write($1) }
        write(diagnostic.help)
    }
}

extension RecordReader {
    fileprivate mutating func file() throws -> FileRecord {
        FileRecord(path: try text(), size: try number(), sha256: try text())
    }

    fileprivate mutating func diagnostic() throws -> Diagnostic {
        guard let severity = Diagnostic.Severity(rawValue: try text()) else { throw Malformed() }
        let id = try text()
        let place =
            try number() == 0
            ? nil
            : try self.place()
        return Diagnostic(
            severity, id, at: place, try text(), notes: try list { try $0.text() },
            help: try optionalText())
    }
}
