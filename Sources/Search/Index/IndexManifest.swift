import Text

/// `search/manifest.json`: what a client reads first.
struct IndexManifest {
    var documents: Int
    var passages: Int
    /// By document.
    var firstPassages: [UInt32]
    /// Words for the kinds of documents.
    var kinds: [String]
    var shards: [ShardCutter.Shard]
    /// Documents in one block.
    var blockSize: Int
    /// Names of the document blocks.
    var blocks: [String]
    var facets: FacetTable
    /// Pairs that stand in more than a quarter of all passages.
    var common: [UInt8]
    /// `FoldPart`.
    var fold: [UInt8]

    /// Shards in one directory; an index of fewer shards lists them in the manifest.
    static let directorySize = 32

    /// Lists of shards, `[keys, names]`, which a client loads as it needs them: most of a large
    /// index's manifest would be names that no query asks for.
    func directories() -> [IndexFile] {
        guard shards.count > Self.directorySize else { return [] }
        return stride(from: 0, to: shards.count, by: Self.directorySize).map { start in
            let part = shards[start..<min(shards.count, start + Self.directorySize)]
            var bytes: [UInt8] = [0x5B]
            JSONBytes.append(Array(part.map(\.first).joined(separator: [0x20])), to: &bytes)
            bytes.append(0x2C)
            JSONBytes.append(FileNames.write(part.map(\.name)), to: &bytes)
            return IndexFile(bytes + [0x5D, 0x0A])
        }
    }

    /// - Parameters:
    ///   - directories: what `directories` gave; with none, all shards are listed.
    ///   - more: further members, each with a leading comma.
    func json(_ directories: [IndexFile], _ more: [UInt8] = []) -> [UInt8] {
        let step = directories.isEmpty ? 1 : Self.directorySize
        let first = stride(from: 0, to: shards.count, by: step).map { shards[$0].first }
        let names = directories.isEmpty ? shards.map(\.name) : directories.map(\.name)
        var bytes = Array("{\"format\":\(SearchIndexBuilder.format)".utf8)
        bytes += Array(",\"documents\":\(documents)".utf8)
        bytes += Array(",\"passages\":\(passages)".utf8)
        bytes += Array(",\"blockSize\":\(blockSize)".utf8)
        Self.member("kinds", Array(kinds.joined(separator: "\n").utf8), &bytes)
        var firsts = BitWriter()
        firsts.append(firstPassages, below: passages)
        firsts.close()
        Self.member("firstPassages", firsts.bytes, &bytes)
        Self.member("common", common, &bytes)
        Self.member("blocks", FileNames.write(blocks), &bytes)
        Self.member("keys", Array(first.joined(separator: [0x20])), &bytes)
        Self.member(
            directories.isEmpty ? "shards" : "directories", FileNames.write(names), &bytes)
        Self.member("fold", fold, &bytes)
        bytes += Array(",\"facets\":[".utf8)
        for (index, part) in facets.parts.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            bytes.append(0x5B)
            JSONText.append(part.facet, to: &bytes)
            bytes.append(0x2C)
            JSONText.append(part.first, to: &bytes)
            bytes += Array(",\(part.file)]".utf8)
        }
        bytes.append(0x5D)
        Self.member("facetFiles", FileNames.write(facets.files.map(\.name)), &bytes)
        return bytes + more + [0x7D, 0x0A]
    }

    /// The further members of `manifest.js`.
    static func scripts(_ index: [IndexScripts.Script], _ texts: [TextScripts.Script]) -> [UInt8] {
        var more: [UInt8] = []
        member("scripts", FileNames.write(index.map(\.name)), &more)
        member("scriptFirsts", FileNames.write(index.map(\.first)), &more)
        member("textScripts", FileNames.write(texts.map(\.name)), &more)
        let firsts = texts.map { String($0.first) }.joined(separator: ",")
        return more + Array(",\"textFirsts\":[\(firsts)]".utf8)
    }

    private static func member(_ name: String, _ text: [UInt8], _ bytes: inout [UInt8]) {
        bytes.append(0x2C)
        JSONText.append(name, to: &bytes)
        bytes.append(0x3A)
        JSONText.append(utf8: text, to: &bytes)
    }
}
