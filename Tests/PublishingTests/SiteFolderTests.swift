import Files
import Foundation
import Publishing
import Synchronization
import Testing
import Text

@testable import Publishing

@Suite struct SiteFolderTests {
    private let temporary: TemporaryFolder
    private let folder: SiteFolder

    init() throws {
        temporary = try TemporaryFolder()
        try Disk.makeFolder(temporary.path + "/public")
        folder = SiteFolder(path: temporary.path + "/public")
    }

    /// Builds as `Build` does, with what the last publication recorded.
    @discardableResult
    private func publish(
        _ files: [String: String], after last: BuildRecord? = nil, isClean: Bool = false
    ) async throws -> (report: PublishReport, record: BuildRecord) {
        let stage = try folder.begin(after: try await folder.previous(last), isClean: isClean)
        do {
            let entries = try files.sorted { $0.key < $1.key }.map { path, text in
                let file = OutputFile(path: path, bytes: Array(text.utf8))
                return try stage.put(
                    OutputTask(path, key: Fingerprint(of: file.bytes)) { [file] })
            }
            let publication = try await folder.publish(stage, entries)
            let nothing = Fingerprint(high: 0, low: 0)
            let record = BuildRecord(
                program: nothing, inputs: nothing, summary: [7], site: publication,
                entries: entries)
            return (publication.report, record)
        } catch {
            try folder.abandon()
            throw error
        }
    }

    private func site() throws -> [String: String] {
        try temporary.files(below: "public").filter { $0.key != "manifest.json" }
    }

    @Test func `only what differs is written, and the folder stays the same`() async throws {
        let inode = FileStatus(folder.path)?.inode
        let first = try await publish(["a.html": "1", "b/c.html": "2"])
        #expect(first.report.written == ["a.html", "b/c.html", "manifest.json"])
        let before = FileStatus(folder.path + "/b/c.html")
        let second = try await publish(["a.html": "9", "b/c.html": "2"], after: first.record)
        #expect(second.report.written == ["a.html", "manifest.json"])
        #expect(FileStatus(folder.path + "/b/c.html") == before)
        #expect(try site() == ["a.html": "9", "b/c.html": "2"])
        let third = try await publish(["a.html": "9", "b/c.html": "2"], after: second.record)
        #expect(third.report.written == [])
        #expect(FileStatus(folder.path)?.inode == inode)
    }

    @Test func `a record reads what it wrote`() async throws {
        let record = try await publish(["a.html": "1", "b/c.html": "2"]).record
        let read = try #require(BuildRecord(record.bytes))
        #expect(read.bytes == record.bytes)
        #expect(BuildRecord(record.bytes.dropLast()) == nil)
        #expect(read.files.map(\.path) == ["a.html", "b/c.html"])
        #expect(read.files.allSatisfy { $0.stamp != nil })
    }

