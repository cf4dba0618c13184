import Text

/// A captured file opened: the documents in it.
///
/// A plain file is one document. gzip is unpacked, whatever it contains; MHTML contains one page,
/// WARC any number.
struct SourceContainer {
    private(set) var documents: [CapturedDocument] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// The file may hold several documents, of which some may be no article.
    private(set) var isCollection = false

    /// Bytes that a compressed file may grow to.
    static let largest = 512 << 20

    init(_ source: Source) {
        let place = Diagnostic.Place(file: source.name)
        var source = source
        var layers = 0
        while source.bytes.starts(with: [0x1F, 0x8B]), layers < 3 {
            layers += 1
            let result = Inflate.bytes(of: source.bytes[...], most: Self.largest)
            if result.isTooLarge || result.bytes.isEmpty {
                diagnostics.append(
                    result.isTooLarge
                        ? Diagnostic(
                            .error, "page-too-large", at: place,
                            "it is larger than \(Self.largest >> 20) MB when unpacked",
                            help: "unpack it, and add its files")
                        : Diagnostic(
                            .error, "damaged-gzip", at: place, "damaged gzip data",
                            help: "capture it again"))
                return
            }
            if result.isDamaged {
                diagnostics.append(
                    Diagnostic(
                        .warning, "damaged-gzip", at: place,
                        "the compressed file is damaged or truncated; the readable part was used",
                        help: "compare the article with the page, or capture the page again"))
            }
            source.bytes = result.bytes
        }
        if let package = WACZPackage(source.bytes) {
            let read = package.read(named: source.name)
            documents = read.documents
            diagnostics += read.diagnostics
            isCollection = true
        } else if Feed.isLikely(source.bytes), let feed = Feed(source.bytes) {
            let read = feed.read(named: source.name)
            documents = read.documents
            diagnostics += read.diagnostics
            isCollection = true
        } else if let export = JSONExport(source) {
            documents = export.documents
            diagnostics += export.diagnostics
            isCollection = true
        } else if WARCArchive.isLikely(source.bytes) {
            let archive = WARCArchive(source.bytes, name: source.name)
            documents = archive.documents
            diagnostics += archive.diagnostics
            isCollection = true
            if documents.isEmpty {
                diagnostics.append(
                    Diagnostic(
                        .error, "empty-container", at: place, "the web archive contains no page",
                        help: "check that the page was captured completely"))
            }
        } else if ["mht", "mhtml"].contains(source.fileExtension)
            || MHTMLArchive.isLikely(source.bytes)
        {
            let archive = MHTMLArchive(source.bytes)
            if archive?.isCut == true {
                diagnostics.append(
                    CapturedDocument.truncated(
                        "the page", "the file ends before its last part does", at: place))
            }
            guard let page = archive?.document(named: source.name) else {
                diagnostics.append(
                    Diagnostic(
                        .error, "empty-container", at: place, "the MHTML file contains no page",
                        help: "save the page again, as HTML or MHTML"))
                return
            }
            documents = [page]
        } else {
            var document = CapturedDocument(source)
            // A note that Zotero exported has nothing around it.
            if SourceKind.isSavedPage(source) || source.fileExtension == "html",
                ByteSearch.contains(
                    Array("zotero-note".utf8), in: Array(source.bytes.prefix(1 << 16)))
            {
                document.isPage = true
                document.isWhole = true
            }
            documents = [document]
        }
    }
}

/// One document of a captured file, with the metadata of the file.
struct CapturedDocument {
    var source: Source
    /// Where it was captured, as the file notes it, and what notes it: `WARC-Target-URI`.
    var address: (url: String, from: String)?
    /// The encoding that a server named; used like the label of a page.
    var charset: String?
    /// The title that the file gives it, if the page has none.
    var title: String?
    /// What a feed or an export says about it.
    var facts: ExportedText?
    /// Pictures that were captured with it.
    var pictures = PictureShelf()
    /// The file says that this is a web page; its content is not inspected.
    var isPage = false
    /// Made by a converter: everything in it is the document.
    var isWhole = false

    init(_ source: Source) { self.source = source }

    static func truncated(_ what: String, _ how: String, at place: Diagnostic.Place) -> Diagnostic {
        Diagnostic(
            .warning, "truncated-capture", at: place, "\(what) is not complete: \(how)",
            help: "compare the article with the page, or capture the page again")
    }
}

/// Pictures that a captured file contains besides a page, by the addresses that the page uses.
struct PictureShelf: Sendable {
    private var byAddress: [String: [UInt8]] = [:]

    var isEmpty: Bool { byAddress.isEmpty }

    mutating func add(_ bytes: [UInt8], at address: String) {
        byAddress[Self.key(address)] = bytes
    }

    subscript(address: String) -> [UInt8]? { byAddress[Self.key(address)] }

    private static func key(_ address: String) -> String {
        String(address.prefix { $0 != "#" })
    }
}
