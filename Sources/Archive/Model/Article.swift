import Text

/// One text with its front matter, as `content/articles/**/<slug>.md` holds it.
public struct Article: Sendable, Equatable {
    /// File name without extension, or the `slug` key; unique in the archive.
    public var slug: String
    /// Relative to the archive folder, with `/`.
    public var file: String
    public var title: String
    public var date: PartialDate?
    public var updated: PartialDate?
    /// Names or person ids, as written.
    public var authors: [String]
    public var translators: [String]
    /// Id in outlets.yml, or a name.
    public var outlet: String?
    /// Of the value.
    public var outletPlace: Diagnostic.Place?
    /// Where it was published.
    public var url: String?
    /// BCP 47; detected from the text when the file does not say.
    public var language: String
    /// Of the title's words; `nil` if the front matter has none.
    public var titlePlace: Diagnostic.Place?
    public var tags: [String]
    /// Of the key.
    public var tagsPlace: Diagnostic.Place?
    /// The event or document that it reports on.
    public var origin: String?
    /// Entity ids that the whole article is about.
    public var about: [Located<String>]
    public var summary: String?
    /// Old paths without slashes at their front, a redirect page each.
    public var aliases: [Located<String>]
    public var isDraft: Bool
    /// Hugo's `publishDate`: the article is not published before this day.
    public var embargo: PartialDate?
    /// Hugo's `expiryDate`: the article is not published from this day on.
    public var expiry: PartialDate?
    /// Name of the template that its page is rendered with, without `.mustache`.
    public var template: Located<String>?
    /// Path of the captured bytes below `content/`.
    public var original: String?
    /// Lower-case hex of those bytes.
    public var sha256: String?
    public var captured: String?
    /// Keys without a meaning of their own.
    public var extra: [String: Value]
    /// Markdown without front matter; valid UTF-8, line ends `\n`, no BOM.
    public var body: [UInt8]
    /// Line of `file` (1-based) on which `body` begins.
    public var bodyLine: Int

    public init(
        slug: String, file: String, title: String, language: String, body: [UInt8], bodyLine: Int
    ) {
        self.slug = slug
        self.file = file
        self.title = title
        self.language = language
        self.body = body
        self.bodyLine = bodyLine
        authors = []
        translators = []
        tags = []
        about = []
        aliases = []
        isDraft = false
        extra = [:]
    }
}

extension Article {
    /// Why the article is not published on a day, as a note; `nil` if it is.
    func embargoNote(on today: PartialDate) -> Diagnostic? {
        let isEarly = embargo.map { today < $0.wholeDay } ?? false
        guard isEarly || expiry.map({ $0.wholeDay <= today }) ?? false else { return nil }
        return Diagnostic(
            .note, isEarly ? "not-yet-published" : "expired", at: Diagnostic.Place(file: file),
            isEarly
                ? "this article is left out until \(embargo?.text ?? ""), its `publishDate`"
                : "this article is left out since \(expiry?.text ?? ""), its `expiryDate`",
            help: "build with `--drafts` to see it")
    }
}

extension PartialDate {
    /// The first day of the date, without a time.
    fileprivate var wholeDay: PartialDate {
        PartialDate(year: year, month: month ?? 1, day: day ?? 1)
    }
}
