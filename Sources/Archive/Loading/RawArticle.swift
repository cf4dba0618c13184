import Text

/// A saved page or plain text that lies among the articles, before it is converted.
public struct RawArticle: Sendable {
    /// Relative to the archive folder; `.html`, `.htm` or `.txt`.
    public var file: String
    /// As on disk, in any encoding.
    public var bytes: [UInt8]

    public init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }
}

/// One article made of a `RawArticle`.
public struct ConvertedArticle: Sendable {
    /// Its slug; `nil`: the name of the file that it was made of.
    public var slug: String?
    /// Markdown with front matter, UTF-8.
    public var markdown: [UInt8]

    public init(slug: String? = nil, markdown: [UInt8]) {
        self.slug = slug
        self.markdown = markdown
    }
}
