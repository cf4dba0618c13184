import Archive
import Files
import Text

/// What the last build of a site was made of, and what it wrote.
///
/// It counts only for the program that wrote it (`program`) and for the site that stands
/// (`manifest`).
struct BuildRecord: Sendable, CachePart {
    /// Files that are made together, and the fingerprint of all that they are made of.
    struct Entry: Sendable {
        /// The first file's path.
        var name: String
        /// `nil` where nobody knows: the files are made again each time.
        var key: Fingerprint?
        var files: [FileRecord]

        var bytes: Int { files.reduce(0) { $0 + $1.size } }
    }

    /// An entry whose files are places in a table.
    struct Group: Sendable {
        var name: String
        var key: Fingerprint?
        var places: [Int]
    }

    var program: Fingerprint
    /// Of the archive's files, the templates and the options.
    var inputs: Fingerprint
    /// Of the site's `manifest.json`.
    var manifest: ContentHash
    var articles: Int
    var mentions: Int
    var claims: Int
    /// Of the build itself, in file order.
    var diagnostics: [Diagnostic]
    /// What was written, but for the manifest.
    var files: FileTable
    var groups: [Group]
    /// Of the site.
    var folders: SettledFolders

    static let signature = Array("variorum build record 4\n".utf8)

    var bytes: [UInt8] {
        var writer = RecordWriter(signature: Self.signature)
        writer.write(program)
        writer.write(inputs)
        writer.write(manifest)
        for number in [articles, mentions, claims] { writer.write(number) }
        writer.write(diagnostics) { $0.write($1) }
        writer.write(files)
        writer.write(groups) { writer, group in
            writer.write(group.name)
            writer.write(group.key == nil ? 0 : 1)
            if let key = group.key { writer.write(key) }
            writer.write(group.places) { $0.write(short: $1) }
        }
        writer.write(folders.paths)
        writer.write(folders.stamps) { $0.write($1) }
        return writer.sealed()
    }

    /// - Returns: `nil` when the bytes are not those that were written.
    init?(_ bytes: [UInt8]) {
        guard var reader = RecordReader(sealed: bytes, Self.signature) else { return nil }
        do {
            program = try reader.fingerprint()
            inputs = try reader.fingerprint()
            manifest = try reader.hash()
            articles = try reader.number()
            mentions = try reader.number()
            claims = try reader.number()
            diagnostics = try reader.list { try $0.diagnostic() }
            let files = try reader.files()
            groups = try reader.list { reader in
                Group(
                    name: try reader.text(),
                    key: try reader.number() == 0 ? nil : try reader.fingerprint(),
                    places: try reader.list { reader in
                        let place = try reader.shortNumber()
                        guard (0..<files.count).contains(place) else {
                            throw RecordReader.Malformed()
                        }
                        return place
                    })
            }
            self.files = files
            let folders = SettledFolders(
                paths: try reader.paths(), stamps: try reader.list { try $0.folderStamp() })
            guard let folders else { return nil }
            self.folders = folders
            guard reader.isAtEnd else { return nil }
        } catch {
            return nil
        }
    }

    /// - Parameter site: made of `entries`.
    init(
        program: Fingerprint, inputs: Fingerprint, site: Publication, report: BuildReport,
        entries: [Entry]
    ) {
        self.program = program
        self.inputs = inputs
        manifest = site.manifest
        files = site.files
        folders = site.folders
        var places = site.places[...]
        groups = entries.map { entry in
            defer { places = places.dropFirst(entry.files.count) }
            return Group(
                name: entry.name, key: entry.key, places: Array(places.prefix(entry.files.count)))
        }
        articles = report.articles
        mentions = report.mentions
        claims = report.claims
        diagnostics = report.diagnostics
    }
}

extension RecordWriter {
    fileprivate mutating func write(_ files: FileTable) {
        write(files.paths)
        for size in files.sizes { write(size) }
        for hash in files.hashes { write(hash) }
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
    fileprivate mutating func files() throws -> FileTable {
        let paths = try paths()
        var sizes: [Int] = []
        sizes.reserveCapacity(paths.count)
        for _ in paths.indices { sizes.append(try number()) }
        var hashes: [ContentHash] = []
        hashes.reserveCapacity(paths.count)
        for _ in paths.indices { hashes.append(try hash()) }
        guard let files = FileTable(paths: paths, sizes: sizes, hashes: hashes) else {
            throw Malformed()
        }
        return files
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
