/// How a document is written as HTML.
///
/// Without any, the HTML is that of cmark-gfm.
public struct HTMLOptions: Sendable {
    /// Where a link leads and what else its tag says: ` class="external"`, with the space in front.
    public struct Destination: Sendable, Equatable {
        /// The address, not yet escaped.
        public var href: String
        /// Attributes, written as they are.
        public var attributes: String

        public init(href: String, attributes: String = "") {
            self.href = href
            self.attributes = attributes
        }
    }

    /// HTML of today that the Nu checker passes: classes instead of `align`, no slashes in empty
    /// tags.
    public var modern = false
    /// Headings get ids made of their words.
    public var headingIDs = false
    /// Put in front of every heading's id.
    public var headingIDPrefix = ""
    /// Added to a heading's level, up to 6.
    public var headingShift = 0
    /// Put in front of a footnote's label in ids, so that two texts can stand on one page.
    public var footnotePrefix = ""
    /// `<div class="table-scroll">` around tables.
    public var scrollableTables = false
    /// `loading="lazy"` for images.
    public var lazyImages = false
    /// Where the link to a target, or a wikilink's target, leads.
    ///
    /// `nil`: the words stand without a
    /// link. Without a resolver links lead where they say, and wikilinks are their words.
    public var link: (@Sendable (_ target: String, _ isWikilink: Bool) -> Destination?)?
    /// Where an image is; `nil`: its description stands instead of it.
    public var image: (@Sendable (_ address: String) -> Destination?)?

    public init() {}

    public static let standard = HTMLOptions()
}
