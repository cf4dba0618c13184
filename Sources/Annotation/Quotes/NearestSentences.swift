import Text

/// The sentences of an article that are most like a quote, for the editor to choose from.
///
/// Likeness is the Dice coefficient of the folded character bigrams; it only proposes, nothing is ever
/// attached by it.
struct NearestSentences {
    struct Proposal: Equatable {
        /// Bytes of the plain text.
        var range: Range<Int>
        /// 0…1
        var likeness: Double
    }

    private static let least = 0.15
    private let text: ArticleText
    private let quote: Bigrams

    init(_ quote: String, in text: ArticleText) {
        self.text = text
        self.quote = Bigrams(FoldedText.key(quote))
    }

    /// At most `count`, the most alike first; of equal ones the earlier.
    func sentences(_ count: Int) -> [Proposal] {
        let all = text.sentences.compactMap { sentence -> Proposal? in
            // Long sentences hold short quotes: compare with the part that is most like it.
            let likeness = parts(of: sentence.range).map(\.likeness).max() ?? 0
            return likeness < Self.least ? nil : Proposal(range: sentence.range, likeness: likeness)
        }
        let order = all.sorted {
            ($0.likeness, $1.range.lowerBound) > ($1.likeness, $0.range.lowerBound)
        }
        return Array(order.prefix(count))
    }

    /// The run of clauses in a sentence that is most like the quote, without the mark at its end.
    func bestPart(of sentence: Range<Int>) -> Range<Int> {
        let best = parts(of: sentence).max {
            ($0.likeness, $1.range.count) < ($1.likeness, $0.range.count)
        }
        return best?.range ?? sentence
    }

    /// Every run of up to six clauses.
    private func parts(of sentence: Range<Int>) -> [Proposal] {
        let clauses = clauses(of: sentence)
        var parts: [Proposal] = []
        for first in clauses.indices {
            for last in first..<min(clauses.count, first + 6) {
                let range = clauses[first].lowerBound..<clauses[last].upperBound
                let bigrams = Bigrams(FoldedText(text.plain.utf8, blocks: [range]).bytes)
                parts.append(Proposal(range: range, likeness: quote.likeness(to: bigrams)))
            }
        }
        return parts
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
    private var counts: [UInt64: Int] = [:]
    private var total = 0

    init(_ folded: [UInt8]) {
        var previous: UInt32 = 0
        var at = 0
        while at < folded.count {
            let (scalar, length) = UTF8Scalars.decode(folded, at: at)
            at += length
            guard ScalarClass(scalar) == .han || ScalarClass(scalar) == .word else { continue }
            counts[UInt64(previous) << 32 | UInt64(scalar), default: 0] += 1
            total += 1
            previous = scalar
        }
    }

    /// 0…1
    func likeness(to other: Bigrams) -> Double {
        guard total + other.total > 0 else { return 0 }
        let shared = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
        return 2 * Double(shared) / Double(total + other.total)
    }
}

/// Marks between the clauses of a sentence.
enum SentenceParts {
    static func isClauseEnd(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3B, 0x3001, 0x3002, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF01, 0xFF1F, 0x2014, 0x2026: true
        default: false
        }
    }
}
