import Archive
import Files
import Foundation
import Publishing
import TestSupport
import Testing
import Text

@testable import Site

/// Publishing with the old site kept for the next build, beside others who change things.
@Suite struct KeptSiteTests {
    private let archive: TemporaryArchive
    private let cache: CacheFolder
    private let folder: OutputFolder

    init() throws {
        archive = try TemporaryArchive(["archive.yml": ""])
        var remarks: [Diagnostic] = []
        cache = try #require(
            CacheFolder(
                archive: archive.root, output: archive.root + "/public", diagnostics: &remarks))
        folder = OutputFolder(path: archive.root + "/public", cache: cache, jobs: 2)
    }

    /// Publishes as a build does, with a record.
    ///
    /// - Parameter meanwhile: what others do after the site was looked at.
    private func publish(
        _ files: [String: String], isPreview: Bool = false, meanwhile: () throws -> Void = {}
    ) async throws -> PublishReport {
        var remarks: [Diagnostic] = []
        let program = Fingerprint(high: 1, low: 2)
        let record = try cache.record(of: program, diagnostics: &remarks)
        let stage = try await folder.begin(
            after: LastBuild(folder, folder.inventory(record), record: record))
        let entries = try files.sorted { $0.key < $1.key }.map { path, text in
            let file = OutputFile(path: path, bytes: Array(text.utf8))
            return try stage.put(
                OutputTask(path, key: Fingerprint(of: file.bytes)) { [file] })
        }
        try meanwhile()
        let site = try await folder.publish(stage, entries, isPreview: isPreview)
        remarks += cache.keep(
            BuildRecord(
                program: program, inputs: program, site: site, report: BuildReport(),
                entries: entries))
        #expect(remarks == [])
        return site.report
    }

    private func record() throws -> BuildRecord? {
        var remarks: [Diagnostic] = []
        return try cache.record(of: Fingerprint(high: 1, low: 2), diagnostics: &remarks)
    }

    private func expect(_ files: [String: String], _ words: Comment) throws {
        var site = try archive.site().mapValues { String(decoding: $0, as: UTF8.self) }
        site[Manifest.path] = nil
        #expect(site == files, words)
    }

    private func remove(_ path: String) throws {
        try FileManager.default.removeItem(atPath: "\(archive.root)/\(path)")
    }

    private var spare: String {
        get throws { "\(archive.root)/" + (try #require(names(".site").first)) }
    }

    private func names(_ suffix: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: archive.root + "/.variorum")
            .filter { $0.hasSuffix(suffix) }.map { ".variorum/" + $0 }
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `whatever others do, the new site stands and their files stay`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let paths = (0..<30).map { "\(["", "a/", "a/b/", "c-d/", "c/"][$0 % 5])page\($0).html" }
        var site = Dictionary(uniqueKeysWithValues: paths.map { ($0, "first \($0)") })
        var others: [String: String] = [:]
        for round in 0..<30 {
            for _ in 0..<Int.random(in: 0..<4, using: &random) {
                let path = try #require(paths.randomElement(using: &random))
                site[path] = Bool.random(using: &random) ? nil : "\(round) \(path)"
            }
            let theirs = "c/theirs\(Int.random(in: 0..<4, using: &random)).txt"

            switch Int.random(in: 0..<9, using: &random) {
            case 0:
                others[theirs] = "round \(round)"
                try archive.write("round \(round)", to: "public/" + theirs)
            case 1 where others[theirs] != nil:
                others[theirs] = nil
                try remove("public/" + theirs)
            case 2:
                if let path = try archive.site().keys.sorted().randomElement(using: &random),
                    others[path] == nil
                {
                    try remove("public/" + path)
                }
            case 3:
                for path in try names(".kept") { try remove(path) }
            case 4 where try !names(".site").isEmpty:
                let left = try FolderEntries.files(below: spare)
                if let path = left.randomElement(using: &random) {
                    try FileManager.default.removeItem(atPath: "\(try spare)/\(path)")
                }
            case 5 where try !names(".site").isEmpty:
                try Data("left".utf8).write(to: URL(fileURLWithPath: try spare + "/left.html"))
            case 6:
                try remove(".variorum")
                try FileManager.default.createDirectory(
                    atPath: archive.root + "/.variorum", withIntermediateDirectories: false)
            default: break
            }
            let late = "a/late\(round).txt"
            let isLate = Int.random(in: 0..<6, using: &random) == 0
            let report = try await publish(site) {
                if isLate { try archive.write("late", to: "public/" + late) }
            }
            if isLate { others[late] = "late" }
            try expect(site.merging(others) { $1 }, "seed \(seed), round \(round)")
            if !report.written.isEmpty || !report.removed.isEmpty {
                #expect(Set(report.foreign) == Set(others.keys), "seed \(seed), round \(round)")
            }
        }
    }

    @Test func `a page that becomes a folder, and a folder that becomes a page`() async throws {
        let many = Dictionary(uniqueKeysWithValues: (0..<9).map { ("p\($0)", "page") })
        for change in [
            ["a": "1"], ["a/b": "2"], ["a/b": "3"], ["a": "4"], ["a": "5"], ["a/b/c": "6"],
        ] {
            let site = many.merging(change) { $1 }
            #expect(try await publish(site).foreign == [])
            try expect(site, "\(change)")
        }
    }

    @Test(arguments: [true, false])
    func `the next graph begins with links to everything`(isPreview: Bool) async throws {
        let many = Dictionary(
            uniqueKeysWithValues: (0..<40).map {
                ("\(["", "a/", "a/b/", "a-b/"][$0 % 4])p\($0)", "x")
            })
        _ = try await publish(many, isPreview: isPreview)
        #expect(try names(".kept").count == (isPreview ? 1 : 0))
        let old = try await folder.begin(
            after: LastBuild(folder, folder.inventory(nil), record: try record()))
        #expect(try FolderEntries.files(below: spare).sorted() == many.keys.sorted())
        #expect(old.kept != nil)
        #expect(old.spare.isLinked.count { $0 } == many.count)
        #expect(folder.giveBack(old) == [])
        #expect(try names(".kept").count == 1)
        _ = try await publish(many.mapValues { $0 + "y" }, isPreview: isPreview)
        try expect(many.mapValues { $0 + "y" }, "all is new")
        _ = try await publish(many, isPreview: isPreview)
        try expect(many, "all is new again")
    }

    @Test(arguments: [
        ([], [""]), (["a"], [""]), (["a/b"], ["", "a/"]),
        (
            ["a-b/c", "a.c", "a/b-c/d", "a/b/c", "a/b/d", "a/bc/d", "b/c/d/e"],
            ["", "a-b/", "a/", "a/b-c/", "a/b/", "a/bc/", "b/", "b/c/", "b/c/d/"]
        ),
    ])
    func `paths tell their folders, each before those in it`(paths: [String], folders: [String]) {
        var table = PathTable()
        for path in paths { table.append(path.utf8) }
        let found = table.folders
        #expect(found.indices.map { found[$0] } == folders)
    }

    @Test func `what is known of the kept folder is forgotten before it is changed`() async throws {
        let many = Dictionary(uniqueKeysWithValues: (0..<9).map { ("p\($0)", "page") })
        _ = try await publish(many)
        _ = try await publish(many.merging(["p1": "new"]) { $1 })
        #expect(try names(".kept").count == 1)
        _ = try await folder.begin(after: LastBuild(folder, folder.inventory(nil)))
        #expect(try names(".kept") == [])
    }
}
