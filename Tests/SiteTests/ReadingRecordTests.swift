import Annotation
import Archive
import Markup
import Testing
import Text

@testable import Site

@Suite struct ReadingRecordTests {
    private static let front = """
        title: 橋
        date: 2025-04-08T09:30:00+08:00
        updated: 2025-05
        authors: [林清河, 王五]
        translators: [趙六]
        outlet: 晨報
        url: https://example.org/a
        lang: zh-Hant
        tags: [橋, 雨]
        origin: one
        about: [clear-river]
        summary: 短短的話
        aliases: [old/path, /older/path/]
        draft: false
        original: originals/a.html
        sha256: \(String(repeating: "0a", count: 32))
        captured: 2025-04-09
        stars: 3
        weight: 1.5
        checked: true
        nothing: null
        nested: {list: [1, two, {deep: false}]}
        """

    private static func record(_ text: String) throws -> ReadingRecord {
        let content = ContentFolder([("content/articles/2024-01-02-a.md", text)])
        let archive = Archive.load(content)
        let head = try #require(archive.heads["content/articles/2024-01-02-a.md"])
        let (one, two) = (Fingerprint(of: [1]), Fingerprint(of: [2]))
        let document = MarkdownDocument("他說 [[清河]] 很長。")
        let reading = ArticleReading(
            ArticleText(article: 0, document: document), document,
            ArticleMentions(mentions: [
                Mention(range: 7..<13, entity: 300, sentence: 0, reason: .companion)
            ]))
        let anchor = QuoteAnchor(article: 0, range: 3..<12, sentence: 2)
        let ledger = ArticleLedger(
            statements: [.init(claim: 4, statement: 200, anchor: anchor)],
            sic: [.init(index: 1, anchor: anchor)], notes: [])
        return ReadingRecord(
            program: one, names: two,
            entries: [
                "a": ReadingRecord.Entry(key: two, reading: reading, quotes: one, ledger: ledger)
            ],
            heads: [head.article.file: ReadingRecord.Head(source: one, head: head)])
    }

    @Test func `what is kept of an article is read as it was written`() throws {
        let record = try Self.record("---\n\(Self.front)\n---\n正文\n")
        let read = try #require(ReadingRecord(record.bytes))
        #expect(read.bytes == record.bytes)
        #expect(read.entries["a"]?.reading == record.entries["a"]?.reading)
        #expect(read.entries["a"]?.ledger == record.entries["a"]?.ledger)
        #expect(read.entries["a"]?.ledger?.moved(to: 7).sic.first?.anchor.article == 7)
        #expect(read.entries["a"]?.reading.hasWikilinks == true)
        #expect(read.entries["a"]?.reading.spans == [.init(words: "清河", start: 3, end: 5)])
        let file = "content/articles/2024-01-02-a.md"
        let (was, now) = (record.heads[file]?.head, read.heads[file]?.head)
        #expect(now == was)
        #expect(now?.article.extra["weight"] == .double(1.5))
        #expect(now?.longSlug == "2024-01-02-a")
    }

    @Test func `a head and the same bytes are the article again`() throws {
        let files = [
            ("content/articles/a.md", "\u{FEFF}---\r\ntitle: T\r\n---\r\nOne.\r\nTwo.\r\n"),
            ("content/articles/b.md", "no front matter\n"), ("content/articles/c.md", "---\n---\n"),
        ]
        let first = Archive.load(ContentFolder(files))
        let heads = first.heads
        #expect(heads.keys.sorted() == ["content/articles/a.md", "content/articles/b.md"])
        let second = Archive.load(ContentFolder(files), known: { heads[$0] })
        #expect(second.articles == first.articles)
        #expect(second.heads == heads)
        #expect(second.diagnostics == first.diagnostics)
    }

    @Test func `a record that is cut off or changed is no record`() throws {
        let bytes = try Self.record("---\n\(Self.front)\n---\n正文\n").bytes
        for end in stride(from: 0, to: bytes.count, by: 7) {
            #expect(ReadingRecord(Array(bytes[..<end])) == nil)
        }
        for at in stride(from: 0, to: bytes.count, by: 11) {
            var other = bytes
            other[at] ^= 0x10
            #expect(ReadingRecord(other) == nil)
        }
    }
}
