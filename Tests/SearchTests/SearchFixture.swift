import Foundation
import Search
import Text

@testable import Search

/// The small archive that this suite and the browser's tests share:
/// `Tests/Fixtures/search-archive.json`.
///
/// `search-index.json` beside it holds the site's files that a client reads; both clients are asked
/// the queries of the archive, and both must answer with its paths.
struct SearchFixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Fixtures")
    static let indexFile = folder.appending(path: "search-index.json")

    struct Query: Sendable {
        var query: String
        var facets: [(facet: String, value: String)]
        var paths: [String]
    }

    var units: [SearchUnit] = []
    var labels: [String: [String: String]] = [:]
    var queries: [Query] = []

    init() throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "search-archive.json"))
        guard let tree = JSONValue.parsed(Array(data)) else {
            throw SearchIndexError.damaged("fixture")
        }
        for document in tree["documents"]?.items ?? [] { units += Self.units(document) }
        for (facet, values) in tree["labels"]?.members ?? [] {
            for (value, label) in values.members ?? [] {
                labels[facet.text, default: [:]][value.text] = label.string
            }
        }
        queries = (tree["queries"]?.items ?? []).map {
            Query(
                query: $0["query"]?.string ?? "", facets: Self.pairs($0["facets"]),
                paths: ($0["paths"]?.items ?? []).compactMap(\.string))
        }
    }

    /// The site's files by path: index and texts.
    func site() throws -> [String: [UInt8]] {
        var builder = SearchIndexBuilder(labels: labels)
        for unit in units { try builder.add(unit) }
        var files = Dictionary(
            uniqueKeysWithValues: try builder.finish().map { ($0.path, $0.bytes) })
        for unit in units {
            guard let path = unit.textPath else { continue }
            files[path, default: []] += unit.text
        }
        return files
    }

    /// An article becomes passages of one or two blocks, cut in front of every second block's text.
    private static func units(_ document: JSONValue) -> [SearchUnit] {
        let text = document["text"]?.text ?? []
        let kinds = SearchUnit.Kind.usual.filter { $0.name == document["kind"]?.string }
        guard let kind = kinds.first, let path = document["path"]?.string else { return [] }
        let blocks = TextBlocks.ranges(text)
        let sentences = blocks.flatMap { Sentences.ranges(in: text, block: $0) }
            .map(\.lowerBound)
        var cuts = [0]
        if kind == .article {
            cuts += stride(from: 1, to: blocks.count, by: 2).map { blocks[$0].lowerBound }
        }
        cuts.append(text.count)
        return zip(cuts, cuts.dropFirst()).map { start, end in
            SearchUnit(
                kind: kind, path: path, title: document["title"]?.string ?? "",
                names: (document["names"]?.items ?? []).compactMap(\.string),
                textPath: kind == .article ? path + "text.txt" : nil,
                text: Array(text[start..<end]), textRange: start..<end,
                sentences: sentences.filter { start..<end ~= $0 },
                date: document["date"]?.string ?? "", facets: pairs(document["facets"]))
        }
    }

    private static func pairs(_ tree: JSONValue?) -> [(facet: String, value: String)] {
        (tree?.items ?? []).compactMap {
            guard let pair = $0.items, pair.count == 2, let facet = pair[0].string,
                let value = pair[1].string
            else { return nil }
            return (facet, value)
        }
    }
}
