import Text

/// What speaks for a form of words being a name, over any number of articles.
public struct FormEvidence: Sendable, Equatable {
    /// Sum of the probabilities that the model gives to its places, by kind.
    var support = SIMD4<Float>.zero
    /// The highest probability that the model gives to a place.
    var highest: Float = 0
    /// Times between 《 and 》.
    var titleMarks = 0
    /// Whether it is a run of Latin words with capitals or digits.
    var isLatinRun = false
    /// Whether it begins with the name of an organization or product.
    var hasOwner = false
    /// Whether it ends in a word for organizations (公司) or for products (平台).
    var hasOrganizationEnding = false
    var hasProductEnding = false
    /// Times that the segmentation has it as a word; a name of Han characters that others cross has
    /// fewer than it occurs.
    var wholeWords = 0
    /// Whether it holds several names with other words between: 腾讯|调整|混元.
    var holdsSeveralNames = false
    /// Whether it is a name and a generic word: 混元|模型.
    var hasGenericHead = false

    /// The kind with the most support; `nil` without any.
    var kind: NameKind? {
        let best = support.indices.max { support[$0] < support[$1] } ?? 0
        return support[best] > 0 ? NameKind(rawValue: UInt8(best)) : nil
    }

    mutating func add(_ other: FormEvidence) {
        support += other.support
        highest = max(highest, other.highest)
        titleMarks += other.titleMarks
        isLatinRun = isLatinRun || other.isLatinRun
        hasOwner = hasOwner || other.hasOwner
        hasOrganizationEnding = hasOrganizationEnding || other.hasOrganizationEnding
        hasProductEnding = hasProductEnding || other.hasProductEnding
        wholeWords += other.wholeWords
        holdsSeveralNames = holdsSeveralNames || other.holdsSeveralNames
        hasGenericHead = hasGenericHead || other.hasGenericHead
    }

    /// Probability of the model below which a form needs other evidence to be looked at further.
    private static let promising: Float = 0.2

    /// Whether the form can score at all: what is not is dropped before anything is counted.
    var isPromising: Bool {
        highest >= Self.promising || titleMarks > 0 || isLatinRun || wholeWords > 0
            || hasOwner && (hasOrganizationEnding || hasProductEnding)
    }

    /// Whether it is built so that it cannot be a name.
    var isRefused: Bool { holdsSeveralNames || hasGenericHead }

    var totalSupport: Float { support.sum() }
}

/// The forms of an article or archive with their evidence, by folded form.
typealias FormTable = [[UInt8]: FormEvidence]

extension FormTable {
    mutating func merge(_ other: FormTable) {
        for (form, evidence) in other { self[form, default: FormEvidence()].add(evidence) }
    }
}
