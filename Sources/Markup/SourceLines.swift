/// Turns the parser's places (1-based lines, 1-based columns in bytes) into byte offsets of a
/// source.
struct SourceLines {
    /// Offset at which each line begins; one more entry for the end of the source.
    private let starts: [Int32]
    private let count: Int

    init(_ scan: SourceScan) {
        starts = scan.lineStarts
        count = scan.count
    }

    /// The offset of a place; `nil` where the source has no such place.
    func offset(line: Int32, column: Int32) -> Int32? {
        guard line >= 1, line <= starts.count, column >= 0 else { return nil }
        let offset = Int(starts[Int(line) - 1]) + max(0, Int(column) - 1)
        return offset <= count ? Int32(truncatingIfNeeded: offset) : nil
    }

    /// The bytes from one place to another, both included; empty when the parser has no place to
    /// tell.
    func range(line: Int32, column: Int32, endLine: Int32, endColumn: Int32) -> Range<Int32> {
        guard let start = offset(line: line, column: column) else { return 0..<0 }
        let last: Int32? =
            endColumn > 0
            ? offset(line: endLine, column: endColumn + 1) ?? Int32(truncatingIfNeeded: count)
            : offset(line: endLine, column: 1)
        guard let last, last > start else { return start..<start }
        return start..<last
    }
}
