import Text

/// The pairs of the fold table that this index needs: those whose target occurs in it.
///
/// Two lists: source less the source before, less one, as VLQ; target less the target before, as
/// VLQ of
/// twice the distance, one more when it is negative. Full-width ASCII is left out: a client
/// subtracts
/// 0xFEE0 from U+FF01…U+FF5E and then folds capitals.
enum FoldPart {
    /// - Parameter occurs: whether a folded scalar is in the index.
    static func write(where occurs: (UInt32) -> Bool) -> (sources: [UInt8], targets: [UInt8]) {
        var sources: [UInt8] = []
        var targets: [UInt8] = []
        var source: UInt32 = 0
        var target: UInt32 = 0
        for pair in Folding.pairs where !(0xFF01...0xFF5E ~= pair.source) && occurs(pair.target) {
            VLQ.append(pair.source - source, to: &sources)
            let ahead = pair.target >= target
            let distance = ahead ? pair.target - target : target - pair.target
            VLQ.append(distance << 1 | (ahead ? 0 : 1), to: &targets)
            source = pair.source + 1
            target = pair.target
        }
        return (sources, targets)
    }
}
