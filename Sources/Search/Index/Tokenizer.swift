import Text

/// Divides folded text into the terms that the index is keyed by.
///
/// Index and query use this one function, so a query looks up exactly what was stored.
///
/// - Han text: every pair of neighbors, and the last character of a run by itself.
/// - Words: runs of letters and digits; a point between two digits belongs to the number (`14.14`),
///   and what follows the point is a word too (`14`). Everything else is a separator.
enum Tokenizer {
    /// Longer words are cut here, at a scalar's edge; a query is cut alike and verified in the
    /// text.
    static let longestWord = 48

    static func scan<Sink: TokenSink>(_ text: [UInt8], into sink: inout Sink) {
        let classes = CharacterClasses.shared
        var at = 0
        var characters = 0
        var previousHan: UInt32 = 0
        var word: Int?
        var tails: [Int] = []
        while at < text.count {
            let scalar: UInt32
            var length: Int
            (scalar, length) = UTF8Scalars.decode(text, at: at)
            if classes.isHan(scalar) {
                if let start = word {
                    close(text, start, tails, end: at, next: scalar, closed: true, &sink)
                    word = nil
                    tails.removeAll(keepingCapacity: true)
                } else if previousHan != 0 {
                    sink.han(previousHan, scalar, at: characters - 1)
                }
                previousHan = scalar
                // The fast path, nearly all of a Chinese text: an ideograph after an ideograph.
                while let next = ideograph(text, at + length) {
                    sink.han(previousHan, next, at: characters)
                    previousHan = next
                    at += length
                    length = 3
                    characters += 1
                }
            } else if classes.isWord(scalar) {
                if previousHan != 0 {
                    sink.han(previousHan, 0, at: characters - 1)
                    previousHan = 0
                }
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
            } else if previousHan != 0 {
                sink.han(previousHan, 0, at: characters - 1)
                previousHan = 0
            }
            at += length
            characters += 1
        }
        if let start = word {
            close(text, start, tails, end: at, next: 0, closed: false, &sink)
        } else if previousHan != 0 {
            sink.han(previousHan, 0, at: characters - 1)
        }
    }

    private static func close<Sink: TokenSink>(
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

    /// The scalar at a position when it is from U+4E00 to U+9FFF.
    @inline(__always)
    private static func ideograph(_ text: [UInt8], _ at: Int) -> UInt32? {
        guard at < text.count, 0xE4...0xE9 ~= text[at] else { return nil }
        let scalar = UTF8Scalars.decode(text, at: at).scalar
        return 0x4E00...0x9FFF ~= scalar ? scalar : nil
    }

    @inline(__always)
    private static func isDigit(_ text: [UInt8], _ at: Int) -> Bool {
        text[at] &- 0x30 < 10
    }
}

/// What `Tokenizer` finds, in the order of the text.
protocol TokenSink {
    /// Two Han characters side by side, or one at the end of its run (`second` is 0).
    ///
    /// - Parameter at: characters of the text before the first.
    mutating func han(_ first: UInt32, _ second: UInt32, at: Int)
    /// A word of letters and digits: a range of the scanned text. `next` is the Han character that
    /// follows without a gap, or 0; `closed` is false when the text ends with the word.
    mutating func word(_ text: [UInt8], _ range: Range<Int>, next: UInt32, closed: Bool)
}

/// `ScalarClass` of every scalar of the basic plane as a table: the tokenizer looks it up for each
/// character of the archive.
struct CharacterClasses: Sendable {
    static let shared = CharacterClasses()

    private let plane: [UInt8]

    private init() {
        plane = (0..<0x10000).map { ScalarClass(UInt32($0)).rawValue }
    }

    @inline(__always)
    func isHan(_ scalar: UInt32) -> Bool {
        // Nearly all of them need no look at the table.
        0x4E00...0x9FFF ~= scalar || raw(scalar) == ScalarClass.han.rawValue
    }

    @inline(__always)
    func isWord(_ scalar: UInt32) -> Bool {
        raw(scalar) == ScalarClass.word.rawValue
    }

    @inline(__always)
    func raw(_ scalar: UInt32) -> UInt8 {
        scalar < 0x10000 ? plane[Int(scalar)] : ScalarClass(scalar).rawValue
    }
}
