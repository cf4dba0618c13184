import Text

/// Decides whether an everyday word crosses an edge of a name, as 升华 does in 升|华为|破局.
///
/// A unigram model segments the name and up to six Han characters on each side in two ways: the
/// best segmentation that contains the name, and the best one in which an everyday word crosses
/// exactly one of its edges. The vocabulary is `WordFrequencies` plus the names of the archive,
/// which count as frequent as a common word. If the crossing segmentation is clearly more likely,
/// the name is doubtful. (A single best segmentation would lose far more correct names than it
/// would reject wrong ones; docs/decisions/names.md has the figures.)
struct LocalSegmentation {
    private static let reach = 6
    /// Longest name that is checked, in characters; longer names are whole sentences.
    private static let longestName = 32
    /// Natural logarithm of the likelihood ratio below which a name is doubtful.
    static let margin = -1.0
    /// The same for a name that is an everyday word itself with a verb's complement after it
    /// (联想|起), and for one that a shorter name and an everyday word cover as well (腾讯|会议室).
    private static let marginOfVerbs = 2.0
    private static let complements: [Unicode.Scalar] = ["起", "到"]
    private static let marginOfParts = 3.0
    /// Natural logarithm of the frequency that a name is given; one of two characters occurs more
    /// often by chance.
    private static let nameFrequency = 6.907_755_278_982_137  // ln 1000
    private static let shortNameFrequency = 6.214_608_098_422_191  // ln 500

    private let frequencies: WordFrequencies
    /// The window: the name and its context.
    ///
    /// It begins at `start` in the folded text.
    private var scalars: [UInt32] = []
    private let start: Int
    /// The name, as a range of `scalars`.
    private var name = 0..<0

    /// The best segmentation with the name, and the best one with an everyday word that crosses it.
    struct Comparison: Equatable {
        /// The everyday word, in bytes of the text.
        var word: Range<Int>
        /// Natural logarithm of the likelihood ratio of name to everyday word.
        var margin: Double
        /// The words of both segmentations, in bytes of the text.
        var withName: [Range<Int>]
        var withWord: [Range<Int>]
        /// Below which the name is doubtful.
        var limit: Double

        var isDoubtful: Bool { margin < limit }
    }

    /// Compares a name with the everyday words that cross one of its edges.
    /// - Parameters:
    ///   - range: the name, in bytes of `text`.
    ///   - text: folded text.
    ///   - isName: whether a range of `text` is a name of the archive.
    /// - Returns: `nil` if no everyday word crosses the name.
    static func comparison(
        _ range: Range<Int>, in text: [UInt8], _ frequencies: WordFrequencies,
        isName: (Range<Int>) -> Bool
    ) -> Comparison? {
        guard range.count <= 4 * longestName else { return nil }
        let window = LocalSegmentation(range, text, frequencies)
        let crossings = window.crossings()
        guard !crossings.isEmpty else { return nil }
        return window.compare(crossings, window.offsets(in: text), isName)
    }

    private struct Word {
        var range: Range<Int>
        /// Natural logarithm of its probability.
        var weight: Double
    }

    private init(_ range: Range<Int>, _ text: [UInt8], _ frequencies: WordFrequencies) {
        self.frequencies = frequencies
        var at = range.lowerBound
        var before = 0
        while before < Self.reach, let (scalar, length) = UTF8Scalars.decode(text, before: at),
            ScalarClass(scalar) == .han
        {
            at -= length
            before += 1
        }
        start = at
        scalars.reserveCapacity(32)
        var last = text.count
        while at < text.count {
            if at == range.upperBound { last = scalars.count }
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            if at >= range.upperBound {
                guard ScalarClass(scalar) == .han, scalars.count < last + Self.reach else { break }
            }
            scalars.append(scalar)
            at += length
        }
        name = before..<min(last, scalars.count)
    }

    /// The offsets of all scalars in the folded text, and of the end.
    private func offsets(in text: [UInt8]) -> [Int] {
        var offsets = [start]
        offsets.reserveCapacity(scalars.count + 1)
        for index in scalars.indices {
            offsets.append(offsets[index] + UTF8Scalars.decode(text, at: offsets[index]).length)
        }
        return offsets
    }

