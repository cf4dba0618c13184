import Files
import Foundation
import Testing

/// A folder that goes when the value goes.
final class TemporaryFolder {
    let path = NSTemporaryDirectory() + "variorum-publishing-\(UUID().uuidString)"

    init() throws { try Disk.makeFolder(path) }

    deinit { #expect(throws: Never.self) { try Disk.removeFolder(path) } }

    func write(_ text: String, to name: String) throws {
        if let slash = name.lastIndex(of: "/") { try Disk.makeFolder("\(path)/\(name[..<slash])") }
        try Disk.create(Array(text.utf8), at: "\(path)/\(name)")
    }

    func text(_ name: String) throws -> String? {
        try Disk.readIfPresent("\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }

    /// Every file with its text.
    func files(below folder: String) throws -> [String: String] {
        var files: [String: String] = [:]
        for name in try FolderEntries.files(below: "\(path)/\(folder)") {
            files[name] = try text("\(folder)/\(name)")
        }
        return files
    }
}
