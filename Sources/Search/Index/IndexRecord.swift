/// What is kept of the making of an index, so that the next one can be made from it.
public struct IndexRecord: Equatable, Sendable {
    /// Where a passage stands in its text: its first byte and how many.
    struct Span: Equatable {
        var start: UInt32
        var length: UInt32
    }

    /// By document: its first passage.
    var firstPassages: [UInt32] = []
    /// By passage.
    var spans: [Span] = []
    /// By document: bytes of its text, when that stands in a file of its own; 0 for all others.
    var textSizes: [UInt32] = []
    /// See `IndexSize`.
    var postings = 0
    /// Shards of single Han characters.
    var characters: [ShardCutter.Shard] = []
    /// All other shards.
    var shards: [ShardCutter.Shard] = []
    /// Names of the document blocks.
    var blocks: [String] = []
    var scripts: [IndexScripts.Script] = []
    var textScripts: [TextScripts.Script] = []
    /// Pairs of Han characters in more than a quarter of all passages, ascending.
    var common: [UInt64] = []
    var scalars = IndexScalars()

    var limits: Posting.Limits {
        Posting.Limits(passages: spans.count, documents: firstPassages.count)
    }

    /// Passages of a document.
    func passages(of document: Int) -> Range<Int> {
        let end =
            document + 1 < firstPassages.count
            ? Int(firstPassages[document + 1]) : spans.count
        return Int(firstPassages[document])..<end
    }

    init() {}
}
