import Text

/// `search/manifest.json`: what a client reads first.
struct IndexManifest {
    var documents: DocumentTable
    var units: Int
    var shards: [(first: [UInt8], name: String)]
    var facets: FacetTable
    var fold: (sources: [UInt8], targets: [UInt8])

    /// - Parameter more: further members, each with a leading comma.
    func json(_ more: [UInt8] = []) -> [UInt8] {
        var bytes = Array("{\"format\":\(SearchIndexBuilder.format)".utf8)
        bytes += Array(",\"documents\":\(documents.count),\"units\":\(units)".utf8)
        bytes += Array(",\"blockSize\":\(DocumentTable.blockSize)".utf8)
        member("unitCounts", documents.unitCounts, &bytes)
        member("blocks", documents.files.flatMap { Array($0.name.utf8) }, &bytes)
        member("keys", Array(shards.map(\.first).joined(separator: [0x20])), &bytes)
        member("shards", shards.flatMap { Array($0.name.utf8) }, &bytes)
        member("foldSources", fold.sources, &bytes)
        member("foldTargets", fold.targets, &bytes)
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
        member("facetFiles", facets.files.flatMap { Array($0.name.utf8) }, &bytes)
        return bytes + more + [0x7D, 0x0A]
    }

    private func member(_ name: String, _ text: [UInt8], _ bytes: inout [UInt8]) {
        bytes.append(0x2C)
        JSONText.append(name, to: &bytes)
        bytes.append(0x3A)
        JSONText.append(utf8: text, to: &bytes)
    }
}
