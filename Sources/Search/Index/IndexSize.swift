/// How large the files of an index are made.
///
/// Small shards make a query cheap, many files make a site unwieldy: an index of tens of thousands
/// of pages has up to 2,900 files, with those for reading from disk.
enum IndexSize {
    /// Bytes of keys and postings in a shard of usual size.
    ///
    /// It goes in steps, so that hardly any edit changes it: then all shards would be cut anew.
    ///
    /// - Parameters:
    ///   - postings: how many passages and titles all terms have, each term counted by itself.
    ///   - blocks: files of documents.
    static func shard(postings: Int, blocks: Int) -> Int {
        let size = postings * 11 / 4
        let scripts = min(size, IndexScripts.largestIndex) * 5 / 3 / IndexScripts.size
        let shards = max(1000, 2_900 - blocks - scripts)
        let exact = min(24_000, max(8_000, size / shards))
        return exact - exact % 500
    }

    /// The same, of an index that is being made.
    static func shard(of log: OccurrenceLog, blocks: Int) throws -> Int {
        let least = shard(postings: log.least, blocks: blocks)
        let most = shard(postings: log.most, blocks: blocks)
        // Very small and very large ones are not counted twice.
        return least == most ? least : shard(postings: try log.postings(), blocks: blocks)
    }
}
