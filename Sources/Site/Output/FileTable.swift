import Archive
import Files

/// Files of a site as its manifest records them, in the order of their paths.
struct FileTable: Sendable {
    private(set) var paths = PathTable()
    private(set) var sizes: [Int] = []
    private(set) var hashes: [ContentHash] = []

    var count: Int { sizes.count }

    init() {}

    /// - Returns: `nil` when the lists do not belong together.
    init?(paths: PathTable, sizes: [Int], hashes: [ContentHash]) {
        guard paths.count == sizes.count, sizes.count == hashes.count else { return nil }
        self.paths = paths
        self.sizes = sizes
        self.hashes = hashes
    }

    /// - Parameters:
    ///   - records: in any order.
    ///   - standing: paths of the old site; records that it has need not be sorted.
    ///   - places: gets where each record is in the table.
    init(_ records: [FileRecord], over standing: PathTable, places: inout [Int]) {
        var atOldPlace = [Int32](repeating: -1, count: standing.count)
        var others: [(record: Int, before: Int)] = []
        for (number, record) in records.enumerated() {
            if let place = record.standing, atOldPlace[place] < 0 {
                atOldPlace[place] = Int32(number)
            } else {
                others.append((number, standing.place(of: record.path).index))
            }
        }
        others.sort {
            PathTable.precedes(records[$0.record].path, records[$1.record].path)
        }
        places = [Int](repeating: 0, count: records.count)
        paths.reserveCapacity(records.count, bytes: standing.bytes.count)
        sizes.reserveCapacity(records.count)
        hashes.reserveCapacity(records.count)
        var next = others.startIndex
        for place in 0...atOldPlace.count {
            while next < others.endIndex, others[next].before == place {
                append(records, others[next].record, &places)
                next += 1
            }
            if place < atOldPlace.count, atOldPlace[place] >= 0 {
                append(records, Int(atOldPlace[place]), &places)
            }
        }
    }

    private mutating func append(_ records: [FileRecord], _ number: Int, _ places: inout [Int]) {
        places[number] = count
        paths.append(records[number].path.utf8)
        sizes.append(records[number].size)
        hashes.append(records[number].sha256)
    }

    subscript(index: Int) -> FileRecord {
        FileRecord(path: paths[index], size: sizes[index], sha256: hashes[index])
    }

    subscript(path: String) -> FileRecord? { paths.index(of: path).map { self[$0] } }
}