    /// Everyday words that cross exactly one edge of the name.
    private func crossings() -> [Word] {
        var words: [Word] = []
        func add(_ start: Int, _ end: Int) {
            if let word = everyday(start..<end) { words.append(word) }
        }
        for start in max(0, name.lowerBound - WordFrequencies.longestWord + 1)..<name.lowerBound {
            let longest = min(name.upperBound - 1, start + WordFrequencies.longestWord)
            for end in stride(from: name.lowerBound + 1, through: longest, by: 1) {
                add(start, end)
            }
        }
        let first = max(name.lowerBound + 1, name.upperBound - WordFrequencies.longestWord + 1)
        for start in stride(from: first, to: name.upperBound, by: 1) {
            let longest = min(scalars.count, start + WordFrequencies.longestWord)
            for end in stride(from: name.upperBound + 1, through: longest, by: 1) {
                add(start, end)
            }
        }
        return words
    }

    private func compare(
        _ crossings: [Word], _ offsets: [Int], _ isName: (Range<Int>) -> Bool
    ) -> Comparison? {
        let words = lattice { isName(offsets[$0.lowerBound]..<offsets[$0.upperBound]) }
        let count = scalars.count
        let begin = Path(weight: 0, word: 0..<0)
        var forward = [Path](repeating: Path(weight: -.infinity, word: 0..<0), count: count + 1)
        forward[0] = begin
        for word in words {
            let weight = forward[word.range.lowerBound].weight + word.weight
            if weight > forward[word.range.upperBound].weight {
                forward[word.range.upperBound] = Path(weight: weight, word: word.range)
            }
        }
        var backward = [Path](repeating: Path(weight: -.infinity, word: 0..<0), count: count + 1)
        backward[count] = begin
        for word in words.reversed() {
            let weight = backward[word.range.upperBound].weight + word.weight
            if weight > backward[word.range.lowerBound].weight {
                backward[word.range.lowerBound] = Path(weight: weight, word: word.range)
            }
        }
        func total(_ word: Word) -> Double {
            forward[word.range.lowerBound].weight + word.weight
                + backward[word.range.upperBound].weight
        }
        guard let crossing = crossings.max(by: { total($0) < total($1) }) else { return nil }
        let kept = Word(range: name, weight: weight(name, isName: true))
        func reading(_ word: Range<Int>) -> [Range<Int>] {
            var ranges: [Range<Int>] = []
            var at = word.lowerBound
            while at > 0 {
                ranges.append(forward[at].word)
                at = forward[at].word.lowerBound
            }
            ranges.reverse()
            ranges.append(word)
            at = word.upperBound
            while at < count {
                ranges.append(backward[at].word)
                at = backward[at].word.upperBound
            }
            return ranges.map { offsets[$0.lowerBound]..<offsets[$0.upperBound] }
        }
        return Comparison(
            word: offsets[crossing.range.lowerBound]..<offsets[crossing.range.upperBound],
            margin: total(kept) - total(crossing), withName: reading(name),
            withWord: reading(crossing.range), limit: limit(crossing.range, offsets, isName))
    }

    /// The margin below which the name is doubtful, given the word that crosses it.
    private func limit(
        _ crossing: Range<Int>, _ offsets: [Int], _ isName: (Range<Int>) -> Bool
    ) -> Double {
        if crossing.lowerBound > name.lowerBound, crossing.upperBound > name.upperBound,
            isName(offsets[name.lowerBound]..<offsets[crossing.lowerBound])
        {
            return Self.marginOfParts
        }
        let isVerb =
            crossing.upperBound == name.upperBound + 1 && everyday(name) != nil
            && Self.complements.contains { scalars[name.upperBound] == $0 }
        return isVerb ? Self.marginOfVerbs : Self.margin
    }

    /// The best path to a position in the window (Viterbi): its weight and its last word.
    private struct Path {
        var weight: Double
        var word: Range<Int>
    }

    /// All words in the window, sorted by start: everyday words, names, and every single character.
    ///
    /// - Parameter isName: whether a range of `scalars` is a name.
    private func lattice(_ isName: (Range<Int>) -> Bool) -> [Word] {
        var words: [Word] = []
        for start in scalars.indices {
            for end in start + 1...scalars.count {
                let isNamed = start..<end == name || isName(start..<end)
                if end - start == 1 || isNamed {
                    words.append(
                        Word(range: start..<end, weight: weight(start..<end, isName: isNamed)))
                } else if let word = everyday(start..<end) {
                    words.append(word)
                }
            }
        }
        return words
    }

    private func everyday(_ range: Range<Int>) -> Word? {
        frequencies.logFrequency(scalars, range).map {
            Word(range: range, weight: $0 - frequencies.logTotal)
        }
    }

    /// An unknown character has a frequency of 1.
    private func weight(_ range: Range<Int>, isName: Bool) -> Double {
        let known = frequencies.logFrequency(scalars, range) ?? 0
        let named = range.count > 2 ? Self.nameFrequency : Self.shortNameFrequency
        return max(known, isName ? named : 0) - frequencies.logTotal
    }
}
