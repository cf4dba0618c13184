import Archive

/// The status of a claim, derived from its statements and from related claims.
public enum ClaimStatus: String, Sendable, CaseIterable {
    /// There is one source.
    case singleSource = "single-source"
    /// Sources of two or more known, different origins agree.
    case corroborated
    /// Several articles agree, but not all of their origins are known.
    case reported
    /// Several articles agree, but all have one origin.
    case repeated
    /// Statements conflict.
    case disputed
    /// Another claim updates it.
    case superseded

    /// A reason for a status, shown on the claim's page.
    public enum Reason: Sendable, Equatable {
        /// The number of articles, of known origins, and of unknown ones.
        case sources(articles: Int, origins: Int, unknown: Int)
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
    public var origins: StatementOrigins
    public internal(set) var history = StatusHistory(dates: [], others: []) { _, _ in .singleSource
    }
}

extension ClaimAssessment {
    /// Derives the status from sources, stances and relations.
    ///
    /// Statements of rank `deprecated` do not count. Values in different units, and values of other
    /// periods than the latest, do not corroborate a claim.
    ///
    /// - Parameter counting: only these statements count; `nil`: all.
    init(
        _ claim: Claim, anchors: [QuoteAnchor?], articles: [Article], updatedBy: [Int],
        contradictions: [Int], comparison: ClaimComparison, counting: Set<Int>? = nil
    ) {
        let counted = claim.statements.indices.filter {
            claim.statements[$0].rank != .deprecated && counting?.contains($0) ?? true
        }
        let origins = StatementOrigins(claim) { index in
            anchors[index].map { articles[$0.article] }
        }
        func slugs(_ indices: [Int]) -> Set<String> {
            Set(indices.map { claim.statements[$0].article.value })
        }
        let latest = comparison.finest.flatMap { comparison.statements[$0].period }
        let agreeing = counted.filter { index in
            let reading = comparison.statements[index]
            return reading.verdict != .incomparable && !reading.isWithoutQuantity
                && (latest == nil || reading.period == latest)
        }
        let supporting = counted.filter { claim.statements[$0].stance == .supports }
        let other = counted.filter { claim.statements[$0].stance != .supports }
        var reasons = updatedBy.map { ClaimStatus.Reason.update(claim: $0) }
        let stances = Set(counted.map { claim.statements[$0].stance })
        if stances.count > 1 { reasons.append(.stances(supporting: supporting, other: other)) }
        let conflicting = comparison.conflicts.filter(counted.contains)
        if !conflicting.isEmpty { reasons.append(.values(conflicting: conflicting)) }
        if comparison.impliedBases.contains(where: \.isConflict) { reasons.append(.impliedBases) }
        reasons += contradictions.map { .contradiction(claim: $0) }
        let status: ClaimStatus =
            switch reasons.first {
            case .update: .superseded
            case .stances, .contradiction, .values, .impliedBases: .disputed
            case .sources, nil:
                Self.status(
                    articles: slugs(agreeing).count, known: origins.knownCount(agreeing),
                    unknown: origins.unknownCount(agreeing))
            }
        reasons.append(
            .sources(
                articles: slugs(counted).count, origins: origins.knownCount(counted),
                unknown: origins.unknownCount(counted)))
        self.anchors = anchors
        self.status = status
        self.reasons = reasons
        self.origins = origins
    }

    /// - Parameters:
    ///   - articles: with statements that agree.
    ///   - known: the number of their known origins.
    ///   - unknown: the number of their unknown origins.
    private static func status(articles: Int, known: Int, unknown: Int) -> ClaimStatus {
        if articles < 2 { return .singleSource }
        if known > 1 { return .corroborated }
        return known + unknown == 1 ? .repeated : .reported
    }
}
