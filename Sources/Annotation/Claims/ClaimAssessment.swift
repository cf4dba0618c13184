import Archive

/// The status of a claim, derived from its statements and from related claims.
public enum ClaimStatus: String, Sendable, CaseIterable {
    /// There is one source.
    case singleSource = "single-source"
    /// Sources of two or more origins agree.
    case corroborated
    /// Several articles agree, but all have one origin.
    case repeated
    /// Statements conflict.
    case disputed
    /// Another claim updates it.
    case superseded

    /// A reason for a status, shown on the claim's page.
    public enum Reason: Sendable, Equatable {
        /// The number of articles and of origins of the statements.
        case sources(articles: Int, origins: Int)
        /// Indices in `Claim.statements` of the statements with stance `supports`, and of all other
        /// statements.
        case stances(supporting: [Int], other: [Int])
        /// Indices in `Claim.statements` of the values that conflict with the finest value.
        case values(conflicting: [Int])
        /// The values and growth rates of the claim imply different earlier values.
        case impliedBases
        /// Index in `Archive.claims` of a claim that contradicts this one, or that this one
        /// contradicts.
        case contradiction(claim: Int)
        /// Index in `Archive.claims` of the claim that updates this one.
        case update(claim: Int)
    }
}

/// The places of a claim's statements, and the status of the claim.
public struct ClaimAssessment: Sendable, Equatable {
    /// By statement; `nil` if the quote was not found, which is reported as an error.
    public var anchors: [QuoteAnchor?]
    public var status: ClaimStatus
    /// Never empty.
    ///
    /// The reason that decided the status comes first.
    public var reasons: [ClaimStatus.Reason]

    public init(anchors: [QuoteAnchor?], status: ClaimStatus, reasons: [ClaimStatus.Reason]) {
        self.anchors = anchors
        self.status = status
        self.reasons = reasons
    }
}

extension ClaimAssessment {
    /// Derives the status from sources, stances and relations.
    ///
    /// Statements of rank `deprecated` do not count. Articles without an `origin` have the same
    /// origin if they have the same outlet. Values in different units do not corroborate a claim.
    init(
        _ claim: Claim, anchors: [QuoteAnchor?], articles: [Article], updatedBy: [Int],
        contradictions: [Int], comparison: ClaimComparison
    ) {
        let counted = claim.statements.indices.filter { claim.statements[$0].rank != .deprecated }
        func origin(_ index: Int) -> String {
            let slug = claim.statements[index].article.value
            guard let article = anchors[index].map({ articles[$0.article] }) else {
                return "article " + slug
            }
            return article.origin.map { "origin " + $0 } ?? article.outlet.map { "outlet " + $0 }
                ?? "article " + slug
        }
        func slugs(_ indices: [Int]) -> Set<String> {
            Set(indices.map { claim.statements[$0].article.value })
        }
        let agreeing = counted.filter { index in
            comparison.statements[index].verdict != .incomparable
                && !comparison.statements[index].isWithoutQuantity
        }
        let supporting = counted.filter { claim.statements[$0].stance == .supports }
        let other = counted.filter { claim.statements[$0].stance != .supports }
        var reasons = updatedBy.map { ClaimStatus.Reason.update(claim: $0) }
        let stances = Set(counted.map { claim.statements[$0].stance })
        if stances.count > 1 { reasons.append(.stances(supporting: supporting, other: other)) }
        let conflicting = comparison.conflicts.filter { claim.statements[$0].rank != .deprecated }
        if !conflicting.isEmpty { reasons.append(.values(conflicting: conflicting)) }
        if comparison.impliedBases.contains(where: \.isConflict) { reasons.append(.impliedBases) }
        reasons += contradictions.map { .contradiction(claim: $0) }
        let sources =
            slugs(agreeing).count < 2
            ? ClaimStatus.singleSource
            : Set(agreeing.map(origin)).count < 2 ? .repeated : .corroborated
        let status: ClaimStatus =
            switch reasons.first {
            case .update: .superseded
            case .stances, .contradiction, .values, .impliedBases: .disputed
            case .sources, nil: sources
            }
        reasons.append(
            .sources(articles: slugs(counted).count, origins: Set(counted.map(origin)).count))
        self.init(anchors: anchors, status: status, reasons: reasons)
    }
}
