import Text

/// All that loading an article's file gives, but for the text itself: kept, it saves reading the
/// front matter of the same bytes again.
///
/// What the whole archive decides (another slug, a language, ids that lead nowhere) is not in it
/// yet.
public struct ArticleHead: Sendable, Equatable {
    /// Without its body.
    public var article: Article
    /// Bytes of the normalized text before the body.
    public var bodyStart: Int
    /// File name without extension when the slug is that name without its date.
    public var longSlug: String?
    /// Where the slug was written.
    public var slugPlace: Diagnostic.Place
    public var originalPlace: Diagnostic.Place

    public init(
        article: Article, bodyStart: Int, longSlug: String?, slugPlace: Diagnostic.Place,
        originalPlace: Diagnostic.Place
    ) {
        self.article = article
        self.bodyStart = bodyStart
        self.longSlug = longSlug
        self.slugPlace = slugPlace
        self.originalPlace = originalPlace
    }

    /// `nil` where something is to be said about the file.
    init?(_ reading: ArticleReader.Reading) {
        guard reading.diagnostics.isEmpty else { return nil }
        article = reading.article
        article.body = []
        bodyStart = reading.bodyStart
        longSlug = reading.longSlug
        slugPlace = reading.slugPlace
        originalPlace = reading.originalPlace
    }

    /// - Parameter text: of the same bytes, normalized.
    func reading(_ text: consuming [UInt8]) -> ArticleReader.Reading {
        text.removeFirst(bodyStart)
        var article = article
        article.body = text
        return ArticleReader.Reading(
            article: article, longSlug: longSlug, slugPlace: slugPlace,
            originalPlace: originalPlace, bodyStart: bodyStart, diagnostics: [])
    }
}
