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
            guard let property = tree.string(index, .itemprop),
                property.split(separator: " ").contains("datePublished")
            else { continue }
            for text in [
                tree.string(index, .datetime), tree.string(index, .content), tree.words(of: index),
            ].compactMap({ $0 }) {
                guard let date = Self.date(in: text) else { continue }
                self.date = date
                evidence.append(
                    IncomingArticle.Evidence(field: "date", from: "itemprop datePublished"))
                return
            }
        }
    }

    /// The first date in a line of words.
    static func date(in text: String) -> PartialDate? {
        if let date = PartialDate(text.trimmed), date.day != nil {
            return isPlausible(date) ? date : nil
        }
        let scalars = Array(text.unicodeScalars.prefix(200))
        for index in scalars.indices {
            guard scalars[index].isASCII, let found = DateWords.match(scalars, at: index),
                found.date.day != nil, isPlausible(found.date)
            else { continue }
            return found.date
        }
        return nil
    }

    /// Programs write the first day of their calendar for a date that they do not know.
    static func isPlausible(_ date: PartialDate) -> Bool {
        (1700...2100).contains(date.year) && (date.year, date.month, date.day) != (1970, 1, 1)
            && (date.year, date.month, date.day) != (1900, 1, 1)
    }

    /// Whether the words describe when a page was changed, not published.
    private static func mentionsChange(_ words: ArraySlice<UInt8>) -> Bool {
        let bytes = words.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return changes.contains { ByteSearch.contains($0, in: bytes) }
    }

    private static let changes = WordList.dates["changed"].map { Array($0.utf8) }

    private static let published = WordList.dates["published"] + WordList.dates["label"]

    /// The date that the page shows for its article, and what it may be where it shows none.
    ///
    /// A date counts as that of publication in a byline: a short line between the title and the
    /// text, or after a label.
    /// Dates of the running text, of comments, sidebars, footers and of lists of other articles
    /// are guesses.
    mutating func readDate(near article: Int, page: SavedPage) {
        let visible = VisibleDate(tree, article: article, page: page, title: title)
        if let shown = visible.shown {
            if let own = date {
                reconcile(own, with: shown)
            } else {
                date = shown.date
                evidence.append(IncomingArticle.Evidence(field: "date", from: shown.from))
            }
        }
        guard date == nil else { return }
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
        } else if let guess = visible.guess {
            dateGuess = guess
            evidence.append(
                IncomingArticle.Evidence(
                    field: "date", from: "guess: \(guess.date.text) (\(guess.from)), not used"))
        }
    }

    /// A moment in UTC may be the day before or after the one that the outlet shows; other
    /// differences are conflicts.
    private mutating func reconcile(
        _ own: PartialDate, with shown: (date: PartialDate, from: String)
    ) {
        guard own.text.prefix(10) != shown.date.text.prefix(10) else { return }
        guard !evidence.contains(where: { $0.field == "date" && $0.from.hasPrefix("site rule") })
        else { return }
        let isUTC =
            own.time.map { $0.hasSuffix("Z") || $0.hasSuffix("+00:00") || $0.hasSuffix("+0000") }
            ?? false
        if isUTC, abs(Self.days(own) - Self.days(shown.date)) == 1 {
            evidence.removeAll { $0.field == "date" && !$0.from.hasPrefix("differs") }
            evidence.append(
                IncomingArticle.Evidence(
                    field: "date", from: "\(shown.from), the local day of \(own.text)"))
            date = shown.date
        } else {
            evidence.append(
                IncomingArticle.Evidence(
                    field: "date", from: "differs: \(shown.date.text) (\(shown.from))"))
        }
    }

    /// Days since a fixed day (Howard Hinnant, "chrono-compatible low-level date algorithms").
    private static func days(_ date: PartialDate) -> Int {
        let month = date.month ?? 1
        let year = month <= 2 ? date.year - 1 : date.year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + (date.day ?? 1) - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }

    /// The first date after a label in a line.
    static func labelledDate(in words: String) -> (date: PartialDate, label: String)? {
        for label in published {
            guard let at = words.range(of: label, options: .caseInsensitive),
                let date = date(in: String(words[at.upperBound...].prefix(60)))
            else { continue }
            return (date, label)
        }
        return nil
    }

    /// Whether the words say when a page was changed, or what day it is for the reader.
    static func mentionsOtherDay(_ words: String) -> Bool { mentionsChange(Array(words.utf8)[...]) }
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
