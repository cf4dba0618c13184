import Archive

/// An article above its sentences on the pages of entities: made once, since an article names many.
///
/// Only the way to the article differs from page to page.
struct ArticleHeading: Sendable {
    /// From the site's root, percent-encoded.
    let address: [UInt8]
    /// Up to the address.
    let start: [UInt8]
    /// From behind the address to the sentences.
    let rest: [UInt8]
    let listStart: [UInt8]

    init(_ article: Article, outlet: String?, language: String) {
        address = Array(SitePath.link(from: "", to: SitePath.article(article.slug)).utf8)
        let textLanguage = HTML.escape(article.language)
        start = Array(
            "<section class=\"in-article\"><h3 lang=\"\(textLanguage)\"><a href=\"".utf8)
        let outlet = outlet.map { "<span>\(HTML.escape($0))</span>" }
        let date = article.date.map {
            "<time datetime=\"\($0.iso)\">\(DateWords.text($0, language: language))</time>"
        }
        let kicker = [outlet, date].compactMap { $0 }.joined(separator: " ")
        let line = kicker.isEmpty ? "" : "<p class=\"kicker\">\(kicker)</p>\n"
        rest = Array("\">\(HTML.escape(article.title))</a></h3>\n\(line)".utf8)
        listStart = Array("<ol class=\"sentences\" lang=\"\(textLanguage)\">\n".utf8)
    }
}
