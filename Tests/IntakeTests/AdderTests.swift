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
