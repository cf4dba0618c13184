import Text

/// Whether an everyday word crosses the edge of a name: 升|华为|破局, where 升华 is the word.
///
/// A unigram model reads up to six Han characters on each side of the name in two ways: the best
/// reading that keeps the name as a word, and the best in which an everyday word crosses exactly
/// one of
/// its edges. Words are those of `WordFrequencies` and the archive's own names, which count as
/// frequent as a common word. Where the crossing reading is clearly the better one, the name is
/// doubtful. (Asking whether the single best segmentation contains the name loses far more right
/// names
/// than it catches wrong ones; docs/design.md has the figures.)
struct LocalSegmentation {
    private static let reach = 6
    /// Natural logarithm of the likelihood ratio below which a name is doubtful.
    private static let margin = -1.0
    /// A name counts as frequent as a word that stands this often in the corpus.
    private static let nameFrequency = 6.907_755_278_982_137  // ln 1000

    private let frequencies: WordFrequencies
    /// Scalars around the name, and the folded offset of each; one more offset for the end.
    private var scalars: [UInt32] = []
    private var offsets: [Int] = []
    /// The name, in `scalars`.
    private var name = 0..<0

    /// The everyday word that makes a name doubtful.
    /// - Parameters:
    ///   - range: the name, bytes of `text`.
    ///   - text: folded text.
    ///   - isName: whether a range of `text` is a name of the archive.
    /// - Returns: the word's range in `text`; `nil` when the name is not doubtful.
    static func crossingWord(
        _ range: Range<Int>, in text: [UInt8], _ frequencies: WordFrequencies,
        isName: (Range<Int>) -> Bool
    ) -> Range<Int>? {
        let window = LocalSegmentation(range, text, frequencies)
        let crossings = window.crossings()
        guard !crossings.isEmpty else { return nil }
        return window.decide(crossings, isName)
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
        scalars.reserveCapacity(32)
        offsets.reserveCapacity(32)
        var last = text.count
        while at < text.count {
            if at == range.upperBound { last = scalars.count }
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            if at >= range.upperBound {
                guard ScalarClass(scalar) == .han, scalars.count < last + Self.reach else { break }
            }
            scalars.append(scalar)
            offsets.append(at)
            at += length
        }
        name = before..<min(last, scalars.count)
        offsets.append(at)
    }

    /// Everyday words that begin outside of the name and end inside, or the other way round.
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

    private func decide(_ crossings: [Word], _ isName: (Range<Int>) -> Bool) -> Range<Int>? {
        let words = lattice(isName)
        let count = scalars.count
        var forward = [Double](repeating: -.infinity, count: count + 1)
        forward[0] = 0
        for word in words {
            let weight = forward[word.range.lowerBound] + word.weight
            forward[word.range.upperBound] = max(forward[word.range.upperBound], weight)
        }
        var backward = [Double](repeating: -.infinity, count: count + 1)
        backward[count] = 0
        for word in words.reversed() {
            let weight = backward[word.range.upperBound] + word.weight
            backward[word.range.lowerBound] = max(backward[word.range.lowerBound], weight)
        }
        func total(_ word: Word) -> Double {
            forward[word.range.lowerBound] + word.weight + backward[word.range.upperBound]
        }
        let kept = total(Word(range: name, weight: weight(name, isName: true)))
        guard let crossing = crossings.max(by: { total($0) < total($1) }),
            kept - total(crossing) < Self.margin
        else { return nil }
        return offsets[crossing.range.lowerBound]..<offsets[crossing.range.upperBound]
    }

    /// All words of the window by start: single characters always, everyday words, names.
    private func lattice(_ isName: (Range<Int>) -> Bool) -> [Word] {
        var words: [Word] = []
        for start in scalars.indices {
            for end in start + 1...scalars.count {
                let isNamed = start..<end == name || isName(offsets[start]..<offsets[end])
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

    /// An unknown character counts as if it stood once.
    private func weight(_ range: Range<Int>, isName: Bool) -> Double {
        let known = frequencies.logFrequency(scalars, range) ?? 0
        return max(known, isName ? Self.nameFrequency : 0) - frequencies.logTotal
    }
}
