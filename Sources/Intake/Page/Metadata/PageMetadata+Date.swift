import Archive
import Foundation
import Text

extension PageMetadata {
    mutating func readDate(_ data: LinkedData) {
        let clues: [(String?, String)] = [
            (data.datePublished, "JSON-LD datePublished"),
            (
                meta(
                    "article:published_time", "og:published_time", "bt:pubdate", "pubdate",
                    "publishdate", "publish_date", "datepublished", "weibo:article:create_at",
                    "og:release_date"), "meta"
            ),
            (
                meta(
                    "date", "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date",
                    "sailthru.date", "article.published", "article:publish_time", "_pubtime",
                    "publishtime"), "meta"
            ),
        ]
        for (text, from) in clues {
            guard let text, let date = Self.date(in: text) else { continue }
            self.date = date
            evidence.append(IncomingArticle.Evidence(field: "date", from: from))
            return
        }
        for index in tree.nodes.indices where tree.nodes[index].kind == .element {
            let isPublished =
                tree.value(index, .itemprop)?.elementsEqual("datePublished".utf8) == true
            guard isPublished || tree.nodes[index].tag == .time else { continue }
            for text in [
                tree.string(index, .datetime), tree.string(index, .content), tree.words(of: index),
            ].compactMap({ $0 }) {
                guard let date = Self.date(in: text) else { continue }
                self.date = date
                evidence.append(
                    IncomingArticle.Evidence(
                        field: "date", from: isPublished ? "itemprop datePublished" : "time element"
                    ))
                return
            }
        }
    }

    /// The first date in a line of words.
    static func date(in text: String) -> PartialDate? {
        if let date = PartialDate(text.trimmed), date.day != nil { return date }
        let scalars = Array(text.unicodeScalars.prefix(200))
        for index in scalars.indices {
            guard scalars[index].isASCII, let found = DateWords.match(scalars, at: index),
                found.date.day != nil
            else { continue }
            return found.date
        }
        return nil
    }

    /// Whether the words describe when a page was changed, not published.
    private static func mentionsChange(_ words: ArraySlice<UInt8>) -> Bool {
        let bytes = words.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return changes.contains { ByteSearch.contains($0, in: bytes) }
    }

    private static let changes = WordList.dates["changed"].map { Array($0.utf8) }

    private static let dateLabels =
        WordList.dates["published"] + WordList.dates["updated"] + WordList.dates["label"]

    /// A date after a label.
    private mutating func readLabelledDate(_ range: Range<Int>) -> Bool {
        for index in range where tree.nodes[index].kind == .text {
            guard let parent = tree.parent(of: index), !tree.nodes[parent].tag.holdsNoText,
                tree.text(index).count < 400
            else { continue }
            let text = String(decoding: tree.text(index), as: UTF8.self)
            for label in Self.dateLabels {
                guard let parts = text.range(of: label) else { continue }
                let rest = String(text[parts.upperBound...])
                guard
                    let date = Self.date(in: rest)
                        ?? (rest.unicodeScalars.count < 4
                            ? Self.date(in: tree.words(of: tree.parent(of: parent) ?? parent))
                            : nil)
                else { continue }
                self.date = date
                evidence.append(
                    IncomingArticle.Evidence(field: "date", from: "words after `\(label)`"))
                return true
            }
        }
        return false
    }

