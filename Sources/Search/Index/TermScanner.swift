import Text

/// Divides folded text into the terms that the index is keyed by.
///
/// Index and query use this one function, so that what a query asks for is what was stored.
///
/// - Han text: every pair of neighbors, and the last character of a run by itself.
/// - Words: runs of letters and digits; a point between two digits belongs to the number (`14.14`),
///   and what follows the point is a word too (`14`).
/// Everything else separates.
enum TermScanner {
    /// Longer words are cut here, at a scalar's edge; a query is cut alike and verified in the
    /// text.
    static let longestWord = 48

    static func scan<Sink: TermSink>(_ text: [UInt8], into sink: inout Sink) {
        let classes = CharacterClasses.shared
        var at = 0
        var run = HanRun()
        var word: Int?
        var tails: [Int] = []
        while at < text.count {
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            if classes.isHan(scalar) {
                if let start = word {
                    close(text, start, tails, end: at, next: scalar, closed: true, &sink)
                    word = nil
                    tails.removeAll(keepingCapacity: true)
                }
                run.add(scalar, &sink)
            } else if classes.isWord(scalar) {
                run.end(next: scalar, &sink)
                if word == nil { word = at }
            } else if let start = word {
                if scalar == 0x2E, isDigit(text, at - 1),
                    at + 1 >= text.count || isDigit(text, at + 1)
                {
                    // At the very end of a query the number may still go on.
                    if at + 1 < text.count {
                        tails.append(at + 1)
                    } else {
                        close(text, start, tails, end: at, next: 0, closed: false, &sink)
                        return
                    }
                } else {
                    close(text, start, tails, end: at, next: 0, closed: true, &sink)
                    word = nil
                    tails.removeAll(keepingCapacity: true)
                }
            } else {
                run.end(next: 0, &sink)
            }
            at += length
        }
        if let start = word {
            close(text, start, tails, end: at, next: 0, closed: false, &sink)
        } else {
            run.end(next: 0, &sink)
        }
    }

    /// The last two characters of a run of Han text: a pair is told when what follows it is known.
    private struct HanRun {
        private var first: UInt32 = 0
        private var last: UInt32 = 0

        @inline(__always)
        mutating func add<Sink: TermSink>(_ scalar: UInt32, _ sink: inout Sink) {
            if first != 0 { sink.han(first, last, next: scalar) }
            first = last
            last = scalar
        }

        @inline(__always)
        mutating func end<Sink: TermSink>(next: UInt32, _ sink: inout Sink) {
            guard last != 0 else { return }
            if first != 0 { sink.han(first, last, next: next) }
            sink.han(last, 0, next: 0)
            first = 0
            last = 0
        }
    }

    private static func close<Sink: TermSink>(
        _ text: [UInt8], _ start: Int, _ tails: [Int], end: Int, next: UInt32, closed: Bool,
        _ sink: inout Sink
    ) {
        sink.word(text, cut(text, start..<end), next: next, closed: closed)
        for tail in tails {
            sink.word(text, cut(text, tail..<end), next: next, closed: closed)
        }
    }

    private static func cut(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
        guard range.count > longestWord else { return range }
        var end = range.lowerBound + longestWord
        while text[end] & 0xC0 == 0x80 { end -= 1 }
        return range.lowerBound..<end
    }

    @inline(__always)
    private static func isDigit(_ text: [UInt8], _ at: Int) -> Bool {
        text[at] &- 0x30 < 10
    }
}
