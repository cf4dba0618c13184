import Files
import Foundation
import Publishing
import Testing
import Text

@testable import Site

@Suite struct OutputFolderTests {
    private let archive: TemporaryArchive
    private let folder: OutputFolder

    init() throws {
        archive = try TemporaryArchive(["archive.yml": ""])
        folder = OutputFolder(path: archive.root + "/public")
    }

    private func publish(_ files: [String: String]) async throws -> PublishReport {
        let stage = try await folder.begin(after: LastBuild(folder, folder.inventory(nil)))
        let entries = try files.sorted { $0.key < $1.key }.map {
            try stage.put(OutputTask(OutputFile(path: $0.key, bytes: Array($0.value.utf8))))
        }
        return try await folder.publish(stage, entries).report
    }

    private func modified(_ path: String) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: "\(archive.root)/public/\(path)")[
            .modificationDate] as? Date
    }

    @Test func `only what differs is written, and the rest keeps its time`() async throws {
        #expect(
            try await publish(["a.html": "1", "b/c.html": "2"]).written == [
                "a.html", "b/c.html", "manifest.json",
            ])
        let before = try modified("b/c.html")
        #expect(
            try await publish(["a.html": "9", "b/c.html": "2"]).written == [
                "a.html", "manifest.json",
            ])
        #expect(try modified("b/c.html") == before)
        #expect(try archive.page("a.html") == "9")
    }

    @Test func `a file that somebody changed by hand is written again`() async throws {
        #expect(try await publish(["a.html": "page"]).files == 2)
        try archive.write("longer than the page", to: "public/a.html")
        #expect(try await publish(["a.html": "page"]).written.contains("a.html"))
        #expect(try archive.page("a.html") == "page")
    }

    @Test func `a file of somebody else in the way is an error and stays`() async throws {
        try archive.write("mine", to: "public/a.html")
        await #expect(throws: ForeignFile.self) { try await publish(["a.html": "page"]) }
        #expect(try archive.page("a.html") == "mine")
    }

    @Test func `what an interrupted build left behind does no harm`() async throws {
        try archive.write("half", to: ".public.new/old.html")
        #expect(try await publish(["a.html": "page"]).files == 2)
        #expect(!FileManager.default.fileExists(atPath: archive.root + "/.public.new"))
        #expect(!FileManager.default.fileExists(atPath: archive.root + "/public/old.html"))
    }

    @Test func `of two builds at once the second is refused`() throws {
        let first = try #require(try BuildLock(path: folder.lockPath))
        #expect(try BuildLock(path: folder.lockPath) == nil)
        first.release()
        let second = try #require(try BuildLock(path: folder.lockPath))
        second.release()
        #expect(!FileManager.default.fileExists(atPath: folder.lockPath))
    }

    @Test func `a full disk is said in words`() {
        let error = FileError(path: "public/a.html", action: "write", code: ENOSPC)
        #expect(
            error.diagnostic.rendered()
                == """
                public/a.html: error: cannot write: No space left on device [output-failed]
                  help: free some space and build again; nothing of the old site was changed
                """)
    }
}