    @Test(arguments: [true, false])
    func `a file changed by hand to the same size is restored and said`(hasRecord: Bool)
        async throws
    {
        let record = try await publish(["a.html": "page", "b.html": "x"]).record
        try temporary.write("PAGE", to: "public/a.html")
        let last = hasRecord ? record : nil
        #expect(try await !folder.previous(last).isCurrent(record.inputs))
        let report = try await publish(["a.html": "page", "b.html": "x"], after: last).report
        #expect(report.restored == ["a.html"])
        #expect(try site() == ["a.html": "page", "b.html": "x"])
        #expect(
            report.diagnostics(in: "public").map { $0.rendered() } == [
                "public/a.html: note: 1 file of the site changed or removed since the last build; restored [restored-file]"
            ])
    }

    @Test(arguments: [true, false], ["PAGE", "longer"])
    func `a file changed by hand that the site no longer has is removed and said`(
        hasRecord: Bool, text: String
    ) async throws {
        let record = try await publish(["a.html": "page", "b.html": "x", "c.html": "y"]).record
        try temporary.write(text, to: "public/a.html")
        let report = try await publish(["b.html": "x"], after: hasRecord ? record : nil).report
        #expect(report.removed == ["a.html", "c.html"])
        #expect(try site() == ["b.html": "x"])
        #expect(
            report.diagnostics(in: "public").map { $0.rendered() } == [
                "public/a.html: note: 1 file changed since the last build that the site no longer has; removed [removed-file]"
            ])
    }

    @Test func `a file that was only touched is unchanged`() async throws {
        let record = try await publish(["a.html": "page"]).record
        #expect(utimes(folder.path + "/a.html", nil) == 0)
        #expect(try await folder.previous(record).isCurrent(record.inputs))
        #expect(try await publish(["a.html": "page"], after: record).report.written == [])
    }

    @Test func `without the manifest the record still knows the files`() async throws {
        let record = try await publish(["a.html": "1", "b.html": "2"]).record
        try Disk.removeFile(folder.path + "/manifest.json")
        #expect(try await !folder.previous(record).isCurrent(record.inputs))
        let report = try await publish(["a.html": "9"], after: record).report
        #expect(report.written == ["a.html", "manifest.json"])
        #expect(report.removed == ["b.html"])
        #expect(try site() == ["a.html": "9"])
    }

    @Test(arguments: [
        #"{"name":"Notes","display":"standalone"}"#,
        #"{"generator":"Packer","files":[{"path":"own.html","size":1,"sha256":"\#(String(repeating: "0", count: 64))"}]}"#,
    ])
    func `a manifest of another program is not replaced`(app: String) async throws {
        try temporary.write("x", to: "public/own.html")
        try temporary.write(app, to: "public/manifest.json")
        await #expect(throws: ForeignFile.self) { try await publish(["a.html": "1"]) }
        #expect(try temporary.text("public/manifest.json") == app)
        #expect(try site() == ["own.html": "x"])
    }

    @Test(arguments: ["", "{", #"{"generator":"Variorum","files":["#])
    func `a damaged manifest is replaced`(rest: String) async throws {
        try temporary.write(rest, to: "public/manifest.json")
        #expect(try await publish(["a.html": "1"]).report.written == ["a.html", "manifest.json"])
    }

    @Test func `a clean build writes every file`() async throws {
        let record = try await publish(["a.html": "1"]).record
        let report = try await publish(["a.html": "1"], after: record, isClean: true).report
        #expect(report.written.contains("a.html"))
    }

    @Test func `files of others stay, also in folders that the site leaves`() async throws {
        let record = try await publish(["a/b.html": "1", "c/d.html": "2"]).record
        try temporary.write("mine", to: "public/a/mine.txt")
        let report = try await publish(["e.html": "3"], after: record).report
        #expect(report.removed == ["a/b.html", "c/d.html"])
        #expect(report.foreign == ["a/mine.txt"])
        #expect(try site() == ["a/mine.txt": "mine", "e.html": "3"])
        #expect(!Disk.exists(folder.path + "/c"))
    }

    @Test(arguments: ["a.html", "a.html/b", "x"])
    func `a file of somebody else in the way is an error and stays`(path: String) async throws {
        let record = try await publish(["old.html": "old"]).record
        try temporary.write("mine", to: "public/" + path)
        await #expect(throws: ForeignFile.self) {
            try await publish(
                ["a.html": "page", "old.html": "new", "x/y.html": "z"], after: record)
        }
        #expect(try site() == ["old.html": "old", path: "mine"])
    }

    @Test func `a file that appears at the last moment is not lost and the old site is whole`()
        async throws
    {
        let record = try await publish(["old.html": "old"]).record
        let stage = try folder.begin(after: try await folder.previous(record))
        let entries = try ["a.html", "b/c.html", "old.html"].map {
            try stage.put(OutputTask(OutputFile(path: $0, bytes: Array("new".utf8))))
        }
        try temporary.write("mine", to: "public/b/c.html")
        await #expect(throws: ForeignFile.self) { try await folder.publish(stage, entries) }
        #expect(try temporary.text("public/old.html") == "old")
        #expect(try temporary.text("public/b/c.html") == "mine")
        #expect(!Disk.exists(folder.path + "/a.html"))
    }

    @Test func `a symbolic link among the site's folders is not followed`() async throws {
        let record = try await publish(["a/b.html": "1"]).record
        try Disk.removeFolder(folder.path + "/a")
        try Disk.makeFolder(temporary.path + "/elsewhere")
        #expect(symlink(temporary.path + "/elsewhere", folder.path + "/a") == 0)
        await #expect(throws: ForeignFile.self) {
            try await publish(["a/b.html": "2"], after: record)
        }
        #expect(try temporary.files(below: "elsewhere") == [:])
    }

    @Test func `files and folders change places`() async throws {
        var record = try await publish(["a": "file", "b/c.html": "1"]).record
        record = try await publish(["a/c.html": "2", "b": "file"], after: record).record
        #expect(try site() == ["a/c.html": "2", "b": "file"])
        try await publish(["a": "file", "b/c.html": "1"], after: record)
        #expect(try site() == ["a": "file", "b/c.html": "1"])
    }

    @Test func `two tasks with one path are an error that names both`() async throws {
        let stage = try folder.begin(after: try await folder.previous(nil))
        let entries = try ["one", "two"].map { name in
            try stage.put(OutputTask(name) { [OutputFile(path: "a.html", bytes: [0x61])] })
        }
        let error = await #expect(throws: DuplicatePath.self) {
            try await folder.publish(stage, entries)
        }
        #expect(error?.tasks == ["one", "two"])
    }

    @Test func `files are made if the inputs and the key of their task have changed`()
        async throws
    {
        var record: BuildRecord?
        // Inputs, key, and what is called for them.
        let steps: [(inputs: UInt64, key: UInt64, calls: [String])] = [
            (1, 1, ["work", "files"]), (1, 1, []), (2, 1, ["work"]), (2, 2, []),
            (3, 2, ["work", "files"]), (3, 2, []),
        ]
        for step in steps {
            let calls = Mutex<[String]>([])
            let inputs = Fingerprint(high: 0, low: step.inputs)
            let key = Fingerprint(high: 1, low: step.key)
            let task = OutputTask("a.html", inputs: inputs) {
                calls.withLock { $0.append("work") }
                return OutputTask.Work(key: key) {
                    calls.withLock { $0.append("files") }
                    return [OutputFile(path: "a.html", bytes: [UInt8(step.key)])]
                }
            }
            let stage = try folder.begin(after: try await folder.previous(record))
            let entries = [try stage.put(task)]
            let site = try await folder.publish(stage, entries)
            let nothing = Fingerprint(high: 0, low: 0)
            record = BuildRecord(
                program: nothing, inputs: nothing, summary: [], site: site, entries: entries)
            #expect(calls.withLock { $0 } == step.calls)
        }
    }

    @Test(arguments: [false, true])
    func `of two builds at once the second is refused`(usesFile: Bool) throws {
        let first = try #require(try FolderLock(folder.path, usesFile: usesFile))
        #expect(try FolderLock(folder.path, usesFile: usesFile) == nil)
        first.release()
        let second = try #require(try FolderLock(folder.path, usesFile: usesFile))
        second.release()
    }

    @Test func `a full disk is said in words`() {
        let error = FileError(path: "public/a.html", action: "write", code: ENOSPC)
        #expect(
            error.outputDiagnostic.rendered()
                == """
                public/a.html: error: cannot write: No space left on device [output-failed]
                  help: free some space and build again; nothing of the old site was changed
                """)
    }
}
