import Files
import Foundation
import Testing

@testable import Site

@Suite struct WritebackTests {
    private let place = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString

    @Test func `what is written is brought to the disk in parts and at the end`() throws {
        try Disk.makeFolder(place)
        defer { #expect(throws: Never.self) { try Disk.removeFolder(place) } }
        let writeback = Writeback(of: place)
        for _ in 0..<5 { writeback.wrote(Writeback.portion) }
        try writeback.finish()
        writeback.wrote(1)
        try writeback.finish()
    }

    @Test func `what failed before is told at the end, though it would succeed now`() throws {
        let writeback = Writeback(of: place)
        writeback.wrote(Writeback.portion - 1)
        writeback.wrote(1)
        #expect(throws: FileError.self) { try writeback.finish() }
        try Disk.makeFolder(place)
        defer { #expect(throws: Never.self) { try Disk.removeFolder(place) } }
        #expect(throws: FileError.self) { try writeback.finish() }
        try Writeback(of: place).finish()
    }

    @Test func `little that is written waits for the end`() throws {
        let writeback = Writeback(of: place)
        writeback.wrote(Writeback.portion - 1)
        try Disk.makeFolder(place)
        defer { #expect(throws: Never.self) { try Disk.removeFolder(place) } }
        try writeback.finish()
    }
}
