import Files
import Foundation
import Testing

/// Files that others change while they are read.
@Suite struct FileReadingTests {
    private let path = NSTemporaryDirectory() + "variorum-reading-\(UUID().uuidString)"

    private func write(_ text: String) throws {
        // Into the same file, as programs do that do not write beside it and rename.
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        #expect(file >= 0)
        #expect(Glibc.write(file, text, text.utf8.count) == text.utf8.count)
        close(file)
    }

    @Test(arguments: [["longer than before"], ["s"], ["", "and again something else"]])
    func `a file that changes while it is read is read again`(texts: [String]) throws {
        try write("the words")
        defer { unlink(path) }
        var rest = texts[...]
        let result = FileReading.read(path) {
            do {
                if let next = rest.popFirst() { try write(next) }
            } catch {
                Issue.record(error)
            }
        }
        #expect(String(decoding: try result.get(), as: UTF8.self) == texts.last)
    }

    @Test func `a file that does not come to rest is said so`() throws {
        try write("the words")
        defer { unlink(path) }
        var turn = 0
        let result = FileReading.read(path) {
            do {
                turn += 1
                try write(String(repeating: "word ", count: turn))
            } catch {
                Issue.record(error)
            }
        }
        guard case .failure(let failure) = result else {
            Issue.record("it was read")
            return
        }
        #expect(failure.code == EBUSY)
    }

    @Test func `a file that is gone since its folder was listed is said so`() {
        guard case .failure(let failure) = FileReading.read(path) else {
            Issue.record("it was read")
            return
        }
        #expect(failure.code == ENOENT)
        #expect(failure.description == "`\(path)`: No such file or directory")
    }
}
