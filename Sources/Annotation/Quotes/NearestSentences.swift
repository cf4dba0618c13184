import Text

/// Finds the sentences of an article that are most similar to a quote, as proposals for the editor.
///
/// Similarity is the Dice coefficient of the folded character bigrams of the quote and of a run of
/// clauses. Only the sentences that share the most bigrams with the quote are compared in detail.
/// Proposals appear in messages only; a quote is never anchored by similarity.
struct NearestSentences {
    struct Proposal: Equatable {
        /// Bytes of the plain text.
        var sentence: Range<Int>
        /// The most similar run of clauses in it, without the punctuation at its end.
        var part: Range<Int>
        /// From 0 to 1.
        var likeness: Double
    }

    private static let least = 0.15
    /// Maximum number of clauses in a run, and of sentences that are compared in detail.
    private static let longestRun = 6
    private static let shortlist = 8

    private let text: ArticleText
    /// By sentence.
    private let bigrams: [Bigrams]

    init(_ text: ArticleText) {
        self.text = text
        bigrams = text.sentences.map {
            Bigrams(FoldedText(text.plain.utf8, blocks: [$0.range]).bytes)
        }
    }

    /// At most `count` proposals, the most similar first; equal ones in text order.
    func proposals(for quote: String, count: Int) -> [Proposal] {
        let quote = Bigrams(FoldedText.key(quote))
        let held = bigrams.map { quote.shared(with: $0) }
        let likely = held.indices.filter { held[$0] > 0 }
            .sorted { (held[$0], $1) > (held[$1], $0) }.prefix(Self.shortlist)
        let proposals = likely.compactMap { best(quote, text.sentences[$0].range) }
            .filter { $0.likeness >= Self.least }
            .sorted {
                ($0.likeness, $1.sentence.lowerBound) > ($1.likeness, $0.sentence.lowerBound)
            }
        return Array(proposals.prefix(count))
    }

    /// The run of clauses that is most similar to the quote; among equals, the shortest.
    private func best(_ quote: Bigrams, _ sentence: Range<Int>) -> Proposal? {
        let clauses = clauses(of: sentence)
        var best: Proposal?
        for first in clauses.indices {
            for last in first..<min(clauses.count, first + Self.longestRun) {
                let part = clauses[first].lowerBound..<clauses[last].upperBound
                let likeness = quote.likeness(
                    to: Bigrams(FoldedText(text.plain.utf8, blocks: [part]).bytes))
                if let best, (likeness, -part.count) <= (best.likeness, -best.part.count) {
                    continue
                }
                best = Proposal(sentence: sentence, part: part, likeness: likeness)
            }
        }
        return best
    }

    private func clauses(of sentence: Range<Int>) -> [Range<Int>] {
        var clauses: [Range<Int>] = []
        var start = sentence.lowerBound
        var end = start
        var at = start
        while at < sentence.upperBound {
            let (scalar, length) = UTF8Scalars.decode(text.plain.utf8, at: at)
            at += length
            if SentenceParts.isClauseEnd(scalar) {
                if end > start { clauses.append(start..<end) }
                start = at
                end = at
            } else if ScalarClass(scalar) == .space {
                if end == start { start = at; end = at }
            } else {
                end = at
            }
        }
        if end > start { clauses.append(start..<end) }
        return clauses.isEmpty ? [sentence] : clauses
    }
}

/// A multiset of character pairs.
struct Bigrams {
    /// Two scalars each, sorted, with duplicates.
    private var pairs: [UInt64] = []

    init(_ folded: [UInt8]) {
        pairs.reserveCapacity(folded.count / 3 + 1)
        var previous: UInt32 = 0
        var at = 0
        while at < folded.count {
            let (scalar, length) = UTF8Scalars.decode(folded, at: at)
            at += length
            let kind = ScalarClass(scalar)
            guard kind == .han || kind == .word else { continue }
            pairs.append(UInt64(previous) << 32 | UInt64(scalar))
            previous = scalar
        }
        pairs.sort()
    }

    /// The number of pairs in common.
    func shared(with other: Bigrams) -> Int {
        var count = 0
        var (a, b) = (0, 0)
        while a < pairs.count, b < other.pairs.count {
            let (mine, its) = (pairs[a], other.pairs[b])
            if mine == its { count += 1 }
            if mine <= its { a += 1 }
            if its <= mine { b += 1 }
        }
        return count
    }

    /// From 0 to 1.
    func likeness(to other: Bigrams) -> Double {
        let total = pairs.count + other.pairs.count
        return total == 0 ? 0 : 2 * Double(shared(with: other)) / Double(total)
    }
}

/// Punctuation that separates the clauses of a sentence.
enum SentenceParts {
    static func isClauseEnd(_ scalar: UInt32) -> Bool {
        switch scalar {
        case ";", "、", "。", "，", "：", "；", "！", "？", "—", "…": true
        default: false
        }
    }
}
