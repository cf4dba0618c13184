import Foundation
import Publishing
import Testing
import Text

@testable import Site

@Suite struct IncrementalBuildTests {
    /// A sample; `make edits` sets VARIORUM_EDITS=200 and runs more seeds.
    private static let rounds =
        ProcessInfo.processInfo.environment["VARIORUM_EDITS"].flatMap { Int($0) } ?? 40

    @Test(arguments: UInt64(1)...(rounds > 40 ? 10 : 4))
    func `after every edit the site has the bytes of a clean build`(seed: UInt64) async throws {
        var edited = EditedArchive(seed: seed)
        let archive = try TemporaryArchive(["archive.yml": ""])
        var written: [String: String] = [:]
        var refused = 0
        for round in 0...Self.rounds {
            let edit = round == 0 ? "nothing" : edited.edit()
            let files = edited.files
            for path in written.keys where files[path] == nil {
                try FileManager.default.removeItem(atPath: "\(archive.root)/\(path)")
            }
            for (path, text) in files where written[path] != text {
                try archive.write(text, to: path)
            }
            written = files
            let report = try await archive.build()
            guard report.published != nil else {
                refused += 1
                Issue.record("\(edit): \(report.diagnostics.map { $0.rendered() })")
                continue
            }
            var options = archive.options()
            options.output = archive.root + "/clean"
            options.clean = true
            let clean = try await Build(options).run()
            #expect(clean.diagnostics == report.diagnostics, "\(edit)")
            let (site, expected) = (try archive.site(), try archive.site(in: "clean"))
            let differing = Set(site.keys).union(expected.keys).filter { site[$0] != expected[$0] }
            #expect(differing.sorted() == [], "round \(round): \(edit)")
        }
        #expect(refused == 0)
    }

    /// Fault S2: the page of `c` shows the mentions of `a` once `a` is above it.
    @Test func `a page shows what a relation two steps away changed`() async throws {
        let archive = try TemporaryArchive([
            "articles/one.md": "---\nlang: zh-Hans\n---\n甲船來了，丙船也來了。\n",
            "products/a.md": "---\nname: 甲船\n---\n",
            "products/b.md": "---\nname: 乙船\n---\n",
            "products/c.md": "---\nname: 丙船\npart-of: b\n---\n",
        ])
        #expect(try await archive.build().published != nil)
        try archive.write("---\nname: 乙船\npart-of: a\n---\n", to: "content/products/b.md")
        #expect(try await archive.build().published != nil)
        var options = archive.options()
        options.output = archive.root + "/clean"
        options.clean = true
        #expect(try await Build(options).run().published != nil)
        let page = try archive.page("products/c/index.html")
        let expected = try archive.page("../clean/products/c/index.html")
        #expect(page == expected)
    }

    @Test func `new articles can change the language of every page`() async throws {
        let archive = try TemporaryArchive([
            "archive.yml": "title: T\n", "articles/a.md": "---\nlang: zh-Hans\n---\n桥很长。\n",
        ])
        #expect(try await archive.build().published != nil)
        for name in ["b", "c"] {
            try archive.write(
                "---\nlang: en\n---\nA long bridge.\n", to: "content/articles/\(name).md")
        }
        #expect(try await archive.build().published != nil)
        var options = archive.options()
        options.output = archive.root + "/clean"
        options.clean = true
        #expect(try await Build(options).run().published != nil)
        #expect(try archive.site() == archive.site(in: "clean"))
        #expect(try archive.page("articles/a/index.html").contains("<html lang=\"en\""))
    }

