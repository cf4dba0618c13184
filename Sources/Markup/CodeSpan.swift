/// Code spans in a line of source (GFM 0.29, 6.3).
public enum CodeSpan {
    /// The end of the code span that begins with the backtick at `start`.
    ///
    /// - Returns: the offset after the span, and whether a run of as many backticks closes it;
    ///   without one, the offset after the run at `start`, which is text.
    public static func end(
        in source: [UInt8], from start: Int, limit: Int
    ) -> (offset: Int, isClosed: Bool) {
        let tick = UInt8(ascii: "`")
        func runEnd(_ start: Int) -> Int {
            var at = start
            while at < limit, source[at] == tick { at += 1 }
            return at
        }
        let after = runEnd(start)
        var at = after
        while at < limit {
            guard source[at] == tick else {
                at += 1
                continue
            }
            let end = runEnd(at)
            if end - at == after - start { return (end, true) }
            at = end
        }
        return (after, false)
    }
}
