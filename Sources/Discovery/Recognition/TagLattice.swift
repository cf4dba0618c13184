import Foundation

/// The sums over all taggings of a text, and the best of them: forward-backward and Viterbi for a
/// linear chain (Rabiner 1989; Sutton and McCallum, "An Introduction to Conditional Random
/// Fields").
///
/// Probabilities are scaled at each unit, so nothing under- or overflows; scores are those of
/// `NameModel`, with 0 for `NameTag.outside`.
public struct TagLattice {
    private static let tags = NameTag.count
    private let count: Int
    /// exp(score) per unit and tag.
    private var emissions: [Float]
    private let transitions: [Float]
    private var forward: [Float]
    private var backward: [Float]
    /// Natural logarithm of the sum over all taggings.
    public private(set) var logPartition = 0.0

    /// - Parameters:
    ///   - scores: `NameTag.count` scores a unit; `-Float.infinity` forbids a tag.
    ///   - transitions: exp of the scores of transitions, 0 where one is not allowed.
    public init(scores: [Float], transitions: [Float]) {
        let tags = Self.tags
        count = scores.count / tags
        self.transitions = transitions
        emissions = scores
        forward = [Float](repeating: 0, count: scores.count)
        backward = forward
        var shift = 0.0
        for unit in 0..<count {
            var top = -Float.infinity
            for tag in 0..<tags { top = max(top, scores[unit * tags + tag]) }
            shift += Double(top)
            for tag in 0..<tags {
                emissions[unit * tags + tag] = exp(scores[unit * tags + tag] - top)
            }
        }
        run(shift)
    }

    private mutating func run(_ shift: Double) {
        let tags = Self.tags
        guard count > 0 else { return }
        var logSum = shift
        for unit in 0..<count {
            var sum: Float = 0
            for right in 0..<tags {
                var value: Float = 0
                if unit == 0 {
                    value = NameTag.continues(right) ? 0 : 1
                } else {
                    for left in 0..<tags {
                        value +=
                            forward[(unit - 1) * tags + left] * transitions[left * tags + right]
                    }
                }
                value *= emissions[unit * tags + right]
                if unit == count - 1, NameTag.goesOn(right) { value = 0 }
                forward[unit * tags + right] = value
                sum += value
            }
            let inverse = sum > 0 ? 1 / sum : 0
            for tag in 0..<tags { forward[unit * tags + tag] *= inverse }
            logSum += log(Double(sum))
        }
        logPartition = logSum
        for tag in 0..<tags {
            backward[(count - 1) * tags + tag] = NameTag.goesOn(tag) ? 0 : 1
        }
        var unit = count - 2
        while unit >= 0 {
            var sum: Float = 0
            for left in 0..<tags {
                var value: Float = 0
                for right in 0..<tags {
                    value +=
                        transitions[left * tags + right] * emissions[(unit + 1) * tags + right]
                        * backward[(unit + 1) * tags + right]
                }
                backward[unit * tags + left] = value
                sum += value
            }
            let inverse = sum > 0 ? 1 / sum : 0
            for tag in 0..<tags { backward[unit * tags + tag] *= inverse }
            unit -= 1
        }
    }

    /// A name that the model sees: units, kind, and the probability of exactly this span and kind.
    public struct Span: Equatable, Sendable {
        public var units: Range<Int>
        public var kind: NameKind
        public var probability: Float
    }

    /// The probability that unit `unit` has tag `tag`.
    public func marginal(_ unit: Int, _ tag: Int) -> Float {
        let base = unit * Self.tags
        var sum: Float = 0
        for tag in base..<base + Self.tags { sum += forward[tag] * backward[tag] }
        return sum > 0 ? forward[base + tag] * backward[base + tag] / sum : 0
    }

    /// The probabilities of all tags of all units.
    public func marginals() -> [Float] {
        var marginals = [Float](repeating: 0, count: forward.count)
        for base in stride(from: 0, to: forward.count, by: Self.tags) {
            var sum: Float = 0
            for tag in base..<base + Self.tags { sum += forward[tag] * backward[tag] }
            guard sum > 0 else { continue }
            for tag in base..<base + Self.tags {
                marginals[tag] = forward[tag] * backward[tag] / sum
            }
        }
        return marginals
    }

    /// All spans with at least this probability, by their first unit; with 0.5 or more none
    /// overlap.
    public func spans(minimum: Float) -> [Span] {
        var spans: [Span] = []
        for unit in 0..<count {
            for kind in NameKind.allCases {
                let single = marginal(unit, NameTag.single(kind))
                if single >= minimum {
                    spans.append(Span(units: unit..<unit + 1, kind: kind, probability: single))
                }
                var probability = marginal(unit, NameTag.begin(kind))
                var tag = NameTag.begin(kind)
                var next = unit + 1
                while probability >= minimum, next < count {
                    let end = probability * conditional(next, tag, NameTag.end(kind))
                    if end >= minimum {
                        spans.append(Span(units: unit..<next + 1, kind: kind, probability: end))
                    }
                    probability *= conditional(next, tag, NameTag.inside(kind))
                    tag = NameTag.inside(kind)
                    next += 1
                }
            }
        }
        return spans
    }

    /// The probability of tag `right` at `unit` when the unit before has tag `left`.
    private func conditional(_ unit: Int, _ left: Int, _ right: Int) -> Float {
        let base = unit * Self.tags
        var sum: Float = 0
        for tag in 0..<Self.tags {
            sum +=
                transitions[left * Self.tags + tag] * emissions[base + tag] * backward[base + tag]
        }
        guard sum > 0 else { return 0 }
        return transitions[left * Self.tags + right] * emissions[base + right]
            * backward[base + right] / sum
    }

    /// Adds the probability of each pair of neighboring tags to `sums`, times `factor`.
    public func addPairs(to sums: inout [Float], factor: Float) {
        let tags = Self.tags
        guard count > 1 else { return }
        var pairs = [Float](repeating: 0, count: tags * tags)
        for unit in 1..<count {
            var sum: Float = 0
            for left in 0..<tags {
                for right in 0..<tags {
                    let value =
                        forward[(unit - 1) * tags + left] * transitions[left * tags + right]
                        * emissions[unit * tags + right] * backward[unit * tags + right]
                    pairs[left * tags + right] = value
                    sum += value
                }
            }
            guard sum > 0 else { continue }
            for pair in pairs.indices { sums[pair] += factor * pairs[pair] / sum }
        }
    }
}