    @Test(arguments: [5, 6])
    func `an edited article is shown before the build as it is after it`(seed: UInt64) async throws
    {
        var edited = EditedArchive(seed: seed)
        let archive = try TemporaryArchive(["archive.yml": ""])
        var options = archive.options()
        options.showsEdits = true
        for (path, text) in edited.files { try archive.write(text, to: path) }
        var shown = 0
        var last = try #require(try await Build(options).run(isFirst: true).edited)
        for _ in 0..<60 {
            let before = edited.files
            let edit = edited.edit()
            let after = edited.files
            let paths = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
            for path in paths {
                guard let text = after[path] else {
                    try FileManager.default.removeItem(atPath: "\(archive.root)/\(path)")
                    continue
                }
                try archive.write(text, to: path)
            }
            let files = last.files(of: paths.sorted()) { after[$0].map { Array($0.utf8) } }
            let report = try await Build(options).run()
            last = report.edited ?? last
            for file in files ?? [] {
                shown += 1
                #expect(
                    try archive.page(file.path) == String(decoding: file.bytes, as: UTF8.self),
                    "\(edit): \(file.path)")
            }
        }
        #expect(shown > 20)
    }

    @Test func `one edit makes few files new`() async throws {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        #expect(try await archive.build().published != nil)
        try archive.write(
            "# Rain\n\nLin Qinghe said the bridge is 120 metres long. Indeed.\n",
            to: "content/articles/second.md")
        let written = try #require(try await archive.build().published).written
        #expect(written.contains("articles/second/index.html"))
        #expect(!written.contains("articles/first/index.html"))
    }

    @Test func `a file that is gone from the site is written again`() async throws {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        #expect(try await archive.build().published != nil)
        try FileManager.default.removeItem(atPath: archive.root + "/public/articles/first/text.txt")
        try archive.write("mine", to: "public/articles/first/mine.txt")
        let report = try await archive.build()
        #expect(report.published?.written.contains("articles/first/text.txt") == true)
        #expect(report.published?.foreign == ["articles/first/mine.txt"])
        #expect(try archive.page("articles/first/mine.txt") == "mine")
        let again = try await archive.build()
        #expect(again.published?.written == [])
        #expect(again.published?.foreign == ["articles/first/mine.txt"])
        #expect(report.diagnostics.map(\.id).sorted() == ["foreign-file", "restored-file"])
        #expect(again.diagnostics == report.diagnostics.filter { $0.id == "foreign-file" })
    }

    @Test func `what a build says of the content is said again when nothing changed`() async throws
    {
        var files = TemporaryArchive.small
        files["articles/draft.md"] = "---\ntitle: T\nouttlet: x\n---\ntext\n"
        let archive = try TemporaryArchive(files)
        let first = try await archive.build()
        let second = try await archive.build()
        #expect(!first.diagnostics.isEmpty)
        #expect(second.diagnostics == first.diagnostics)
        #expect(second.stages.map(\.name) == ["read", "inputs", "compare"])
        #expect(second.mentions == first.mentions)
    }

    @Test(arguments: [
        ("cut", "this part of the cache is damaged, so everything is built from scratch"),
        ("changed", "this part of the cache is damaged, so everything is built from scratch"),
        ("of another program", "this part of the cache was written by another version"),
        ("of another form", "this part of the cache was written by another version"),
    ])
    func `a cache that cannot be believed is said to be ignored`(kind: String, words: String)
        async throws
    {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        #expect(try await archive.build().published != nil)
        let site = try archive.site()
        let folder = archive.root + "/.variorum"
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder).first {
                $0.hasSuffix(".record")
            })
        let url = URL(fileURLWithPath: "\(folder)/\(name)")
        var bytes = Array(try Data(contentsOf: url))
        switch kind {
        case "cut": bytes.removeLast(bytes.count / 3)
        case "changed": bytes[bytes.count / 2] ^= 1
        case "of another form": bytes = Array("variorum build record 1\nwhatever".utf8)
        default:
            var record = try #require(BuildRecord(bytes))
            record.program = .init(high: 1, low: 2)
            bytes = record.bytes
        }
        try Data(bytes).write(to: url)
        let report = try await archive.build()
        #expect(report.diagnostics.contains { $0.rendered().contains(words) }, "\(report)")
        #expect(report.published?.written == [])
        #expect(try archive.site() == site)
        #expect(try await archive.build().diagnostics == [])
    }

    @Test(.enabled(if: geteuid() == 0)) func `the cache of somebody else is left alone`()
        async throws
    {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        #expect(try await archive.build().published != nil)
        #expect(chown(archive.root + "/.variorum", 1, 1) == 0)
        let before = try FileManager.default.contentsOfDirectory(
            atPath: archive.root + "/.variorum")
        let report = try await archive.build()
        #expect(report.published?.written == [])
        #expect(
            report.diagnostics.first?.message
                == "the cache belongs to somebody else, so everything is built from scratch")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: archive.root + "/.variorum")
                == before)
    }

    @Test func `the cache may be deleted, or be in the way`() async throws {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        #expect(try await archive.build().published != nil)
        let site = try archive.site()
        try FileManager.default.removeItem(atPath: archive.root + "/.variorum")
        #expect(try await archive.build().published?.written == [])
        try FileManager.default.removeItem(atPath: archive.root + "/.variorum")
        try archive.write("a file", to: ".variorum")
        let report = try await archive.build()
        #expect(report.published?.written == [])
        #expect(
            report.diagnostics.first?.message
                == "the cache is not a folder, so everything is built from scratch")
        #expect(try archive.site() == site)
    }
}
