import Foundation
import TestSupport
import Testing

@testable import Discovery

/// Forward-backward against the sum over all taggings.
@Suite struct TagLatticeTests {
    /// Every tagging of `count` units that is allowed, with its weight.
    private static func taggings(_ scores: [Float], count: Int) -> [(tags: [Int], weight: Double)] {
        var all: [(tags: [Int], weight: Double)] = [([], 1)]
        for unit in 0..<count {
            all = all.flatMap { tagging in
                (0..<NameTag.count).compactMap { tag in
                    let isAllowed =
                        tagging.tags.last.map { NameTag.canFollow($0, tag) }
                        ?? !NameTag.continues(tag)
                    guard isAllowed, unit < count - 1 || !NameTag.goesOn(tag) else { return nil }
                    return (
                        tagging.tags + [tag],
                        tagging.weight * exp(Double(scores[unit * NameTag.count + tag]))
                    )
                }
            }
        }
        return all
    }

    private static let transitions = (0..<NameTag.count * NameTag.count).map {
        NameTag.canFollow($0 / NameTag.count, $0 % NameTag.count) ? Float(1) : 0
    }

    @Test(arguments: 1...8)
    func `probabilities are those of all taggings`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = 1 + Int(seed % 3)
        let scores = (0..<count * NameTag.count).map { _ in
            Float.random(in: -3...3, using: &random)
        }
        let lattice = TagLattice(scores: scores, transitions: Self.transitions)
        let all = Self.taggings(scores, count: count)
        let total = all.reduce(0) { $0 + $1.weight }
        #expect(abs(lattice.logPartition - log(total)) < 0.001)
        for unit in 0..<count {
            for tag in 0..<NameTag.count {
                let part = all.filter { $0.tags[unit] == tag }.reduce(0) { $0 + $1.weight }
                #expect(abs(Double(lattice.marginal(unit, tag)) - part / total) < 0.001)
            }
        }
        for span in lattice.spans(minimum: 0.001) {
            let tags = span.units.enumerated().map {
                NameTag.tag(span.kind, unit: $0.offset, of: span.units.count)
            }
            let part = all.filter { Array($0.tags[span.units]) == tags }
                .reduce(0) { $0 + $1.weight }
            #expect(abs(Double(span.probability) - part / total) < 0.001)
        }
    }

    @Test func `no text gives no span`() {
        #expect(TagLattice(scores: [], transitions: Self.transitions).spans(minimum: 0).isEmpty)
    }
}
