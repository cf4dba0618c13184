import Archive
import Files
import Foundation
import Testing
import Text

/// Archives on disk, each in a folder of its own that is removed afterwards.
@Suite struct ContentFolderTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.path + "/variorum-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(atPath: root) } catch { Issue.record(error) }
        }
        try body(root)
    }

    private func write(_ text: String, _ path: String) throws {
        try write(Array(text.utf8), path)
    }

    private func write(_ bytes: [UInt8], _ path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    @Test func `a folder without content says what to do`() throws {
        try withFolder { root in
            #expect(throws: ContentFolderError.noContent(root: root)) {
                try ContentFolder.read(root: root)
            }
            #expect(throws: ContentFolderError.noFolder(root: root + "/x")) {
                try ContentFolder.read(root: root + "/x")
            }
            #expect(
                ContentFolderError.noContent(root: "x").description
                    == "`x` has no `content/` folder; `variorum new DIR` creates a starter archive"
            )
        }
    }

    @Test func `files are listed by the bytes of their paths, with their roles`() throws {
        try withFolder { root in
            let long = String(repeating: "长", count: 65)
            for path in [
                "articles/b.md", "articles/B.md", "articles/sub/a.md", "articles/saved.html",
                "articles/note.txt",
                "articles/.hidden.md", "articles/_draft.md", "articles/old.md~",
                "articles/with space: 🌊.md",
                "articles/\(long).md", "people/p.md", "claims/c.yml", "annotations/b.yml",
                "pages/x.md",
                "metrics.yml", "assets/img/a.png", "originals/b.html", "review/b.md",
                "_private/x.md",
            ] {
                try write("x", root + "/content/" + path)
            }
            let folder = try ContentFolder.read(root: root)
            #expect(folder.diagnostics == [])
            #expect(
                folder.files.map(\.path) == [
                    "content/annotations/b.yml", "content/articles/B.md", "content/articles/b.md",
                    "content/articles/note.txt", "content/articles/saved.html",
                    "content/articles/sub/a.md",
                    "content/articles/with space: 🌊.md", "content/articles/\(long).md",
                    "content/claims/c.yml",
                    "content/metrics.yml", "content/pages/x.md", "content/people/p.md",
                ])
            #expect(folder.assets == ["content/assets/img/a.png"])
            #expect(folder.originals == ["content/originals/b.html"])
            #expect(folder.files.filter { $0.role == .rawArticle }.count == 2)
            #expect(folder.files.allSatisfy { $0.bytes == [0x78] })
        }
    }

    @Test func `links that leave the archive, links to nothing and what is no file are told`()
        throws
    {
        try withFolder { root in
            try write("secret", root + "/outside.md")
            try write("Text", root + "/in/content/articles/a.md")
            let articles = root + "/in/content/articles/"
            let files = FileManager.default
            try files.createSymbolicLink(
                atPath: articles + "out.md", withDestinationPath: root + "/outside.md")
            try files.createSymbolicLink(
                atPath: articles + "inside.md", withDestinationPath: "a.md")
            try files.createSymbolicLink(
                atPath: articles + "gone.md", withDestinationPath: "nothing.md")
            try files.createSymbolicLink(atPath: articles + "loop", withDestinationPath: ".")
            #expect(mkfifo(articles + "pipe.md", 0o600) == 0)
            let folder = try ContentFolder.read(root: root + "/in")
            #expect(
                folder.files.map(\.path) == ["content/articles/a.md", "content/articles/inside.md"])
            #expect(
                folder.diagnostics.map { "\($0.place?.file ?? ""): \($0.message) [\($0.id)]" } == [
                    "content/articles/gone.md: this symbolic link is broken: it does not exist [broken-link]",
                    "content/articles/loop: a symbolic link to a folder is not followed [linked-folder]",
                    "content/articles/out.md: this symbolic link leaves the archive [link-out]",
                    "content/articles/pipe.md: this is neither a file nor a folder [not-a-file]",
                ])
        }
    }

    @Test(.disabled(if: getuid() == 0, "root reads everything"))
    func `a file without permission is told, and what refers to it is not`() throws {
        try withFolder { root in
            try write("Text", root + "/content/articles/a.md")
            try write(
                "- {id: c, title: c, statements: [{article: a, quote: Text}]}",
                root + "/content/claims/c.yml")
            #expect(chmod(root + "/content/articles/a.md", 0) == 0)
            let archive = Archive.load(try ContentFolder.read(root: root))
            #expect(
                archive.diagnostics.map(\.message) == [
                    "this file cannot be read: permission denied"
                ])
        }
    }

    @Test func `files that nothing reads are told once for each folder`() {
        let archive = load(
            ("posts/a.md", "A"), ("posts/b.md", "B"), ("artcles/c.md", "C"),
            ("archiv.yml", "title: x"),
            ("articles/photo.jpg", ""), ("articles/a.md", "A"))
        #expect(
            lines(archive) == [
                "content/archiv.yml: warning: nothing reads this file [ignored-file] | did you mean `content/archive.yml`?",
                "content/artcles/c.md: warning: nothing reads this file [ignored-file] | did you mean `content/articles/`?",
                """
                content/articles/photo.jpg: warning: nothing reads this file [ignored-file] | \
                files to be copied as they are belong in `content/assets/`
                """,
                """
                content/posts/a.md: warning: nothing reads this file and 1 more in `content/posts/` [ignored-file] | \
                put articles into `content/articles/`, files to be copied as they are into `content/assets/`. \
                Entities of a kind of your own need `kinds: [{id: …, folder: posts}]` in `content/archive.yml`
                """,
            ])
    }

    private func loadBytes(_ bytes: [UInt8]) -> Archive {
        var folder = ContentFolder([("content/articles/a.md", "")])
        folder.files[0].bytes = bytes
        return Archive.load(folder)
    }

    @Test(arguments: [
        (
            "ok\nab\u{2603}".utf8 + [0xFF, 0x21],
            "content/articles/a.md:2:6: error: byte 0xFF at offset 8 is not UTF-8"
        ),
        (
            Array("ok".utf8) + [0xE4, 0xBD],
            "content/articles/a.md:1:3: error: byte 0xE4 at offset 2 is not UTF-8"
        ),
        (
            [0xFF, 0xFE, 0x41, 0x00],
            "content/articles/a.md:1:1: error: byte 0xFF at offset 0 is not UTF-8 but UTF-16"
        ),
        (
            [0xED, 0xA0, 0x80],
            "content/articles/a.md:1:1: error: byte 0xED at offset 0 is not UTF-8"
        ),
    ])
    func `bytes that are no UTF-8 are told with their offset`(bytes: [UInt8], line: String) {
        let archive = loadBytes(bytes)
        #expect(archive.articles.isEmpty)
        #expect(
            lines(archive) == [
                line
                    + " [invalid-utf8] | save the file as UTF-8, or import it with `variorum add`, which reads other encodings"
            ])
    }

    @Test func `control characters are told and shown as replacement characters`() {
        let archive = loadBytes(Array("# T\n\na\u{0}b\tc\u{85}d\u{7F}\u{FFFE}e\u{FFFD}".utf8))
        #expect(
            lines(archive) == [
                """
                content/articles/a.md:3:2: warning: the text contains 4 control characters, the first is U+0000 \
                [control-character] | remove them; the site shows U+FFFD instead
                """
            ])
        #expect(
            archive.articles.map { String(decoding: $0.body, as: UTF8.self) }
                == ["# T\n\na\u{FFFD}b\tc\u{FFFD}d\u{FFFD}\u{FFFD}e\u{FFFD}"])
    }

    @Test func `text and HTML among the articles are converted where a conversion is given`() {
        let folder = ContentFolder([
            ("content/articles/day.txt", "One\n===\nTwo"), ("content/articles/b.md", "B"),
        ])
        #expect(
            lines(Archive.load(folder)) == [
                """
                content/articles/day.txt: warning: this file is not Markdown and is ignored [unconverted-article] | \
                import it with `variorum add`
                """
            ])
        let archive = Archive.load(folder) { raw in
            let parts = String(decoding: raw.bytes, as: UTF8.self).split(separator: "===")
            let articles = parts.enumerated().map { index, part in
                ConvertedArticle(
                    slug: index == 0 ? nil : "day-\(index + 1)",
                    markdown: Array(
                        "---\ntitle: T\(index)\nbad: [\n---\n\(part)".utf8.filter { $0 != 0x5B }))
            }
            return (articles, [])
        }
        #expect(lines(archive) == [])
        #expect(archive.articles.map(\.slug) == ["b", "day", "day-2"])
        #expect(archive.articles.map(\.file).last == "content/articles/day.txt")
    }

    @Test func `any number of jobs loads the same archive`() {
        var files: [(path: String, text: String)] = []
        for index in 0..<300 {
            let date = "20\(10 + index % 9)"
            files.append(
                (
                    "content/articles/a\(index).md",
                    "---\ndate: \(date)\nbad: [\(index % 7 == 0 ? "" : "]")\n---\nText \(index)"
                ))
        }
        let one = Archive.load(ContentFolder(files), jobs: 1)
        let many = Archive.load(ContentFolder(files), jobs: 5)
        #expect(one.articles.map(\.slug) == many.articles.map(\.slug))
        #expect(one.diagnostics == many.diagnostics)
        #expect(one.diagnostics.count == 43)
    }

    @Test func `an original that was changed is told`() throws {
        try withFolder { root in
            let digest = ContentHash(of: Array("as captured".utf8)).hex
            for name in ["a", "b"] {
                try write(
                    "---\noriginal: originals/\(name).txt\nsha256: \(digest)\n---\nText",
                    root + "/content/articles/\(name).md")
            }
            try write("as captured", root + "/content/originals/a.txt")
            try write("edited", root + "/content/originals/b.txt")
            let archive = Archive.load(try ContentFolder.read(root: root))
            #expect(archive.diagnostics == [])
            let found = OriginalFile.check(archive, root: root)
            #expect(
                found.map { "\($0.place?.file ?? ""): \($0.message) [\($0.id)]" } == [
                    """
                    content/originals/b.txt: this file is not the one that was captured for content/articles/b.md \
                    [changed-original]
                    """
                ])
        }
    }
}
