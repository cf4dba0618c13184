import Files
import Foundation
import Testing

@testable import Site

@Suite struct OverflowFileTests {
    @Test func `an overflow file gives back what it took, and has no name`() throws {
        let archive = try TemporaryArchive(["articles/a.md": "A"])
        let file = OverflowFile(archive.root + "/below/here")
        let bytes = (0..<3000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        try bytes[..<1000].withUnsafeBytes { try file.append($0) }
        try bytes[1000...].withUnsafeBytes { try file.append($0) }
        var middle = [UInt8](repeating: 0, count: 500)
        try middle.withUnsafeMutableBytes { try file.read(at: 800, into: $0) }
        #expect(middle == Array(bytes[800..<1300]))
        #expect(try FileManager.default.contentsOfDirectory(atPath: archive.root + "/below") == [])
    }

    @Test func `reading more than was written is an error that names the file`() throws {
        let archive = try TemporaryArchive(["articles/a.md": "A"])
        let file = OverflowFile(archive.root + "/here")
        try [1, 2, 3].withUnsafeBytes { try file.append($0) }
        var buffer = [UInt8](repeating: 0, count: 500)
        let error = #expect(throws: FileError.self) {
            try buffer.withUnsafeMutableBytes { try file.read(at: 0, into: $0) }
        }
        #expect(error?.path.hasSuffix("/here") == true)
    }
}
