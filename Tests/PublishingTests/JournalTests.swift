import Files
import Foundation
import Testing
import Text

@testable import Publishing

@Suite struct JournalTests {
    private let temporary: TemporaryFolder
    private var root: String { temporary.path }

    init() throws { temporary = try TemporaryFolder() }

    private func move(_ path: String, _ text: String) -> Journal.Move {
        Journal.Move(
            path: path, size: text.utf8.count,
            sha256: ContentHash(of: Array(text.utf8)))
    }

    /// A site of two files, one more to come, one to change, one to go.
    private func interrupted() throws -> Journal {
        try temporary.write("old", to: "changed.html")
        try temporary.write("gone", to: "folder/gone.html")
        try temporary.write("mine", to: "CNAME")
        try temporary.write("added", to: ".variorum-staging/site/new/added.html")
        try temporary.write("new", to: ".variorum-staging/site/changed.html")
        var journal = Journal()
        journal.added = [move("new/added.html", "added")]
        journal.replaced = [move("changed.html", "new")]
        journal.removed = ["folder/gone.html"]
        return journal
    }

    private static let old = ["CNAME": "mine", "changed.html": "old", "folder/gone.html": "gone"]
    private static let new = ["CNAME": "mine", "changed.html": "new", "new/added.html": "added"]

    private func keep(_ bytes: [UInt8]) throws {
        try temporary.write("", to: ".variorum-staging/journal")
        try Disk.replace(root + "/.variorum-staging/journal", with: bytes)
    }

    /// Without what is in the staging folder.
    private func site() throws -> [String: String] {
        try temporary.files(below: ".").filter { !$0.key.hasPrefix(".variorum-staging") }
    }

    @Test func `a journal reads what it wrote`() throws {
        let journal = try interrupted()
        #expect(try Journal(journal.bytes) == journal)
    }

