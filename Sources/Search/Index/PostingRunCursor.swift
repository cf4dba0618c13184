/// Reads a `PostingRun` from its start, one term at a time.
struct PostingRunCursor {
    private let bytes: [UInt8]
    private var at = 0
    /// The term whose units come next; `nil` at the end.
    private(set) var term: UInt64?
    private var units = 0

    init(_ run: PostingRun) {
        bytes = run.bytes
        advance(from: 0)
    }

    /// Hands over the term's units, ascending, and goes on to the next term.
    ///
    /// - Parameter each: takes a unit, whether the term is frequent there, and its places, one bit
    ///   each.
    @inline(__always)
    mutating func take(_ each: (UInt32, Bool, UInt64) -> Void) {
        guard let current = term else { return }
        var unit: UInt32 = 0
        for _ in 0..<units {
            let number = next()
            unit += UInt32(number >> 8)
            let found = number & 64 != 0 ? next() : 1 << (number & 63)
            each(unit, number & 128 != 0, found)
        }
        advance(from: current)
    }

    private mutating func advance(from previous: UInt64) {
        guard at < bytes.count else {
            term = nil
            return
        }
        term = previous + next()
        units = Int(next())
    }

    @inline(__always)
    private mutating func next() -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = bytes[at]
            at += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
    }
}
