/// The tags of an inline element, made once for all wraps that are written alike.
public struct InlineTag: Sendable {
    /// `<span class="s" id="s12">`, or what stands before a wrap's number.
    let open: [UInt8]
    /// Behind the number of a wrap that has one.
    let openEnd: [UInt8]
    /// The whole opening tag without what may stand only once in a page, such as an id.
    let reopen: [UInt8]
    /// `</span>`.
    let close: [UInt8]
    /// The element is a link: the text that stands inside a link of the source gets `openInLink`.
    let isLink: Bool
    let openInLink: [UInt8]
    let closeInLink: [UInt8]
    /// Written once, behind the last part, unless that stands inside a link.
    let after: [UInt8]

    /// - Parameters:
    ///   - openInLink: instead of `open` where the text stands inside a link of the source: a link
    ///     cannot hold a link.
    ///   - closeInLink: `close` when it is `nil`.
    public init(
        open: String, openEnd: String = "", reopen: String, close: String,
        openInLink: String? = nil, closeInLink: String? = nil, after: String = ""
    ) {
        self.open = Array(open.utf8)
        self.openEnd = Array(openEnd.utf8)
        self.reopen = Array(reopen.utf8)
        self.close = Array(close.utf8)
        isLink = openInLink != nil
        self.openInLink = Array((openInLink ?? "").utf8)
        self.closeInLink = Array((closeInLink ?? close).utf8)
        self.after = Array(after.utf8)
    }
}

/// The tags that a document's wraps name: those of all documents, then those of this one.
public struct InlineTags: Sendable {
    private let shared: [InlineTag]
    private var own: [InlineTag] = []

    public init(_ shared: [InlineTag] = []) {
        self.shared = shared
    }

    /// - Returns: what `InlineWrap.tag` names it by.
    public mutating func add(_ tag: InlineTag) -> Int {
        own.append(tag)
        return shared.count + own.count - 1
    }

    subscript(tag: Int) -> InlineTag {
        _read {
            if tag < shared.count { yield shared[tag] } else { yield own[tag - shared.count] }
        }
    }
}
