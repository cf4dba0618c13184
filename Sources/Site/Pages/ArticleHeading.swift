import Archive
import Files

/// The heading of an article on the pages of the entities that it mentions, rendered once.
///
/// Only the relative path to the article differs from page to page.
final class ArticleHeading: Sendable {
    /// All parts in one array: pages of entities read headings from all over the memory.
    private let bytes: [UInt8]
    /// Of all of it.
    let key: Fingerprint
    private let startEnd: Int
    private let addressEnd: Int
    private let restEnd: Int
    /// Whether the article's language differs from the interface's.
    let isInOtherLanguage: Bool

    /// Up to the address.
    var start: ArraySlice<UInt8> { bytes[..<startEnd] }
    /// From the site's root, percent-encoded.
    var address: ArraySlice<UInt8> { bytes[startEnd..<addressEnd] }
    /// From the end of the address to the sentences.
    var rest: ArraySlice<UInt8> { bytes[addressEnd..<restEnd] }
    var listStart: ArraySlice<UInt8> { bytes[restEnd...] }

    init(_ article: Article, outlet: String?, language: String) {
        let isInOtherLanguage = article.language != language
        let textLanguage = isInOtherLanguage ? " lang=\"\(HTML.escape(article.language))\"" : ""
        var bytes = Array(
            "<section class=\"in-article\"><h3\(textLanguage)><a href=\"".utf8)
        startEnd = bytes.count
        bytes += SitePath.link(from: "", to: SitePath.article(article.slug)).utf8
        addressEnd = bytes.count
        let outlet = outlet.map { "<span>\(HTML.escape($0))</span>" }
        let date = article.date.map {
            "<time datetime=\"\($0.iso)\">\(DateWords.text($0, language: language))</time>"
        }
        let kicker = [outlet, date].compactMap { $0 }.joined(separator: " ")
        let line = kicker.isEmpty ? "" : "<p class=\"kicker\">\(kicker)</p>\n"
        bytes += "\">\(HTML.escape(article.title))</a></h3>\n\(line)".utf8
        restEnd = bytes.count
        bytes += "<ol class=\"sentences\"\(textLanguage)>\n".utf8
        self.bytes = bytes
        key = Fingerprint(of: bytes)
        self.isInOtherLanguage = isInOtherLanguage
    }
}