    @Test func `an interrupted build is completed and said, once`() throws {
        try keep(try interrupted().bytes)
        #expect(
            Recovery.run(root).map { $0.rendered() } == [
                "\(root): note: an interrupted build was completed (3 files) [build-completed]"
            ])
        #expect(try site() == Self.new)
        #expect(!Disk.exists(root + "/folder"))
        #expect(!Disk.exists(root + "/.variorum-staging"))
        #expect(Recovery.run(root) == [])
    }

    @Test(arguments: 0...3)
    func `it is completed from every step at which it stopped`(steps: Int) throws {
        let journal = try interrupted()
        try keep(journal.bytes)
        if steps > 0 {
            try Disk.makeFolder(root + "/new")
            try Disk.rename(
                root + "/.variorum-staging/site/new/added.html", to: root + "/new/added.html")
        }
        if steps > 1 {
            try Disk.rename(
                root + "/.variorum-staging/site/changed.html", to: root + "/changed.html")
        }
        if steps > 2 { try Disk.removeFile(root + "/folder/gone.html") }
        #expect(Recovery.run(root).map(\.id) == ["build-completed"])
        #expect(try site() == Self.new)
    }

    @Test func `without a journal the staged files are discarded`() throws {
        _ = try interrupted()
        #expect(Recovery.run(root) == [])
        #expect(try site() == Self.old)
        #expect(!Disk.exists(root + "/.variorum-staging"))
    }

    @Test(arguments: [
        ("truncated", "its journal is damaged"),
        ("of another version", "its journal was written by another version of variorum"),
        ("/etc/passwd", "its journal names `/etc/passwd`, which is not in the site"),
        ("a/../../b", "its journal names `a/../../b`, which is not in the site"),
        (
            ".variorum-staging/x",
            "its journal names `.variorum-staging/x`, which is not in the site"
        ),
    ])
    func `a journal that cannot be used changes nothing and is reported`(
        kind: String, why: String
    ) throws {
        var journal = try interrupted()
        switch kind {
        case "truncated": try keep(Array(journal.bytes.dropLast(9)))
        case "of another version": try keep(Array("variorum journal 1\nwhatever".utf8))
        default:
            journal.removed.append(kind)
            try keep(journal.bytes)
        }
        #expect(
            Recovery.run(root).map { $0.rendered() } == [
                """
                \(root)/.variorum-staging: warning: a build was interrupted and cannot be completed: \(why) [build-interrupted]
                  help: run `variorum build`, which makes the site whole
                """
            ])
        #expect(try site() == Self.old)
        // A build that fails before it stages a site changes nothing either.
        #expect(try SiteFolder(path: root).recover().map(\.id) == ["build-interrupted"])
        #expect(Disk.exists(root + "/.variorum-staging/journal"))
    }

    /// No manifest in place names them yet, so they would be taken for somebody else's.
    @Test(arguments: 0...4)
    func `new files of a journal that cannot be used are the program's own`(steps: Int) throws {
        func manifest(_ moves: [Journal.Move]) -> String {
            let files = moves.map { SiteFile(path: $0.path, size: $0.size, sha256: $0.sha256) }
            return String(decoding: Manifest.bytes(files), as: UTF8.self)
        }
        var journal = try interrupted()
        let new = manifest([move("changed.html", "new"), move("new/added.html", "added")])
        try temporary.write(
            manifest([move("changed.html", "old"), move("folder/gone.html", "gone")]),
            to: "manifest.json")
        try temporary.write(new, to: ".variorum-staging/site/manifest.json")
        journal.replaced.append(move("manifest.json", new))
        try keep(Array(journal.bytes.dropLast()))
        if steps > 0 {
            try Disk.makeFolder(root + "/new")
            try Disk.rename(
                root + "/.variorum-staging/site/new/added.html", to: root + "/new/added.html")
        }
        if steps > 1 {
            try Disk.rename(
                root + "/.variorum-staging/site/changed.html", to: root + "/changed.html")
        }
        if steps > 2 { try Disk.removeFile(root + "/folder/gone.html") }
        if steps > 3 {
            try Disk.rename(
                root + "/.variorum-staging/site/manifest.json", to: root + "/manifest.json")
        }
        #expect(try Recovery.discard(root)?.id == "journal-discarded")
        try Disk.removeFolder(root + "/.variorum-staging")
        let own = try #require(try Manifest.read(from: root)).map(\.path)
        let found = try FolderEntries.files(below: root)
        #expect(Set(found).subtracting(own) == ["CNAME", "manifest.json"])
        #expect(found.contains("new/added.html") == (steps == 4))
    }

    @Test
    func `a file in the way when a file and a folder change places is an error until it goes`()
        throws
    {
        try temporary.write("file", to: "a")
        try temporary.write("mine", to: "b")
        try temporary.write("new", to: ".variorum-staging/site/a/c.html")
        try temporary.write("new", to: ".variorum-staging/site/b")
        var journal = Journal()
        journal.added = [move("a/c.html", "new"), move("b", "new")]
        journal.removed = ["a"]
        try keep(journal.bytes)
        for _ in 0..<2 {
            #expect(
                Recovery.run(root).map { $0.rendered() } == [
                    """
                    \(root)/b: error: the site needs this path, and what is there was not written by variorum [foreign-file]
                      note: only a part of the new site is in place
                      help: move it away or delete it, then build again
                    """
                ])
            // A build must not go on: it would discard the journal.
            #expect(throws: Unfinished.self) { try SiteFolder(path: root).recover() }
        }
        try Disk.rename(root + "/b", to: root + "/mine")
        #expect(Recovery.run(root).map(\.id) == ["build-completed"])
        #expect(try site() == ["a/c.html": "new", "b": "new", "mine": "mine"])
    }

    @Test func `a file named as the staging folder is not the program's and stays`() throws {
        try temporary.write("mine", to: ".variorum-staging")
        #expect(Recovery.run(root).map(\.id) == ["build-interrupted"])
        #expect(throws: ForeignFile.self) { try SiteFolder(path: root).recover() }
        #expect(try temporary.text(".variorum-staging") == "mine")
    }

    @Test func `a folder that the old site lacks is moved with its files`() throws {
        var journal = try interrupted()
        try temporary.write("deep", to: ".variorum-staging/site/new/er/deep.html")
        journal.added.append(move("new/er/deep.html", "deep"))
        let staged = FileStatus(root + "/.variorum-staging/site/new")?.inode
        try keep(journal.bytes)
        #expect(Recovery.run(root).map(\.id) == ["build-completed"])
        #expect(try site() == Self.new.merging(["new/er/deep.html": "deep"]) { $1 })
        #expect(staged != nil && FileStatus(root + "/new")?.inode == staged)
    }

    /// What appeared in the folder keeps it, and the files are moved one by one.
    @Test func `a folder that appeared during the build keeps what is in it`() throws {
        try keep(try interrupted().bytes)
        try temporary.write("mine too", to: "new/note.txt")
        #expect(Recovery.run(root).map(\.id) == ["build-completed"])
        #expect(try site() == Self.new.merging(["new/note.txt": "mine too"]) { $1 })
    }

    @Test func `nothing is removed through a symbolic link`() throws {
        try keep(try interrupted().bytes)
        try temporary.write("mine", to: "elsewhere/gone.html")
        try Disk.removeFolder(root + "/folder")
        #expect(symlink("elsewhere", root + "/folder") == 0)
        #expect(Recovery.run(root).map(\.id) == ["build-completed"])
        #expect(try temporary.text("elsewhere/gone.html") == "mine")
        #expect(FileStatus(root + "/folder")?.kind == .link)
    }

    @Test func `a folder that became a symbolic link is not followed`() throws {
        try keep(try interrupted().bytes)
        try Disk.makeFolder(root + "-elsewhere")
        defer { #expect(throws: Never.self) { try Disk.removeFolder(root + "-elsewhere") } }
        #expect(symlink(root + "-elsewhere", root + "/new") == 0)
        #expect(Recovery.run(root).map(\.id) == ["foreign-file"])
        #expect(try FolderEntries.files(below: root + "-elsewhere") == [])
        #expect(try temporary.text("changed.html") == "old")
        #expect(!Disk.exists(root + "/.variorum-staging"))
    }

    @Test func `a foreign file at a new path takes the first step back`() throws {
        var journal = try interrupted()
        journal.added.append(move("z.html", "z"))
        try temporary.write("z", to: ".variorum-staging/site/z.html")
        try temporary.write("mine too", to: "z.html")
        try keep(journal.bytes)
        #expect(Recovery.run(root).map(\.id) == ["foreign-file"])
        #expect(try site() == Self.old.merging(["z.html": "mine too"]) { $1 })
        #expect(!Disk.exists(root + "/new"))
    }

    /// The next run must not take a file that was moved back for one that is in place.
    @Test func `an interrupted undo loses no file`() throws {
        var journal = try interrupted()
        journal.added.append(move("z.html", "z"))
        try temporary.write("z", to: ".variorum-staging/site/z.html")
        try temporary.write("mine", to: "z.html")
        try keep(journal.bytes)
        var isUndone = false
        #expect(throws: ForeignFile.self) {
            _ = try JournalRun(journal: journal, root: root)
                .apply(isUndone: &isUndone)
        }
        #expect(isUndone)
        // Killed here: the journal is still there. Then the file in the way is moved.
        try Disk.removeFile(root + "/z.html")
        #expect(Recovery.run(root).map(\.id) == ["build-completed"])
        #expect(try site() == Self.new.merging(["z.html": "z"]) { $1 })
    }

    @Test func `nothing is done while a build is running`() throws {
        try keep(try interrupted().bytes)
        let lock = try #require(try FolderLock(root))
        #expect(Recovery.run(root) == [])
        #expect(try site() == Self.old)
        lock.release()
    }

    /// The next command after each of two failed builds still reports the site as incomplete.
    @Test func `a journal that cannot be used is kept until a new site is in place`() async throws {
        try keep(Array(try interrupted().bytes.dropLast(9)))
        try temporary.write("new", to: "changed.html")
        let folder = SiteFolder(path: root)
        for _ in 0..<2 {
            #expect(try folder.recover().map(\.id) == ["build-interrupted"])
            _ = try folder.begin(after: try await folder.previous(nil))
            try folder.abandon()
            #expect(Recovery.run(root).map(\.id) == ["build-interrupted"])
        }
        let stage = try folder.begin(after: try await folder.previous(nil))
        let entry = try stage.put(
            OutputTask("a") { [OutputFile(path: "a.html", bytes: Array("page".utf8))] })
        _ = try await folder.publish(stage, [entry])
        #expect(stage.discarded?.id == "journal-discarded")
        #expect(Recovery.run(root) == [])
        #expect(!Disk.exists(root + "/.variorum-staging"))
        #expect(try site()["a.html"] == "page")
    }

    @Test(arguments: ["new/added.html", "changed.html"], [nil, "by hand"])
    func `a file that was put in place and lost since is reported`(path: String, text: String?)
        throws
    {
        try keep(try interrupted().bytes)
        try Disk.removeFile(root + "/.variorum-staging/site/" + path)
        try Disk.removeFile(root + "/" + path)
        if let text { try temporary.write(text, to: path) }
        #expect(
            Recovery.run(root).map { $0.rendered() } == [
                "\(root): note: an interrupted build was completed (3 files) [build-completed]",
                """
                \(root)/\(path): warning: the interrupted build had put this file in place, and it has been changed or removed since [changed-file]
                  help: run `variorum build`, which restores it
                """,
            ])
        #expect(try temporary.text(path) == text)
    }
}