    /// A date in the words around the title, where the page's own data has none: the first full
    /// date between the title and the end of the article's first words, else the first before it.
    mutating func readDate(near article: Int) {
        guard date == nil else { return }
        let around = max(0, article - 400)..<min(tree.nodes.count, article + 200)
        if readLabelledDate(around) { return }
        let title = Letters.of(self.title ?? "")
        var titleAt: Int?
        for index in 0..<tree.nodes.count
        where tree.nodes[index].kind == .text && index <= tree.subtree(of: article).upperBound {
            guard let parent = tree.parent(of: index), tree.nodes[parent].tag != .title,
                !tree.nodes[parent].tag.holdsNoText
            else { continue }
            let words = Letters.of(Array(tree.text(index)))
            if words.count >= 6, !title.isEmpty,
                words.starts(with: title)
                    || title.starts(with: words) && words.count * 2 > title.count
            {
                titleAt = index
                break
            }
        }
        let start = titleAt ?? article
        let ranges = [start..<min(tree.nodes.count, start + 400), max(0, start - 200)..<start]
        for range in ranges {
            for index in range where tree.nodes[index].kind == .text {
                guard let parent = tree.parent(of: index), !tree.nodes[parent].tag.holdsNoText
                else {
                    continue
                }
                let text = tree.text(index)
                guard text.count < 400, !Self.mentionsChange(text),
                    let date = Self.date(in: String(decoding: text, as: UTF8.self)),
                    (1990...2100).contains(date.year)
                else { continue }
                self.date = date
                evidence.append(
                    IncomingArticle.Evidence(field: "date", from: "words near the title"))
                return
            }
        }
        if let found = ScriptDate.find(tree) {
            date = found.date
            evidence.append(
                IncomingArticle.Evidence(field: "date", from: "script, `\(found.name)`"))
        } else if let text = meta(
            "dateupdate", "article:modified_time", "og:updated_time", "lastmod"),
            let date = Self.date(in: text)
        {
            // Better the day of the last change than none; it is named as that.
            self.date = date
            evidence.append(
                IncomingArticle.Evidence(field: "date", from: "meta, day of the last change"))
        }
    }

}

/// Dates that a page's scripts hold: what sites that draw themselves put where their words should
/// be.
enum ScriptDate {
    private static let names = [
        "publishDate", "publishTime", "publish_time", "pubDate", "pubTime", "datePublished",
        "publishedAt", "published_at", "pub_time", "publish_date", "publishedTime", "createTime",
        "create_time",
    ]

    /// The first date that a variable or a key of one of `names` has.
    static func find(_ tree: HTMLTree, names: [String]? = nil) -> (date: PartialDate, name: String)?
    {
        let wanted = (names ?? Self.names).map { Array($0.utf8) }
        for node in tree.nodes.indices where tree.isElement(node, .script) {
            for child in tree.children(of: node) where tree.nodes[child].kind == .text {
                let text = tree.text(child)
                guard text.count < 2_000_000 else { continue }
                for name in wanted {
                    if let date = date(of: name, in: text) {
                        return (date, String(decoding: name, as: UTF8.self))
                    }
                }
            }
        }
        return nil
    }

    private static func date(of name: [UInt8], in text: ArraySlice<UInt8>) -> PartialDate? {
        var rest = text
        while let found = rest.firstRange(of: name) {
            let before = found.lowerBound > text.startIndex ? text[found.lowerBound - 1] : 0x20
            rest = text[found.upperBound...]
            guard !isWord(before) else { continue }
            var index = found.upperBound
            var hasSign = false
            while index < text.endIndex,
                [0x20, 0x22, 0x27, 0x3A, 0x3D, 0x5C, 0x28].contains(text[index])
            {
                if text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "=") {
                    hasSign = true
                }
                index += 1
            }
            guard hasSign else { continue }
            let value = text[index...].prefix {
                $0 != 0x22 && $0 != 0x27 && $0 != 0x2C && $0 != 0x3B && $0 != 0x7D && $0 != 0x5C
                    && $0 != 0x3C && $0 >= 0x20
            }.prefix(40)
            if let date = date(String(decoding: value, as: UTF8.self)) { return date }
        }
        return nil
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
            || byte == UInt8(ascii: "_")
    }

    /// Seconds or milliseconds since 1970 are read in UTC+8, where the sites that do so are.
    static func date(_ value: String) -> PartialDate? {
        let digits = value.trimmed
        if (digits.utf8.count == 10 || digits.utf8.count == 13), let number = Int(digits) {
            let seconds = digits.utf8.count == 13 ? number / 1000 : number
            guard (788_918_400...4_102_444_800).contains(seconds) else { return nil }
            return day(seconds + 8 * 3600)
        }
        return PageMetadata.date(in: value)
    }

    /// The day of a count of seconds (Howard Hinnant, "chrono-compatible low-level date
    /// algorithms").
    private static func day(_ seconds: Int) -> PartialDate {
        let z = seconds / 86_400 + 719_468
        let era = z / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        return PartialDate(
            year: yoe + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: doy - (153 * mp + 2) / 5 + 1)
    }
}
