import Text

/// An occurrence of a name, with the meanings that are still possible.
struct NameCandidate: Sendable, Equatable {
    /// Bytes of the folded text.
    var folded: Range<Int>
    /// Bytes of the plain text.
    var original: Range<Int>
    /// Index in `NameTable.meanings`; `nil` if the words are a name only because of an `accept`.
    var name: Int?
    /// Indices in `Archive.entities`, sorted, without duplicates.
    var entities: [Int]
    /// The subset of `entities` that an `accept` or an `only-in` selects.
    var decided: [Int]
    /// Whether an editor accepted these words, so that no everyday word can make them doubtful.
    var isAccepted = false
}

/// Chooses among overlapping names, from left to right.
///
/// The longest name at the leftmost place is chosen, with one exception for two adjacent names. In
/// 阿里云栖大会, the longest name at the left, 阿里云, overlaps 云栖大会, which is not shorter. But the
/// shorter name 阿里 ends exactly where 云栖大会 begins. Both together cover more text without a gap,
/// so they are chosen. Without such a pair the longest name is kept.
///
/// If an everyday word crosses a name, the name is reported as doubtful, and shorter names at the
/// same place are tried.
struct NameSegmentation {
    struct Choice: Equatable {
        var candidate: NameCandidate
        /// The everyday word that makes the name doubtful, in bytes of the folded text.
        var crossedBy: Range<Int>?
    }

    /// Sorted by start, longest first.
    private let candidates: [NameCandidate]
    private let text: [UInt8]
    private let frequencies: WordFrequencies

    init(_ candidates: [NameCandidate], in folded: [UInt8], _ frequencies: WordFrequencies) {
        self.frequencies = frequencies
        self.candidates = candidates
        text = folded
    }

    /// The chosen names in order of the text.
    ///
    /// Names that are not doubtful never overlap.
    func choices() -> [Choice] {
        var choices: [Choice] = []
        var end = 0
        var at = 0
        while at < candidates.count {
            let start = candidates[at].folded.lowerBound
            var behind = at
            while behind < candidates.count, candidates[behind].folded.lowerBound == start {
                behind += 1
            }
            if start >= end {
                for candidate in preferred(at..<behind) {
                    let word = crossingWord(candidate)
                    choices.append(Choice(candidate: candidate, crossedBy: word))
                    if word == nil {
                        end = candidate.folded.upperBound
                        break
                    }
                }
            }
            at = behind
        }
        return choices
    }

    /// The candidates at one place, in the order in which they are tried.
    private func preferred(_ place: Range<Int>) -> ArraySlice<NameCandidate> {
        guard place.count > 1, !candidates[place.lowerBound].isAccepted else {
            return candidates[place]
        }
        var order = candidates[place]
        let longest = candidates[place.lowerBound]
        if let split = order.lastIndex(where: {
            leavesRoom($0, for: longest, behind: place.upperBound)
        }) {
            order.insert(order.remove(at: split), at: order.startIndex)
        }
        return order
    }

    /// Whether a name begins where `shorter` ends, ends after `longest`, and is at least as long as
    /// `longest`.
    private func leavesRoom(_ shorter: NameCandidate, for longest: NameCandidate, behind: Int)
        -> Bool
    {
        let end = shorter.folded.upperBound
        guard end < longest.folded.upperBound else { return false }
        var at = behind
        while at < candidates.count, candidates[at].folded.lowerBound <= end {
            let next = candidates[at].folded
            if next.lowerBound == end {
                // The longest at its place.
                return next.upperBound > longest.folded.upperBound
                    && next.count >= longest.folded.count
            }
            at += 1
        }
        return false
    }

    private func crossingWord(_ candidate: NameCandidate) -> Range<Int>? {
        guard !candidate.isAccepted, let comparison = comparison(candidate.folded) else {
            return nil
        }
        return comparison.isDoubtful ? comparison.word : nil
    }

    /// Compares the name with the everyday words that cross it; `nil` if there are none.
    func comparison(_ name: Range<Int>) -> LocalSegmentation.Comparison? {
        LocalSegmentation.comparison(name, in: text, frequencies, isName: isName)
    }

    private func isName(_ range: Range<Int>) -> Bool {
        var low = candidates.partitioningIndex { $0.folded.lowerBound >= range.lowerBound }
        while low < candidates.count, candidates[low].folded.lowerBound == range.lowerBound {
            if candidates[low].folded == range { return true }
            low += 1
        }
        return false
    }
}
