import Files

/// What the last build of a site was made of, and what it wrote.
///
/// It counts only for the program that wrote it (`program`) and for the site in the folder
/// (`manifest`).
public struct BuildRecord: Sendable, CachePart {
    /// An entry whose files are places in `files`.
    struct Group: Sendable {
        var name: String
        var inputs: Fingerprint?
        var key: Fingerprint?
        var places: [Int]
    }

    public var program: Fingerprint
    /// Of the archive's files, the templates and the options.
    public var inputs: Fingerprint
    /// What the caller wants to know of a build without repeating it.
    public var summary: [UInt8]
    var manifest: SiteFile
    /// All but the manifest, sorted.
    var files: [SiteFile]
    var groups: [Group]

    public static let signature = Array("variorum build record 6\n".utf8)

    /// - Parameter site: made of `entries`.
    public init(
        program: Fingerprint, inputs: Fingerprint, summary: [UInt8], site: Publication,
        entries: [OutputEntry]
    ) {
        self.program = program
        self.inputs = inputs
        self.summary = summary
        manifest = site.manifest
        files = site.files
        let places = Dictionary(
            files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        groups = entries.map { entry in
            Group(
                name: entry.name, inputs: entry.inputs, key: entry.key,
                places: entry.files.compactMap { places[$0.path] })
        }
    }

    public var bytes: [UInt8] {
        var writer = RecordWriter(signature: Self.signature)
        writer.write(program)
        writer.write(inputs)
        writer.write(summary)
        Self.write(manifest, to: &writer)
        writer.write(files) { Self.write($1, to: &$0) }
        writer.write(groups) { writer, group in
            writer.write(group.name)
            for key in [group.inputs, group.key] {
                writer.write(short: key == nil ? 0 : 1)
                if let key { writer.write(key) }
            }
            writer.write(group.places) { $0.write(short: $1) }
        }
        return writer.sealed()
    }

    /// - Returns: `nil` when the bytes are not those that were written.
    public init?(_ bytes: [UInt8]) {
        guard var reader = RecordReader(sealed: bytes, Self.signature) else { return nil }
        do {
            program = try reader.fingerprint()
            inputs = try reader.fingerprint()
            summary = try reader.piece()
            manifest = try Self.file(&reader)
            files = try reader.list(Self.file)
            let count = files.count
            groups = try reader.list { reader in
                Group(
                    name: try reader.text(), inputs: try Self.key(&reader),
                    key: try Self.key(&reader),
                    places: try reader.list { reader in
                        let place = try reader.shortNumber()
                        guard (0..<count).contains(place) else { throw RecordReader.Malformed() }
                        return place
                    })
            }
            guard reader.isAtEnd else { return nil }
        } catch {
            return nil
        }
    }

    private static func key(_ reader: inout RecordReader) throws -> Fingerprint? {
        try reader.shortNumber() == 0 ? nil : try reader.fingerprint()
    }

    private static func write(_ file: SiteFile, to writer: inout RecordWriter) {
        writer.write(file.path)
        writer.write(short: file.size)
        writer.write(file.sha256)
        writer.write(short: file.stamp == nil ? 0 : 1)
        file.stamp?.write(to: &writer)
    }

    private static func file(_ reader: inout RecordReader) throws -> SiteFile {
        var file = SiteFile(
            path: try reader.text(), size: try reader.shortNumber(), sha256: try reader.hash())
        if try reader.shortNumber() != 0 { file.stamp = try FileStamp(&reader) }
        return file
    }
}
