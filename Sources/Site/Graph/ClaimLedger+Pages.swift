import Annotation

extension ClaimLedger {
    /// The anchors of a claim's statements; statements without an anchor are omitted.
    func anchors(of claim: Int) -> [QuoteAnchor] { claims[claim].anchors.compactMap { $0 } }

    func anchor(of claim: Int, statement: Int) -> QuoteAnchor? { claims[claim].anchors[statement] }

    func status(of claim: Int) -> ClaimStatus { claims[claim].status }

    /// The number of known and of unknown origins of the statements.
    func origins(of claim: Int) -> (known: Int, unknown: Int) {
        for case .sources(_, let origins, let unknown) in claims[claim].reasons {
            return (origins, unknown)
        }
        return (0, 0)
    }

    /// The `data-verdict` of a statement's mark: its verdict, or `single` and `several` where there
    /// is nothing to compare.
    ///
    /// The finest value has no verdict of its own: it is `equal` if another statement agrees with
    /// it, else `conflict` if one conflicts.
    func verdict(of claim: Int, statement: Int) -> String {
        if claims[claim].anchors.count == 1 { return "single" }
        let statements = comparisons[claim].statements
        guard isFinest(statement, of: claim) else {
            return statements[statement].verdict?.rawValue ?? "several"
        }
        let others = statements.indices.filter { $0 != statement }.compactMap {
            statements[$0].verdict
        }
        if others.contains(where: \.isAgreement) { return Verdict.equal.rawValue }
        return (others.contains(.conflict) ? Verdict.conflict : .incomparable).rawValue
    }

    /// Whether the other statements of the claim are compared with this one.
    func isFinest(_ statement: Int, of claim: Int) -> Bool {
        if case .finest = comparisons[claim].statements[statement].reason { return true }
        return false
    }
}
