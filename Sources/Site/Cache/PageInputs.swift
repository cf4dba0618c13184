import Files

/// What many pages can be made of, as hashes for `OutputTask.inputs`.
struct PageInputs: Sendable {
    /// Of everything but the words of articles and what is found in them.
    let surroundings: Fingerprint
    /// The same, and which entities are mentioned in which articles and how often, and where claims
    /// and remarks are anchored: for files that show no words of articles.
    let withoutWords: Fingerprint

    init(_ graph: ArchiveGraph, _ textKeys: TextKeys, jobs: Int) async throws {
        async let relations = Self.relations(graph)
        let articles = graph.archive.articles
        let heads = try await Array(articles.indices).concurrentMap(jobs: jobs) { index in
            var head = RecordWriter()
            head.write(articles[index])
            return Fingerprint(of: head.bytes)
        }
        var key = CacheKeyBuilder(capacity: 16 * (heads.count + 2))
        for head in [textKeys.surroundings] + heads { key.add(head) }
        surroundings = key.fingerprint
        key.add(await relations)
        withoutWords = key.fingerprint
    }

    private static func relations(_ graph: ArchiveGraph) -> Fingerprint {
        var record = RecordWriter()
        for index in graph.archive.articles.indices {
            record.write(graph.ledger.articles[index])
            record.write(graph.cast[index]) { record, member in
                record.write(short: member.entity)
                record.write(short: member.mentions)
            }
        }
        return Fingerprint(of: record.bytes)
    }
}
