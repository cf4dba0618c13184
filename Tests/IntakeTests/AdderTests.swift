import Files
import Foundation
import Testing

@testable import Intake

struct AdderTests {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(
        "variorum-intake-\(UUID().uuidString)"
    ).path

    func source(_ text: String, _ name: String = "captured/a.md") -> Source {
        Source(name: name, bytes: Array(text.utf8))
    }

    func cleanUp() {
        do { try FileManager.default.removeItem(atPath: root) } catch { Issue.record(error) }
    }

    @Test func `bytes and article are written once`() throws {
        defer { cleanUp() }
        var adder = try Adder(root: root)
        let first = try adder.add(source("# 河边的阅览室\n\n它比从前大一倍。\n"))
        #expect(first.added.map(\.file) == ["content/articles/河边的阅览室.md"])
        let original = try #require(first.original)
        #expect(original.hasPrefix("content/originals/a-"))
        #expect(try Disk.read(root + "/" + original) == Array("# 河边的阅览室\n\n它比从前大一倍。\n".utf8))
        let text = String(
            decoding: try Disk.read(root + "/content/articles/河边的阅览室.md"), as: UTF8.self)
        #expect(text.hasPrefix("---\ntitle: 河边的阅览室\n"))
        #expect(text.hasSuffix("\n---\n\n它比从前大一倍。\n"))
        #expect(text.contains("original: \(original.dropFirst("content/".count))\n"))

        let again = try adder.add(source("# 河边的阅览室\n\n它比从前大一倍。\n", "other.md"))
        #expect(again.added.isEmpty)
        #expect(
            again.diagnostics.map(\.message) == [
                "the same file is already in the archive as `\(original)`"
            ])
        var later = try Adder(root: root)
        #expect(try later.add(source("# 河边的阅览室\n\n它比从前大一倍。\n")).added.isEmpty)

        let namesake = try later.add(source("# 河边的阅览室\n\n另一篇。\n"))
        #expect(namesake.added.map(\.file) == ["content/articles/河边的阅览室-2.md"])
        #expect(
            try FolderEntries.regularFiles(below: root).map(\.path).filter { $0.hasSuffix("~") }
                == [])
    }

    @Test func `a dry run writes nothing and still knows what is the same`() throws {
        var adder = try Adder(root: root, isDryRun: true)
        #expect(try adder.add(source("# A\n\nWords.\n")).added.count == 1)
        #expect(try adder.add(source("# A\n\nWords.\n")).diagnostics.map(\.id) == ["already-added"])
        #expect(!FileManager.default.fileExists(atPath: root))
    }

    @Test func `a file that is there is never overwritten and the bytes are taken back`() throws {
        defer { cleanUp() }
        var adder = try Adder(root: root)
        try NewFiles.write([("content/articles/room.md", Array("mine".utf8))], below: root)
        #expect(throws: FileError.self) { try adder.add(source("# Room\n\nWords.\n")) }
        #expect(
            try FolderEntries.regularFiles(below: root).map(\.path) == ["content/articles/room.md"])
        #expect(try Disk.read(root + "/content/articles/room.md") == Array("mine".utf8))
    }

    @Test(arguments: [
        ("河边的阅览室：新馆，开放！", "河边的阅览室-新馆-开放"), ("It's a Reading Room", "its-a-reading-room"),
        ("../../etc/passwd", "etc-passwd"),
        ("???", "article"), ("CON", "con-article"), ("a\u{0}b", "a-b"),
        (
            "The quick brown fox jumps over the lazy dog and then runs far away",
            "the-quick-brown-fox-jumps-over-the-lazy-dog-and-then-runs"
        ),
        ("一二三四五六七八九十一二三四五六七八九十一二三四", "一二三四五六七八九十一二三四五六七八九十"),
    ])
    func `file names are readable and safe`(title: String, name: String) {
        #expect(FileName.slug(title) == name)
        #expect(FileName.slug(title).utf8.count <= 60)
    }

    @Test func `folders are read in order, what is missing is said`() throws {
        defer { cleanUp() }
        try NewFiles.write(
            [
                ("b/2.md", []), ("b/1 的 文件.txt", []), ("a.txt", []), (".hidden/x.md", []),
                ("b/old~", []), ("c/page.html", []), ("c/page_files/frame.html", []),
                ("c/page_files/x.png", []), ("c/loose.css", []), ("c/other_files/z.html", []),
            ], below: root)
        let list = SourceList([root, root + "/none.md", "-"])
        #expect(
            list.paths == [
                "a.txt", "b/1 的 文件.txt", "b/2.md", "c/other_files/z.html", "c/page.html",
            ].map { root + "/" + $0 } + ["-"])
        #expect(list.diagnostics.map(\.message) == ["cannot be read: no such file"])
    }
}

