import Archive

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

/// Relations that other claims have to a claim.
struct ClaimRelations {
    /// Indices in `Archive.claims`, by claim.
    private(set) var updatedBy: [[Int]]
    private(set) var contradictions: [[Int]]

    /// Claims that update each other in a circle; what they update counts for nothing.
    let circles: Set<Int>

    init(_ claims: [Claim]) {
        var ids: [String: Int] = [:]
        for (index, claim) in claims.enumerated() { ids[claim.id] = index }
        circles = UpdateCircles.members(claims, ids)
        updatedBy = claims.map { _ in [] }
        contradictions = updatedBy
        for (index, claim) in claims.enumerated() {
            for relation in claim.relations {
                guard let other = ids[relation.to.value], other != index else { continue }
                switch relation.kind {
                case .updates:
                    if !circles.contains(index) || !circles.contains(other) {
                        updatedBy[other].append(index)
                    }
                case .contradicts:
                    contradictions[other].append(index)
                    contradictions[index].append(other)
                case .supports, .refines, .partOf: break
                }
            }
        }
        contradictions = contradictions.map { Set($0).sorted() }
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
