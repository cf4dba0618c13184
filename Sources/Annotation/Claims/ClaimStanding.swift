import Archive

/// How a claim stands among its statements.
public enum ClaimStatus: String, Sendable, CaseIterable {
    /// One article says it.
    case singleSource = "single-source"
    /// Two or more origins say it.
    case corroborated
    /// Several articles of one origin say it.
    case repeated
    /// Statements conflict.
    case disputed
    /// Another claim updates it.
    case superseded

    /// What led to a status, for the claim's page.
    public enum Reason: Sendable, Equatable {
        /// Number of articles and of origins that the statements come from.
        case sources(articles: Int, origins: Int)
        /// Indices in `Claim.statements` of those that support and those that do not simply
        /// support.
        case stances(supporting: [Int], other: [Int])
        /// Indices in `Claim.statements` of those whose values conflict with the finest.
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

/// What is known of one claim: where its statements stand and how it stands itself.
public struct ClaimStanding: Sendable, Equatable {
    /// By statement; `nil` where the quote has no place (an error says so).
    public var anchors: [QuoteAnchor?]
    public var status: ClaimStatus
    /// Never empty; what decided comes first.
    public var reasons: [ClaimStatus.Reason]

    public init(anchors: [QuoteAnchor?], status: ClaimStatus, reasons: [ClaimStatus.Reason]) {
        self.anchors = anchors
        self.status = status
        self.reasons = reasons
    }
}

extension ClaimStanding {
    /// The status from sources, stances and relations.
    ///
    /// Statements of rank `deprecated` do not count. Articles without an `origin` are of one origin
    /// when they are of one outlet; values in other units corroborate nothing.
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