/// What an interruption or an editor leaves is completed when the source is added again.
@Suite struct AddAgainTests {
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent(
        "variorum-again-\(UUID().uuidString)"
    ).path

    private let digest = Source(
        name: "captured/digest.txt",
        bytes: Array(
            """
            河边的阅览室
            \(CompilationTests.body(8)) (河岸周刊)
            渡口的钟几点敲?
            钟每天敲两次。\(CompilationTests.body(7)) (城市观察)
            桥上的四十盏灯
            灯在傍晚亮起来。\(CompilationTests.body(6)) (南门笔记)

            """.utf8))

    private func cleanUp() {
        do { try FileManager.default.removeItem(atPath: root) } catch { Issue.record(error) }
    }

    @Test(arguments: [[0], [1], [2], [0, 1], [0, 1, 2]])
    func `articles that were deleted are added again, and only those`(deleted: [Int]) throws {
        defer { cleanUp() }
        var adder = try Adder(root: root)
        let first = try adder.add(digest)
        try #require(first.added.count == 3)
        for index in deleted {
            try FileManager.default.removeItem(atPath: root + "/" + first.added[index].file)
        }
        var later = try Adder(root: root)
        let again = try later.add(digest)
        #expect(again.added.map(\.file) == deleted.map { first.added[$0].file })
        #expect(again.original == first.original)
        #expect(try FolderEntries.regularFiles(below: root + "/content/originals").count == 1)
        let third = try later.add(digest)
        #expect(third.added.isEmpty)
        #expect(third.diagnostics.map(\.id) == ["already-added"])
    }

    @Test func `an original that no article names does not count as added`() throws {
        defer { cleanUp() }
        let source = Source(name: "a.md", bytes: Array("# 渡口\n\n钟每天敲两次。\n".utf8))
        var adder = try Adder(root: root)
        let first = try adder.add(source)
        let file = try #require(first.added.first?.file)
        try FileManager.default.removeItem(atPath: root + "/" + file)
        var later = try Adder(root: root)
        let again = try later.add(source)
        #expect(again.added.map(\.file) == [file])
        #expect(again.original == first.original)
        #expect(again.diagnostics == [])
    }

    @Test func `an article that was edited is not added again`() throws {
        defer { cleanUp() }
        var adder = try Adder(root: root)
        let first = try adder.add(digest)
        let file = try #require(first.added.first?.file)
        let text = String(decoding: try Disk.read(root + "/" + file), as: UTF8.self)
        try Data(text.replacing("title: 河边的阅览室", with: "title: 新题目").utf8).write(
            to: URL(fileURLWithPath: root + "/" + file))
        var later = try Adder(root: root)
        #expect(try later.add(digest).diagnostics.map(\.id) == ["already-added"])
    }

    @Test func `a source that cannot be written leaves no trace, and the next one is added`() throws
    {
        defer { cleanUp() }
        var adder = try Adder(root: root)
        try NewFiles.write([("content/articles/room.md", Array("mine".utf8))], below: root)
        let taken = Source(name: "a.md", bytes: Array("# Room\n\nWords of the room.\n".utf8))
        #expect(throws: FileError.self) { try adder.add(taken) }
        let next = Source(name: "b.md", bytes: Array("# Bridge\n\nWords of the bridge.\n".utf8))
        #expect(try adder.add(next).added.count == 1)
        // Not "already added": it was not.
        #expect(throws: FileError.self) { try adder.add(taken) }
    }
}

@Suite struct MissingFactsTests {
    @Test(
        arguments: [
            ("a/20140822 Ferry.md", nil, "2014-08-22"), ("2014-08-22-ferry.md", nil, "2014-08-22"),
            ("ferry.md", "https://a.example/2014/08/22/ferry", "2014-08-22"),
            ("ferry.md", "https://a.example/2014/08/ferry", "2014-08"), ("ferry.md", nil, nil),
            ("12345678.md", nil, nil), ("20141399.md", nil, nil),
        ] as [(String, String?, String?)])
    func `the best guess of a date is from the address or the file name`(
        name: String, url: String?, date: String?
    ) throws {
        var article = try Reading.one("# 渡口\n\n钟每天敲两次。\n")
        article.url = url
        #expect(MissingFacts.guess(article, name)?.0.text == date)
    }

    @Test func `what is missing is told with a line to paste`() throws {
        var facts = MissingFacts()
        let article = try Reading.one("# 渡口\n\n钟每天敲两次。\n")
        facts.note(article, file: "content/articles/a.md", source: "20140822 a.md")
        facts.note(article, file: "content/articles/b.md", source: "b.md")
        #expect(
            facts.report == """
                2 articles undated; guesses to check and to paste into their front matter:
                  content/articles/a.md
                    date: 2014-08-22  # the file name
                  content/articles/b.md
                    no guess
                """)
        #expect(MissingFacts().report == "")
    }
}
