import Text

/// The index as classic scripts: what a page opened from disk can load, where nothing can be
/// fetched.
///
/// Every script calls `variorumSearch(name, value)` for the files that it carries. Files are sorted
/// by name; those whose names begin with the same bits share a script as long as they fit in, so
/// that a file that changes its name touches the scripts of the two names and no other.
struct IndexScripts {
    /// A script, and the first file that it carries.
    struct Script: Equatable {
        var name: String
        var first: String
    }

    /// Bytes that a script has at most, when it carries more than one file.
    static let size = 62_000

    /// Bytes of the index up to which it is written a second time, as scripts.
    static let largestIndex = 60_000_000

    /// Bytes that one call takes beside the file's.
    private static let call = "variorumSearch(\"\",);\n".utf8.count + 8

    /// In the order of the files' names.
    private(set) var scripts: [Script] = []

    /// Makes the scripts of all files of the index.
    ///
    /// - Parameters:
    ///   - old: the standing index and its scripts.
    /// - Returns: whether every file could be read.
    mutating func write(
        _ output: IndexOutput, over old: (scripts: [Script], files: [String])? = nil
    ) throws -> Bool {
        let names = output.sizes.keys.sorted()
        let sizes = names.map { (output.sizes[$0] ?? 0) + Self.call }
        var standing: [String: (name: String, files: ArraySlice<String>)] = [:]
        if let old {
            for (index, script) in old.scripts.enumerated() {
                let start = old.files.partitioningIndex { $0 >= script.first }
                let end =
                    index + 1 < old.scripts.count
                    ? old.files.partitioningIndex { $0 >= old.scripts[index + 1].first }
                    : old.files.count
                standing[script.first] = (script.name, old.files[start..<end])
            }
        }
        for group in Self.groups(names, sizes) {
            let files = names[group]
            if let same = standing[names[group.lowerBound]], same.files == files,
                output.keep(path: Self.path(same.name))
            {
                scripts.append(Script(name: same.name, first: names[group.lowerBound]))
                continue
            }
            var bytes: [UInt8] = []
            for name in files {
                guard let json = try output.bytes(name) else { return false }
                Self.append(name, json, to: &bytes)
            }
            let name = ContentHash.name(bytes)
            scripts.append(Script(name: name, first: names[group.lowerBound]))
            try output.add(OutputFile(path: Self.path(name), bytes: bytes))
        }
        return true
    }

    /// A call that hands over a value.
    static func append(_ name: String, _ json: [UInt8], to bytes: inout [UInt8]) {
        bytes += Array("variorumSearch(".utf8)
        JSONText.append(name, to: &bytes)
        bytes.append(0x2C)
        bytes += json.last == 0x0A ? json.dropLast() : json[...]
        bytes += Array(");\n".utf8)
    }

    static func path(_ name: String) -> String { "search/\(name).js" }

    /// Divides files by the bits of their names until each part fits into a script.
    ///
    /// - Parameter names: sorted.
    static func groups(_ names: [String], _ sizes: [Int]) -> [Range<Int>] {
        let bits = names.map { name in
            name.utf8.reduce(UInt64(0)) { $0 << 5 | ContentHash.rank(of: $1) }
        }
        var groups: [Range<Int>] = []
        func divide(_ range: Range<Int>, _ bit: UInt64) {
            guard !range.isEmpty else { return }
            let size = sizes[range].reduce(0, +)
            guard range.count > 1, size > Self.size, bit > 0 else {
                groups.append(range)
                return
            }
            let middle = bits[range].partitioningIndex { $0 & bit != 0 }
            divide(range.lowerBound..<middle, bit >> 1)
            divide(middle..<range.upperBound, bit >> 1)
        }
        divide(names.indices, 1 << 39)
        return groups
    }
}
