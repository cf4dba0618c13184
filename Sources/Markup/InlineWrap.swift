/// An inline element to be put around a range of the plain text when a document is written as HTML:
/// a sentence, a claim's mark, a mention.
///
/// Ranges may overlap and cross the document's own elements; the writer splits a wrap where it must
/// and writes `reopen` for every part after the first. Of two wraps at one place the one of lower
/// `level` is outside.
public struct InlineWrap: Sendable, Equatable {
    /// Bytes of `PlainText.utf8`.
    public var range: Range<Int>
    public var level: Int
    /// `<span class="s" id="s1">`.
    public var open: String
    /// The same without what may stand only once in a page, such as an id.
    public var reopen: String
    /// `</span>`.
    public var close: String
    /// Used instead where the text stands inside a link of the source: a link cannot hold a link.
    public var openInLink: String?
    public var closeInLink: String?
    /// Written once, behind the last part, unless that stands inside a link.
    public var after: String?

    public init(
        range: Range<Int>, level: Int, open: String, reopen: String, close: String,
        openInLink: String? = nil, closeInLink: String? = nil, after: String? = nil
    ) {
        self.range = range
        self.level = level
        self.open = open
        self.reopen = reopen
        self.close = close
        self.openInLink = openInLink
        self.closeInLink = closeInLink
        self.after = after
    }
}
