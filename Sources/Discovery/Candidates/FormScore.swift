import Foundation
import Text

/// How sure it is that a form is a name: a logistic regression on its evidence.
///
/// The weights were fitted on names marked by a reader in three compilations of Chinese articles;
/// docs/decisions/discovery.md has the figures.
struct FormScore: Sendable {
    let words: EverydayWords
    let vocabulary: CompoundWords

    /// Each feature with its weight; `bias` is the first.
    static let weights: [Float] = [
        0.44, 1.16, 0.04, 0.87, 1.14, 2.01, 0.40, -0.49, -0.09, 0.74, -2.44, 1.12, 1.39, 0.64,
        0.46, 0.63, 1.37, 0.68, 1.01, -0.36, 0.20, -0.20,
    ]

    func score(_ form: DiscoveredForm) -> Float {
        let features = features(form)
        let sum = zip(features, Self.weights).reduce(0) { $0 + $1.0 * $1.1 }
        return 1 / (1 + exp(-sum))
    }

    func features(_ form: DiscoveredForm) -> [Float] {
        let evidence = form.evidence
        let count = Float(form.count)
        var rate = min(1, evidence.totalSupport / count)
        var highest = evidence.highest
        func atLeast(_ floor: Float) {
            rate = max(rate, floor)
            highest = max(highest, floor)
        }
        let isLatin = form.folded.allSatisfy { $0 < 0x80 }
        let isTerm = vocabulary.isTerm(form.folded)
        let hasEnding = evidence.hasOrganizationEnding || evidence.hasProductEnding
        // `time` is not Time: what is mostly written in small letters needs the model.
        let isSmall =
            isLatin && form.folded.contains { 0x61...0x7A ~= $0 } && 3 * form.small > form.count
        let isKnown =
            form.known != nil && !form.isEverydayName && evidence.wholeWords > 0 && !isSmall
        if isKnown {
            atLeast(0.9 * min(1, Float(evidence.wholeWords) / count))
        } else if isLatin, evidence.isLatinRun, !isTerm, !isSmall {
            atLeast(0.15)
        } else if evidence.hasOwner, hasEnding {
            atLeast(0.15)
        }
        let characters = form.folded.count { $0 & 0xC0 != 0x80 }
        let isHan = form.folded.allSatisfy { $0 >= 0x80 }
        let frequency = isHan ? Float(words.logFrequency(form.folded) ?? 0) : 0
        func diversity(_ neighbors: Set<UInt32>) -> Float {
            count > 1 ? log(Float(neighbors.count) / count) : -0.3
        }
        func flag(_ value: Bool) -> Float { value ? 1 : 0 }
        return [
            1, log(rate + 0.02), log(highest + 0.02), log(count), flag(isKnown),
            flag(form.isEverydayName), flag(isHan && characters == 2), flag(frequency > 0),
            max(0, frequency - 6), flag(isLatin), flag(isLatin && isTerm),
            flag(isLatin && form.folded.contains { 0x30...0x39 ~= $0 }),
            flag(evidence.titleMarks > 0), flag(evidence.hasOwner && !isLatin),
            flag(evidence.hasOrganizationEnding), flag(evidence.hasProductEnding),
            min(1, Float(form.inLists) / count), min(1, Float(form.inQuotes) / count),
            diversity(form.following), diversity(form.preceding), flag(isHan && characters > 6),
            flag(form.count == 1),
        ]
    }
}
