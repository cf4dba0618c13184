import Annotation
import Archive
import Files
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

    private static let files = [
        (
            "content/articles/2024-01-02-a.md",
            "---\n\(front)\n---\n他說 [[clear-river]] 很長。\n\n王五說，清河的水位是三米。\n"
        ),
        ("content/articles/b.md", "清河在東。\n"),
        ("content/products/clear-river.md", "---\nname: 清河\n---\n"),
        (
            "content/claims/river.yml",
            """
            - id: level
              title: 水位
              subjects: [clear-river]
              statements:
                - article: a
                  quote: 清河的水位是三米
            """
        ),
        ("content/annotations/b.yml", "notes:\n  - quote: 在東\n    note: 其實在西\n"),
        ("content/originals/a.html", ""),
    ]

    private struct Build {
        var annotated: AnnotatedArchive
        var inputs: BuildInputs
        var graph: ArchiveGraph
        var record: ReadingRecord

        init(_ files: [(String, String)], last: ReadingRecord? = nil) async throws {
            let content = ContentFolder(files.map { (path: $0.0, text: $0.1) })
            let options = BuildOptions(archive: "")
            let inputs = try await BuildInputs(
                content, ThemeFiles.read(overriddenBy: ""), options)
            var watch = Stopwatch()
            annotated = try await AnnotatedArchive(
                content, options: options, advises: false, inputs: inputs, last: last,
                watch: &watch)
            graph = try await ArchiveGraph(annotated, Taxonomies(annotated.archive), jobs: 1)
            record = ReadingRecord(
                program: Fingerprint(of: [1]), try #require(annotated.textKeys), inputs,
                graph, last: last)
            self.inputs = inputs
        }
    }

    @Test func `what is kept of an article is read as it was written`() async throws {
        let first = try await Build(Self.files)
        #expect(first.annotated.diagnostics == [])
        let kept = try #require(ReadingRecord(first.record.bytes))
        #expect(kept.bytes == first.record.bytes)
        let known = kept.known(
            of: first.annotated.archive, try #require(first.annotated.textKeys))
        for index in first.graph.readings.indices {
            #expect(known.reading(of: index) == first.graph.readings[index])
            #expect(known.ledger(of: index) == first.graph.ledger.articles[index])
        }
        let file = "content/articles/2024-01-02-a.md"
        let head = try #require(kept.head(of: file, first.inputs))
        #expect(head == first.annotated.archive.heads.first { $0.article.file == file })
        #expect(head.article.extra["weight"] == .double(1.5))
        #expect(head.longSlug == "2024-01-02-a")
    }

    @Test func `a build that finds all known hands it on`() async throws {
        let first = try await Build(Self.files)
        let second = try await Build(Self.files, last: ReadingRecord(first.record.bytes))
        #expect(second.annotated.archive.heads.isEmpty)
        #expect(second.annotated.archive.articles == first.annotated.archive.articles)
        #expect(second.graph.readings == first.graph.readings)
        #expect(second.graph.ledger.articles == first.graph.ledger.articles)
        #expect(second.record.bytes == first.record.bytes)
    }

    /// The first article names pages by their titles, so that it depends on those.
    @Test(arguments: [
        ("content/articles/b.md", "清河在東。又在西。\n", [true, false], [true, false]),
        (
            "content/products/clear-river.md", "---\nname: 清河\naliases: [大河]\n---\n",
            [false, false], [true, true]
        ),
        ("content/claims/river.yml", "[]\n", [false, true], [false, true]),
        ("content/annotations/b.yml", "{}\n", [true, false], [true, false]),
        ("content/articles/c.md", "又一篇。\n", [false, true, false], [false, true, false]),
    ])
    func `what an edit may change is not known any more`(
        file: String, text: String, readings: [Bool], ledgers: [Bool]
    ) async throws {
        let first = try await Build(Self.files)
        let edited = Self.files.filter { $0.0 != file } + [(file, text)]
        let second = try await Build(edited, last: first.record)
        let archive = second.annotated.archive
        let known = first.record.known(
            of: archive, try #require(second.annotated.textKeys))
        let order = archive.articles.indices.sorted {
            archive.articles[$0].slug < archive.articles[$1].slug
        }
        #expect(order.map { known.reading(of: $0) != nil } == readings)
        #expect(order.map { known.ledger(of: $0) != nil } == ledgers)
        #expect(
            first.record.head(of: file, second.inputs) == nil, "of the file that was edited")
    }

    @Test func `a head and the same bytes are the article again`() throws {
        let files = [
            ("content/articles/a.md", "\u{FEFF}---\r\ntitle: T\r\n---\r\nOne.\r\nTwo.\r\n"),
            ("content/articles/b.md", "no front matter\n"), ("content/articles/c.md", "---\n---\n"),
        ]
        let first = Archive.load(ContentFolder(files))
        let heads = first.heads
        #expect(heads.map(\.article.file) == ["content/articles/a.md", "content/articles/b.md"])
        let second = Archive.load(
            ContentFolder(files), known: { path in heads.first { $0.article.file == path } })
        #expect(second.articles == first.articles)
        #expect(second.heads.isEmpty)
        #expect(second.diagnostics == first.diagnostics)
    }

    @Test func `a record that is cut off or changed is no record`() async throws {
        let bytes = try await Build(Self.files).record.bytes
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
