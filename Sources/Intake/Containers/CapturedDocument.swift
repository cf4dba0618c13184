/// One document out of a captured file, with what the file says about it.
struct CapturedDocument {
    var source: Source
    /// Where it was captured, as the file notes it, and what notes it: `WARC-Target-URI`.
    var address: (url: String, from: String)?
    /// The encoding that a server named; believed like the label of a page.
    var charset: String?
    /// Pictures that were captured with it.
    var pictures = PictureShelf()
    /// The file says that it is a web page, whatever it looks like.
    var isPage = false
    /// Made by a converter: everything in it is the document.
    var isWhole = false

    init(_ source: Source) { self.source = source }
}
