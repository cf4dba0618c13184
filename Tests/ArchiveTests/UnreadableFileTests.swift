import Files
import Foundation
import Testing
import Text

@testable import Archive

/// Files of the archive that cannot be read.
@Suite struct UnreadableFileTests {
    private let path = NSTemporaryDirectory() + "variorum-unreadable-\(UUID().uuidString)"

    @Test(arguments: [
        (EBUSY, "it changed while being read", "build again once the file has stopped changing"),
        (ENOENT, "it does not exist", "build again once the file has stopped changing"),
        (EACCES, "permission denied", "give yourself permission to read it, or move it away"),
    ])
    func `the reason is said in words`(code: Int32, words: String, help: String) {
        let error = FileError(path: "/a.md", action: "read", code: code)
        #expect(
            error.diagnostic("content/articles/a.md").rendered()
                == """
                content/articles/a.md: error: this file cannot be read: \(words) [unreadable-file]
                  help: \(help)
                """)
    }

    @Test func `a file that is too large for a text is said so before it is read`() throws {
        let root = path
        try FileManager.default.createDirectory(
            atPath: root + "/content/articles", withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(atPath: root) } catch { Issue.record(error) }
        }
        let file = open(root + "/content/articles/a.md", O_WRONLY | O_CREAT, 0o644)
        #expect(ftruncate(file, off_t(ContentFolder.largestFile + 1)) == 0)
        close(file)
        let folder = try ContentFolder.read(root: root)
        #expect(
            folder.diagnostics.map { $0.rendered() } == [
                """
                content/articles/a.md: error: this file cannot be read: it is larger than 256 MiB [unreadable-file]
                  help: split it into several files
                """
            ])
        #expect(folder.files.isEmpty)
    }
}
