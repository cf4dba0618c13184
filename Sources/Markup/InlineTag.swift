/// The tags of an inline element: `InlineTags` holds them for all wraps that are written alike.
public struct InlineTag: Sendable {
    /// `<span class="s" id="s12">`, or what stands before a wrap's number.
    var open: String
    /// Behind the number of a wrap that has one.
    var openEnd: String
    /// The whole opening tag without what may stand only once in a page, such as an id.
    var reopen: String
    /// `</span>`.
    var close: String
    /// Used instead where the text stands inside a link of the source: a link cannot hold a link.
    var openInLink: String?
    var closeInLink: String
    /// Written once, behind the last part, unless that stands inside a link.
    var after: String

    /// - Parameter closeInLink: `close` when it is `nil`.
    public init(
        open: String, openEnd: String = "", reopen: String, close: String,
        openInLink: String? = nil, closeInLink: String? = nil, after: String = ""
    ) {
        self.open = open
        self.openEnd = openEnd
        self.reopen = reopen
        self.close = close
        self.openInLink = openInLink
        self.closeInLink = closeInLink ?? close
        self.after = after
    }
}
