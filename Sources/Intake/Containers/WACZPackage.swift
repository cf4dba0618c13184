import Text

/// A web archive in a ZIP file (specs.webrecorder.net/wacz): WARC files, a list of pages, and
/// `datapackage.json`, which names all parts.
struct WACZPackage {
    private let archive: ZIPArchive
    private let names: [String]

    /// `nil` if the bytes are not such a file.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), let archive = ZIPArchive(bytes) else {
            return nil
        }
        names = archive.names
        let holdsWARC = names.contains { $0.hasPrefix("archive/") && Self.isWARC($0) }
        let isPackage = names.contains("datapackage.json") && names.contains("pages/pages.jsonl")
        guard holdsWARC || isPackage else { return nil }
        self.archive = archive
    }

    func read(named name: String) -> (documents: [CapturedDocument], diagnostics: [Diagnostic]) {
        let place = Diagnostic.Place(file: name)
        var documents: [CapturedDocument] = []
        var diagnostics: [Diagnostic] = []
        let missing = resources.filter { !names.contains($0) }
        if !missing.isEmpty {
            diagnostics.append(
                CapturedDocument.truncated(
                    "the web archive",
                    "it lacks \(missing.prefix(5).map { "`\($0)`" }.joined(separator: ", "))",
                    at: place))
        }
        for part in names where part.hasPrefix("archive/") && Self.isWARC(part) {
            guard var bytes = archive.file(part, most: SourceContainer.largest) else {
                diagnostics.append(
                    CapturedDocument.truncated(
                        "the web archive", "its part `\(part)` is damaged", at: place))
                continue
            }
            if bytes.starts(with: [0x1F, 0x8B]) {
                let plain = Inflate.bytes(of: bytes[...], most: SourceContainer.largest)
                if plain.isDamaged || plain.isTooLarge {
                    diagnostics.append(
                        CapturedDocument.truncated(
                            "the web archive",
                            "its part `\(part)` is \(plain.isTooLarge ? "too large" : "damaged"); the readable part was used",
                            at: place))
                }
                bytes = plain.bytes
            }
            let warc = WARCArchive(bytes, name: name)
            documents += warc.documents
            diagnostics += warc.diagnostics
        }
        let pages = self.pages
        if !pages.isEmpty {
            let found = Set(documents.compactMap { $0.address?.url })
            for page in pages where !found.contains(page) {
                diagnostics.append(
                    CapturedDocument.truncated(
                        "the web archive", "it lists the page \(page) and does not contain it",
                        at: place))
            }
            // Frames and scripts are documents too; the list says which are pages.
            let listed = documents.filter { document in
                document.address.map { pages.contains($0.url) } ?? false
            }
            if !listed.isEmpty { documents = listed }
        }
        if documents.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .error, "empty-container", at: place, "the web archive contains no page",
                    help: "check that the page was captured completely"))
        }
        return (documents, diagnostics)
    }

    private static func isWARC(_ name: String) -> Bool {
        name.hasSuffix(".warc") || name.hasSuffix(".warc.gz")
    }

    /// Paths that `datapackage.json` names.
    private var resources: [String] {
        guard let bytes = archive.file("datapackage.json", most: 16 << 20),
            let items = JSONValue.parsed(bytes)?["resources"]?.items
        else { return [] }
        return items.compactMap { $0["path"]?.string ?? $0["name"]?.string }
    }

    /// Addresses of the list of pages, one JSON object a line.
    private var pages: [String] {
        guard let bytes = archive.file("pages/pages.jsonl", most: 16 << 20) else { return [] }
        return bytes.split(separator: 0x0A).compactMap {
            JSONValue.parsed(Array($0))?["url"]?.string
        }
    }
}
