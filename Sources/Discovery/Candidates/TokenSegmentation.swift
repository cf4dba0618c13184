import Text

/// A block of folded text divided into words: Han text by the most probable segmentation into
/// everyday words and names (a unigram model, by dynamic programming), Latin text by spaces and
/// marks.
struct TokenSegmentation {
    enum Kind {
        case han, latin, mark
    }

    struct Token {
        /// Bytes of the folded text.
        var range: Range<Int>
        var kind: Kind
    }

    /// Longest name inside a segmentation, in Han characters.
    static let longestName = 12
    /// Natural logarithm of the frequency that a name counts as.
    private static let nameFrequency = 8.0
    private static let unknownFrequency = -1.0

    private let words: EverydayWords
    private let isName: (ArraySlice<UInt8>) -> Bool

    /// - Parameter isName: whether folded Han text is a name.
    init(_ words: EverydayWords, isName: @escaping (ArraySlice<UInt8>) -> Bool) {
        self.words = words
        self.isName = isName
    }

    func tokens(of bytes: [UInt8], in range: Range<Int>) -> [Token] {
        var tokens: [Token] = []
        var at = range.lowerBound
        while at < range.upperBound {
            let (scalar, length) = UTF8Scalars.decode(bytes, at: at)
            switch ScalarClass(scalar) {
            case .space, .zeroWidth:
                at += length
            case .han:
                var end = at
                var scalars: [UInt32] = []
                while end < range.upperBound {
                    let (next, size) = UTF8Scalars.decode(bytes, at: end)
                    guard ScalarClass(next) == .han, size == 3 else { break }
                    scalars.append(next)
                    end += size
                }
                guard end > at else {
                    tokens.append(Token(range: at..<at + length, kind: .mark))
                    at += length
                    continue
                }
                appendWords(of: bytes, at..<end, scalars, to: &tokens)
                at = end
            case .word:
                let end = Self.endOfLatin(bytes, at, range.upperBound)
                tokens.append(Token(range: at..<end, kind: .latin))
                at = end
            case .other:
                tokens.append(Token(range: at..<at + length, kind: .mark))
                at += length
            }
        }
        return tokens
    }

    /// A Latin word goes on over a hyphen, dot, ampersand or apostrophe between letters or digits.
    private static func endOfLatin(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
        func word(at offset: Int) -> Int? {
            guard offset < limit else { return nil }
            let (scalar, length) = UTF8Scalars.decode(bytes, at: offset)
            return ScalarClass(scalar) == .word ? length : nil
        }
        var at = start
        while at < limit {
            if let length = word(at: at) {
                at += length
            } else if [0x2D, 0x2E, 0x26, 0x27].contains(bytes[at]), word(at: at + 1) != nil {
                at += 1
            } else {
                break
            }
        }
        return at
    }

    private func appendWords(
        of bytes: [UInt8], _ run: Range<Int>, _ scalars: [UInt32], to tokens: inout [Token]
    ) {
        let count = scalars.count
        var best = [Double](repeating: -.infinity, count: count + 1)
        var from = [Int](repeating: 0, count: count + 1)
        best[0] = 0
        for start in 0..<count {
            for length in 1...min(Self.longestName, count - start) {
                let end = start + length
                let word =
                    bytes[run.lowerBound + 3 * start..<run.lowerBound + 3 * end]
                let weight: Double
                if length > 1, isName(word) {
                    weight = Self.nameFrequency
                } else if let frequency = words.logFrequency(scalars, start..<end) {
                    weight = frequency
                } else if length == 1 {
                    weight = Self.unknownFrequency
                } else {
                    continue
                }
                let sum = best[start] + weight - words.logTotal
                if sum > best[end] {
                    best[end] = sum
                    from[end] = start
                }
            }
        }
        var ends: [Int] = []
        var end = count
        while end > 0 {
            ends.append(end)
            end = from[end]
        }
        for end in ends.reversed() {
            tokens.append(
                Token(
                    range: run.lowerBound + 3 * from[end]..<run.lowerBound + 3 * end, kind: .han))
        }
    }
}
