import Text

/// `search/manifest.json`: what a client reads first.
struct IndexManifest {
    var documents: Int
    var passages: Int
    /// By document.
    var firstPassages: [UInt32]
    /// Words for the kinds of documents, by number.
    var kinds: [String]
    /// Names of the kinds after the usual ones; not written when there are none.
    var furtherKinds: [String]
    var shards: [ShardWriter.Shard]
    /// Documents in one block.
    var blockSize: Int
    /// Names of the document blocks.
    var blocks: [String]
    var facets: FacetTable
    /// Pairs that occur in more than a quarter of all passages.
    var common: [UInt8]
    /// `FoldTableExcerpt`.
    var fold: [UInt8]

    /// Shards in one directory; an index of fewer shards lists them in the manifest.
    static let directorySize = 32

    /// Lists of shards, `[keys, names]`, which a client loads as it needs them: in a large index
    /// most of the manifest would otherwise be names that no query needs.
    func directories() -> [IndexFile] {
        guard shards.count > Self.directorySize else { return [] }
        return stride(from: 0, to: shards.count, by: Self.directorySize).map { start in
            let part = shards[start..<min(shards.count, start + Self.directorySize)]
            var bytes: [UInt8] = [0x5B]
            JSONText.append(utf8: Array(part.map(\.first).joined(separator: [0x20])), to: &bytes)
            bytes.append(0x2C)
            JSONText.append(utf8: PackedFileNames.write(part.map(\.name)), to: &bytes)
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
        if !furtherKinds.isEmpty {
            Self.member("furtherKinds", Array(furtherKinds.joined(separator: "\n").utf8), &bytes)
        }
        var firsts = BitWriter()
        firsts.append(firstPassages, below: passages)
        firsts.close()
        Self.member("firstPassages", firsts.bytes, &bytes)
        Self.member("common", common, &bytes)
        Self.member("blocks", PackedFileNames.write(blocks), &bytes)
        Self.member("keys", Array(first.joined(separator: [0x20])), &bytes)
        Self.member(
            directories.isEmpty ? "shards" : "directories", PackedFileNames.write(names), &bytes)
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
        Self.member("facetFiles", PackedFileNames.write(facets.files.map(\.name)), &bytes)
        return bytes + more + [0x7D, 0x0A]
    }

    /// The further members of `manifest.js`.
    static func scripts(_ index: [IndexScripts.Script], _ texts: [TextScripts.Script]) -> [UInt8] {
        var more: [UInt8] = []
        member("scripts", PackedFileNames.write(index.map(\.name)), &more)
        member("scriptFirsts", PackedFileNames.write(index.map(\.first)), &more)
        member("textScripts", PackedFileNames.write(texts.map(\.name)), &more)
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

/// The pairs of the fold table that this index needs, in bits: those whose target occurs in it, and
/// which a client cannot know by itself.
///
/// Format: the number of pairs; for each pair the gap from the previous source, less one; a bit, 1
/// when the target is lower than the previous target; four bits, the bit length of (distance of the
/// targets + 1), less one; (distance + 1) without its highest bit. A length of 15 or more is
/// written as 15, followed by the distance itself in 18 bits.
enum FoldTableExcerpt {
    /// - Parameter occurs: whether a folded scalar is in the index.
    static func write(where occurs: (UInt32) -> Bool) -> [UInt8] {
        let pairs = Folding.pairs.filter { !isKnown($0.source) && occurs($0.target) }
        var output = BitWriter()
        output.append(UInt32(pairs.count))
        var source: UInt32 = 0
        var target: UInt32 = 0
        for pair in pairs {
            output.append(pair.source - source)
            let isLower = pair.target < target
            let distance = isLower ? target - pair.target : pair.target - target
            let length = UInt32(31 - (distance + 1).leadingZeroBitCount)
            output.append(isLower ? 1 : 0, bits: 1)
            output.append(min(length, 15), bits: 4)
            if length < 15 {
                output.append(distance + 1, bits: length)
            } else {
                output.append(distance, bits: 18)
            }
            source = pair.source + 1
            target = pair.target
        }
        output.close()
        return output.bytes
    }

    /// Blocks of which every scalar folds as its compatibility form does (NFKC, when that is one
    /// scalar) and then its lower-case letter: radicals, compatibility ideographs, half and full
    /// width, letterlike symbols, Latin and Cyrillic letters.
    ///
    /// And apostrophes and quotation marks.
    static func isKnown(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x80..<0x250, 0x400..<0x530, 0x2080...0x2089, 0x2100...0x214F, 0x24B6...0x24E9,
            0x2E80..<0x2FE0, 0x328A...0x32B0, 0xF900..<0xFB00, 0xFE50...0xFE6B, 0xFF01..<0xFFEF,
            0x1D400...0x1D7FF, 0x2F800..<0x2FA20:
            true
        case 0x2018...0x201F, 0x2032, 0x2033, 0x301D...0x301F, 0x055A, 0xA78B, 0xA78C:
            true
        default: false
        }
    }
}
