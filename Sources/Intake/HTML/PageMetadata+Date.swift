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

    /// Whether words tell when a page was changed, not published.
    private static func tellsChange(_ words: ArraySlice<UInt8>) -> Bool {
        let bytes = words.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return changes.contains { ByteSearch.contains($0, in: bytes) }
    }

    private static let changes = [
        "last edited", "last modified", "last changed", "最后修改", "最后编辑", "最後修改", "最後編輯",
    ].map { Array($0.utf8) }

    static let dateLabels = [
        "发布日期", "发布时间", "发表时间", "发布于", "发表于", "發佈日期", "發布時間", "更新时间", "日期：", "时间：",
    ]

    /// A date behind a word that says so.
    private mutating func readLabelledDate(_ range: Range<Int>) -> Bool {
        for index in range where tree.nodes[index].kind == .text {
            guard let parent = tree.parent(of: index), !tree.nodes[parent].tag.isSilent,
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
                !tree.nodes[parent].tag.isSilent
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
                guard let parent = tree.parent(of: index), !tree.nodes[parent].tag.isSilent else {
                    continue
                }
                let text = tree.text(index)
                guard text.count < 400, !Self.tellsChange(text),
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
