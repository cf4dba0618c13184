/// Finds the spans that overlap a range.
///
/// Each span has a value.
///
/// A sorted array and the length of the longest span. A query scans back by that length, which is
/// fast because spans are short.
struct SpanIndex<Value> {
    private var spans: [(range: Range<Int>, value: Value)]
    private var longest: Int

    init(_ spans: [(range: Range<Int>, value: Value)] = []) {
        self.spans = spans.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        longest = spans.reduce(0) { max($0, $1.range.count) }
    }

    /// The first span that overlaps `range` and for which `passes` is true.
    func first(overlapping range: Range<Int>, where passes: (Range<Int>, Value) -> Bool) -> (
        range: Range<Int>, value: Value
    )? {
        let first = range.lowerBound - longest
        var low = spans.partitioningIndex { $0.range.lowerBound >= first }
        while low < spans.count, spans[low].range.lowerBound < range.upperBound {
            if spans[low].range.upperBound > range.lowerBound,
                passes(spans[low].range, spans[low].value)
            {
                return spans[low]
            }
            low += 1
        }
        return nil
    }

    /// Whether `passes` is true for a span that overlaps `range`.
    func contains(overlapping range: Range<Int>, where passes: (Range<Int>, Value) -> Bool) -> Bool
    {
        first(overlapping: range, where: passes) != nil
    }
}

extension RandomAccessCollection {
    /// Binary search: the first index whose element belongs to the second part; `endIndex` if there
    /// is none.
    ///
    /// The collection must be partitioned: all elements of the first part come first.
    func partitioningIndex(where belongsToSecond: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let middle = index(low, offsetBy: count / 2)
            if belongsToSecond(self[middle]) {
                count /= 2
            } else {
                low = index(after: middle)
                count -= count / 2 + 1
            }
        }
        return low
    }
}
