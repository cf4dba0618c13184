import Archive
import Files
import Foundation
import TestSupport
import Testing
import Text

@testable import Site

/// What stands in a folder, seen with and without the record of the build that wrote it.
@Suite struct SiteInventoryTests {
    private let archive: TemporaryArchive
    private let root: String

    init() throws {
        archive = try TemporaryArchive(["archive.yml": ""])
        root = archive.root + "/public"
    }

    /// A record of what stands, as a build leaves one.
    ///
    /// - Parameter foreign: what the program did not write.
    private func record(_ files: [String], foreign: [String] = []) async throws -> BuildRecord {
        let records = files.map { FileRecord(path: $0, size: 1, sha256: ContentHash(of: [])) }
        var places: [Int] = []
        let table = FileTable(records, over: PathTable(), places: &places)
        var site = Publication(
            report: PublishReport(records, over: StandingSite(SiteInventory(), FileTable())),
            files: table, places: places, manifest: ContentHash(of: []))
        // Nobody else is here: what changed a moment ago counts as settled.
        site.folders = SettledFolders(table.paths, foreign: foreign) {
            FolderStamp("\(root)/\($0)")
        }
        let nobody = Fingerprint(high: 1, low: 2)
        return BuildRecord(
            program: nobody, inputs: nobody, site: site, report: BuildReport(), entries: [])
    }

    private func rows(_ record: BuildRecord?) async throws -> [String] {
        let site = try await SiteInventory.read(root, record, jobs: 2)
        return site.paths.indices.map {
            let file = site.files[$0]
            return "\(site.paths[$0]) \(file.size) \(file.number.inode) \(file.isRegular)"
        }
            + site.folderPaths.indices.map {
                "\(site.folderPaths[$0]) \(site.folders[$0].stamp)"
            }
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `a record hides nothing that others did since`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let folders = ["", "a/", "a/b/", "a/b/c/", "a/b/d/", "a/b-e/", "a/b/c-d/", "f/g/h/i/"]
        let files = folders.flatMap { folder in (0..<3).map { "\(folder)\($0).html" } }
        for path in files { try archive.write("x", to: "public/\(path)") }
        let record = try await record(files)
        #expect(record.folders.paths.count == 5)
        #expect(try await rows(record) == rows(nil))
        for round in 0..<20 {
            let path = try #require(files.randomElement(using: &random))
            let folder = path.prefix { $0 != "." }.dropLast()
            switch Int.random(in: 0..<6, using: &random) {
            case 0: try archive.write("longer", to: "public/\(path)")
            case 1: try archive.write("x", to: "public/\(folder)new\(round).txt")
            case 2: try archive.write("x", to: "public/\(folder)new\(round)/deep/file.txt")
            case 3: try Disk.remove("\(root)/\(path)")
            case 4: try Disk.remove("\(root)/\(folder)")
            default:
                guard Disk.exists("\(root)/\(path)") else { continue }
                try Disk.rename("\(root)/\(path)", to: "\(root)/\(folder)moved\(round)")
            }
            #expect(try await rows(record) == rows(nil), "round \(round)")
        }
    }

    @Test func `a folder with somebody's file or folder in it is looked into`() async throws {
        let files = ["a/b/c/1.html", "a/b/d/1.html", "a/b/e/1.html"]
        for path in files + ["a/b/c/mine.txt", "a/b/d/mine/deep.txt"] {
            try archive.write("x", to: "public/\(path)")
        }
        let record = try await record(files, foreign: ["a/b/c/mine.txt", "a/b/d/mine/deep.txt"])
        #expect(record.folders.paths.indices.map { record.folders.paths[$0] } == ["a/b/e/"])
        #expect(try await rows(record) == rows(nil))
    }
}
