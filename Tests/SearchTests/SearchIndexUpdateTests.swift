import Testing
import Text

@testable import Search

/// An index that is made from the one before has the bytes of one that is made anew.
@Suite struct SearchIndexUpdateTests {
    struct Kind: Sendable {
        var seed: UInt64
        var pages: Int
        var characters: Int
        var shardSize: Int
        var textsOnDisk: Int
    }

    @Test(arguments: [
        Kind(seed: 1, pages: 3, characters: 5, shardSize: 100, textsOnDisk: 4_000_000),
        Kind(seed: 2, pages: 20, characters: 8, shardSize: 150, textsOnDisk: 0),
        Kind(seed: 3, pages: 40, characters: 30, shardSize: 60, textsOnDisk: 3_000),
        Kind(seed: 4, pages: 60, characters: 12, shardSize: 400, textsOnDisk: 0),
        Kind(seed: 5, pages: 90, characters: 200, shardSize: 200, textsOnDisk: 20_000),
    ])
    func `patched and new indexes are the same`(kind: Kind) throws {
        var archive = EditedUnits(
            seed: kind.seed, pages: kind.pages, characters: kind.characters)
        var (site, record) = try Self.index(archive, kind)
        var refused = 0
        for round in 0..<60 {
            let changed = archive.edit()
            let (expected, expectedRecord) = try Self.index(archive, kind)
            let now = archive
            let before = site
            let previous = PreviousIndex(
                record: record,
                files: site.filter { $0.key.hasPrefix("search/") }.mapValues(\.count)
            ) { before[$0] }
            var patch = SearchIndexUpdate(
                previous, labels: now.labels, facets: now.facetTable,
                textsOnDisk: kind.textsOnDisk, units: now.units)
            patch.shardSize = kind.shardSize
            (site, record) = (expected, expectedRecord)
            guard let result = try patch.result(changed: changed.sorted()) else {
                refused += 1
                continue
            }
            var files = now.texts
            for path in result.kept { files[path] = before[path] }
            for file in result.files { files[file.path] = file.bytes }
            let differing = Set(files.keys).union(expected.keys).filter {
                files[$0] != expected[$0]
            }
            #expect(differing.sorted() == [], "round \(round)")
            #expect(result.record == expectedRecord, "round \(round)")
            #expect(IndexState(result.record.bytes) == result.record)
        }
        // Only when more is touched than is worth it.
        #expect(refused < 20)
    }

    /// The site's files that search needs.
    private static func index(_ archive: EditedUnits, _ kind: Kind) throws
        -> ([String: [UInt8]], IndexState)
    {
        var files = archive.texts
        var builder = SearchIndexBuilder(labels: archive.labels, textsOnDisk: kind.textsOnDisk)
        builder.shardSize = kind.shardSize
        for page in archive.pages.indices {
            for unit in archive.units(page) { try builder.add(unit) }
        }
        var made: [OutputFile] = []
        let record = try builder.finish { made.append($0) }
        for file in made { files[file.path] = file.bytes }
        return (files, record)
    }
}
