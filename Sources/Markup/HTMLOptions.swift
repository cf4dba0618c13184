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
    /// Headings get ids made of their words.
    public var headingIDs = false
    /// Put in front of every heading's id.
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

/// Ids for headings, made of their words: the same words give the same id in every build.
struct HeadingIDs {
    private var taken: [String: Int] = [:]
    private let prefix: String

    init(prefix: String) {
        self.prefix = prefix
    }

    /// Letters, digits and Han stay, ASCII in lower case; everything else is one hyphen.
    ///
    /// A second heading of the same words gets `-2`. Never the form of a sentence's id (`s12`).
    mutating func id(for words: [UInt8]) -> String {
        var slug = ""
        var gap = false
        for scalar in String(decoding: words, as: UTF8.self).unicodeScalars {
            guard Self.stays(scalar) else {
                gap = !slug.isEmpty
                continue
            }
            if gap { slug.append("-") }
            gap = false
            if scalar.isASCII {
                slug += scalar.properties.lowercaseMapping
            } else {
                slug.unicodeScalars.append(scalar)
            }
        }
        if slug.isEmpty { slug = "section" }
        if slug.first == "s", slug.dropFirst().allSatisfy(\.isNumber) { slug = "section-" + slug }
        slug = prefix + slug
        var id = slug
        while let count = taken[id] {
            taken[id] = count + 1
            id = "\(slug)-\(count + 1)"
        }
        taken[id] = 1
        return id
    }

    private static func stays(_ scalar: Unicode.Scalar) -> Bool {
        // CJK Unified Ideographs are letters all; asking Unicode's tables takes longer.
        if (0x4E00...0x9FFF).contains(scalar.value) { return true }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil || scalar == "_"
    }
}
