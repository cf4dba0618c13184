import Text

/// The index as classic scripts: what a page opened from disk can load, where nothing can be
/// fetched.
///
/// Every script calls `variorumSearch(name, value)` for each of its files. Files are sorted by
/// name; those whose names share leading bits share a script as long as they fit. So a file that
/// changes its name changes only the scripts of its old and its new name.
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

    /// Bytes that one call adds to the file's.
    private static let call = "variorumSearch(\"\",);\n".utf8.count + 8

    /// In the order of the files' names.
    private(set) var scripts: [Script] = []

    /// Makes the scripts of all files of the index.
    ///
    /// - Parameters:
    ///   - old: the previous index and its scripts.
    /// - Returns: whether every file could be read.
    mutating func write(
        _ output: IndexOutput, over old: (scripts: [Script], files: [String])? = nil
    ) throws -> Bool {
        let names = output.sizes.keys.sorted()
        let sizes = names.map { (output.sizes[$0] ?? 0) + Self.call }
        var previous: [String: (name: String, files: ArraySlice<String>)] = [:]
        if let old {
            for (index, script) in old.scripts.enumerated() {
                let start = old.files.partitioningIndex { $0 >= script.first }
                let end =
                    index + 1 < old.scripts.count
                    ? old.files.partitioningIndex { $0 >= old.scripts[index + 1].first }
                    : old.files.count
                previous[script.first] = (script.name, old.files[start..<end])
            }
        }
        for group in Self.groups(names, sizes) {
            let files = names[group]
            if let same = previous[names[group.lowerBound]], same.files == files,
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

    /// Appends a call with a value.
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

/// The texts of a small archive as scripts, for pages opened from disk, where `text.txt` cannot be
/// read.
///
/// Documents whose numbers begin with the same bits share a script as long as their texts fit in,
/// so that an edited text touches its own script only.
struct TextScripts {
    /// A script, and the first document whose text it carries.
    struct Script: Equatable {
        var name: String
        var first: UInt32
    }

    typealias TextFile = (path: String, bytes: [UInt8])

    /// In the order of the documents.
    private(set) var scripts: [Script] = []

    /// Makes the scripts of all texts.
    ///
    /// - Parameters:
    ///   - sizes: by document: bytes of its text; 0 when no file holds it.
    ///   - old: the previous scripts, the sizes that they were built from, and the documents that
    ///     changed since.
    ///   - text: the text of a document.
    mutating func write(
        _ output: IndexOutput, sizes: [UInt32],
        over old: (scripts: [Script], sizes: [UInt32], changed: Set<Int>)? = nil,
        text: (Int) -> TextFile?
    ) throws {
        var previous: [Range<Int>: Script] = [:]
        if let old {
            for (group, script) in zip(Self.groups(old.sizes), old.scripts) {
                previous[group] = script
            }
        }
        for group in Self.groups(sizes) {
            if let old, let script = previous[group],
                !group.contains(where: { old.changed.contains($0) }),
                output.keep(path: IndexScripts.path(script.name))
            {
                scripts.append(script)
                continue
            }
            var bytes: [UInt8] = []
            for document in group where sizes[document] > 0 {
                guard let (path, text) = text(document) else { continue }
                var json: [UInt8] = []
                JSONText.append(utf8: text, to: &json)
                IndexScripts.append(path, json, to: &bytes)
            }
            let name = ContentHash.name(bytes)
            scripts.append(Script(name: name, first: UInt32(group.lowerBound)))
            try output.add(OutputFile(path: IndexScripts.path(name), bytes: bytes))
        }
    }

    /// Documents that share a script, each range without those at its edges that have no text.
    static func groups(_ sizes: [UInt32]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        func divide(_ start: Int, _ length: Int) {
            guard start < sizes.count else { return }
            let texts = (start..<min(sizes.count, start + length)).filter { sizes[$0] > 0 }
            guard let first = texts.first, let last = texts.last else { return }
            let size = texts.reduce(0) { $0 + Int(sizes[$1]) }
            guard first < last, size > IndexScripts.size else {
                return groups.append(first..<last + 1)
            }
            divide(start, length / 2)
            divide(start + length / 2, length / 2)
        }
        var length = 1
        while length < sizes.count { length *= 2 }
        if !sizes.isEmpty { divide(0, length) }
        return groups
    }
}
