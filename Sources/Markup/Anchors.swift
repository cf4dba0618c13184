import Text

/// Ids of headings, and of anchors that an author wrote (`<a id="x">`, `{#x}`, `^x`).
///
/// A page puts a prefix in front of each (`HTMLOptions.headingIDPrefix`), so that none is taken for
/// a part of the page itself.
public enum Anchor {
    /// The usual rule, which GitHub, Hugo and many editors follow: letters, digits, Han, `-` and
    /// `_` are kept, in lower case; spaces become hyphens; the rest is dropped.
    ///
    /// Applied to an
    /// anchor it changes nothing.
    ///
    /// Source: https://github.com/Flet/github-slugger
    public static func slug(_ words: String) -> String {
        var slug = ""
        for scalar in words.unicodeScalars {
            // CJK Unified Ideographs are all letters; asking Unicode's tables takes longer.
            if (0x4E00...0x9FFF).contains(scalar.value) {
                slug.unicodeScalars.append(scalar)
            } else if scalar == " " {
                slug.append("-")
            } else if scalar == "-" || scalar == "_" || isLetterOrDigit(scalar) {
                slug += scalar.properties.lowercaseMapping
            }
        }
        return slug.isEmpty ? "section" : slug
    }

    /// The slug with a prefix, unless it begins with it.
    public static func id(_ words: String, _ prefix: String) -> String {
        let slug = slug(words)
        return slug.hasPrefix(prefix) ? slug : prefix + slug
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        if properties.isAlphabetic || properties.numericType != nil { return true }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }
}

/// Anchors of one text; the same words give the same id in every build.
struct AnchorIDs {
    private var taken: Set<String> = []
    private var counts: [String: Int] = [:]
    private let prefix: String

    init(prefix: String) {
        self.prefix = prefix
    }

    /// The second heading of the same words gets `-1`, the third `-2`.
    mutating func heading(_ words: [UInt8]) -> String {
        let slug = Anchor.id(String(decoding: words, as: UTF8.self).trimmingSpaces, prefix)
        var id = slug
        var count = counts[slug] ?? 0
        while !taken.insert(id).inserted {
            count += 1
            id = "\(slug)-\(count)"
        }
        counts[slug] = count
        return id
    }

    /// `nil` when the text has the anchor already.
    mutating func written(_ value: [UInt8]) -> String? {
        let id = Anchor.id(String(decoding: value, as: UTF8.self), prefix)
        return taken.insert(id).inserted ? id : nil
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension MarkdownDocument {
    /// All anchors that a link can lead to, as a page has them.
    public func anchors(prefix: String) -> Set<String> {
        var ids = AnchorIDs(prefix: prefix)
        var anchors: Set<String> = []
        for (index, event) in events.enumerated() {
            switch (event.node, event.phase) {
            case (.heading, .enter): anchors.insert(ids.heading(words(ofHeading: index)))
            case (.htmlInline, _), (.htmlBlock, _):
                for tag in tags(in: bytes(event.payload)) where !tag.isClosing {
                    for attribute in tag.attributes where attribute.isAnchor(on: tag) {
                        if let id = ids.written(attribute.value) { anchors.insert(id) }
                    }
                }
            default: break
            }
        }
        return anchors
    }

    /// The words of the heading that is entered at an event.
    func words(ofHeading index: Int) -> [UInt8] {
        var words: [UInt8] = []
        for event in events[(index + 1)...] {
            if event.node == .heading { break }
            switch event.node {
            case .text, .code: words += bytes(event.payload)
            case .softBreak, .lineBreak: words.append(0x20)
            default: break
            }
        }
        return words
    }

    /// The tags of raw HTML.
    func tags(in html: ArraySlice<UInt8>) -> [RawHTMLTag] {
        var tags: [RawHTMLTag] = []
        var at = html.startIndex
        while let next = html[at...].firstIndex(of: UInt8(ascii: "<")) {
            if let tag = RawHTMLTag(html[next...]) {
                tags.append(tag)
                at = next + tag.length
            } else {
                at = next + 1
            }
        }
        return tags
    }
}

extension RawHTMLTag.Attribute {
    /// `id`, or the `name` of a link, as it was written before HTML5.
    func isAnchor(on tag: RawHTMLTag) -> Bool {
        !value.isEmpty
            && (name == Array("id".utf8)
                || name == Array("name".utf8) && tag.name == Array("a".utf8))
    }
}
