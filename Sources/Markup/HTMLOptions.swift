/// How a document is written as HTML.
///
/// Without any, the HTML is that of cmark-gfm.
public struct HTMLOptions: Sendable {
    /// The target of a link and further attributes of its tag: ` class="external"`, with the space
    /// in front.
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
    /// Headings get ids made of their words, and anchors in raw HTML keep theirs (`Anchor`).
    public var headingIDs = false
    /// Put in front of every such id.
    public var headingIDPrefix = ""
    /// Added to a heading's level, up to 6.
    public var headingShift = 0
    /// Put in front of a footnote's label in ids, so that two texts can be on one page.
    public var footnotePrefix = ""
    /// `<div class="table-scroll">` around tables.
    public var scrollableTables = false
    /// Raw HTML keeps its `class` attributes: in texts of the site's own editors.
    public var keepsClasses = false
    /// `loading="lazy"` for images.
    public var lazyImages = false
    /// Resolves the target of a link or a wikilink.
    ///
    /// `nil`: the words are written without a
    /// link. Without a resolver, links keep their targets and wikilinks are written as plain words.
    public var link: (@Sendable (_ target: String, _ isWikilink: Bool) -> Destination?)?
    /// Where an image is; `nil`: its description is written instead.
    public var image: (@Sendable (_ address: String) -> Destination?)?

    public init() {}

    public static let standard = HTMLOptions()
}
