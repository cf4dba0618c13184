import Text

/// A span that some name fits, with what it may still mean.
struct NameCandidate: Sendable, Equatable {
    /// Bytes of the folded text.
    var folded: Range<Int>
    /// Bytes of the plain text.
    var original: Range<Int>
    /// Index in `NameTable.meanings`; `nil`: words that only an `accept` makes a name.
    var name: Int?
    /// Indices in `Archive.entities`, ascending, each once.
    var entities: [Int]
    /// Those of `entities` that an `accept` or an `only-in` speaks for.
    var decided: [Int]
    /// An editor said yes to these words: no everyday word makes them doubtful.
    var isAccepted = false
}

/// Chooses, from left to right, which of the overlapping names are meant.
///
/// The longest name at the leftmost place wins. One exception keeps a run of two names apart: in
/// 阿里云栖大会 the longest name at the left, 阿里云, runs into 云栖大会, which is not shorter, while the
/// shorter 阿里 ends exactly where 云栖大会 begins. The two together cover more and leave nothing over,
/// so they win. A name that ends in the next one's middle without such a neighbour keeps its place.
///
/// A name that an everyday word crosses is passed over (and reported), and shorter names at the
/// same place are tried.
struct NameSegmentation {
    struct Choice: Equatable {
        var candidate: NameCandidate
        /// The everyday word, bytes of the folded text, when the name is doubtful.
        var crossedBy: Range<Int>?
    }

    /// By start, longest first.
    private let candidates: [NameCandidate]
    private let text: [UInt8]
    private let frequencies: WordFrequencies

    init(_ candidates: [NameCandidate], in folded: [UInt8], _ frequencies: WordFrequencies) {
        self.frequencies = frequencies
        self.candidates = candidates
        text = folded
    }

    /// Names in order; those that are not crossed never overlap.
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

    /// Candidates of one place in the order in which they are tried.
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

    /// Whether a name begins where `shorter` ends that runs past `longest` and is not shorter than
    /// it.
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

    /// How likely a name is beside the everyday words that cross it; `nil`: none does.
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
