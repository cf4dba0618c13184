import Foundation
import Text

/// Finds the names in a text with the model: spans with their probabilities.
public struct NameFinder: Sendable {
    private let model: NameModel
    private let words: EverydayWords
    private let known: KnownNames?
    private let transitions: [Float]

    public struct Found: Equatable, Sendable {
        /// In bytes of the folded text.
        public var range: Range<Int>
        public var kind: NameKind
        public var probability: Float
    }

    public init(_ model: NameModel, words: EverydayWords, known: KnownNames?) {
        self.model = model
        self.words = words
        self.known = known
        transitions = (0..<NameTag.count * NameTag.count).map { pair in
            NameTag.canFollow(pair / NameTag.count, pair % NameTag.count)
                ? exp(model.transitions[pair]) : 0
        }
    }

    /// All spans of a text with at least this probability, by block.
    public func find(_ text: FoldedText, original: [UInt8], minimum: Float) -> [Found] {
        text.bytes.split(separator: 0x0A).flatMap {
            find(text, original: original, in: $0.indices, minimum: minimum)
        }
    }

    private func find(
        _ text: FoldedText, original: [UInt8], in range: Range<Int>, minimum: Float
    ) -> [Found] {
        let units = TextUnits(text, original: original, in: range)
        let features = UnitFeatures(units, words, known)
        var scores = [Float](repeating: 0, count: units.units.count * NameTag.count)
        for unit in units.units.indices {
            let sums = model.scores(features, at: unit)
            for tag in 1..<NameTag.count { scores[unit * NameTag.count + tag] = sums[tag - 1] }
        }
        return TagLattice(scores: scores, transitions: transitions).spans(minimum: minimum).map {
            Found(
                range: Int(
                    units.units[$0.units.lowerBound].start)..<Int(
                        units.units[$0.units.upperBound - 1].end),
                kind: $0.kind, probability: $0.probability)
        }
    }
}
