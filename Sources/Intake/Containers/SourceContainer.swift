import Text

/// A captured file opened: the documents in it.
///
/// A plain file is one document. gzip is taken off whatever it wraps; MHTML holds one page, WARC
/// as many as were captured.
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
                            "unpacked it has more than \(Self.largest >> 20) MB",
                            help: "unpack it and add its parts")
                        : Diagnostic(
                            .error, "damaged-gzip", at: place, "it is damaged gzip",
                            help: "capture it again"))
                return
            }
            if result.isDamaged {
                diagnostics.append(
                    Diagnostic(
                        .warning, "damaged-gzip", at: place,
                        "the compressed file is damaged or cut off; what can be read of it is",
                        help: "compare the article with the page, or capture it again"))
            }
            source.bytes = result.bytes
        }
        if WARCArchive.isLikely(source.bytes) {
            let archive = WARCArchive(source.bytes, name: source.name)
            documents = archive.documents
            diagnostics += archive.diagnostics
            isCollection = true
            if documents.isEmpty {
                diagnostics.append(
                    Diagnostic(
                        .error, "empty-container", at: place, "the web archive holds no page",
                        help: "check that the capture went well"))
            }
        } else if ["mht", "mhtml"].contains(source.fileExtension)
            || MHTMLArchive.isLikely(source.bytes)
        {
            guard let page = MHTMLArchive(source.bytes)?.document(named: source.name) else {
                diagnostics.append(
                    Diagnostic(
                        .error, "empty-container", at: place, "the MHTML file holds no page",
                        help: "save the page again, as HTML or MHTML"))
                return
            }
            documents = [page]
        } else {
            documents = [CapturedDocument(source)]
        }
    }
}
