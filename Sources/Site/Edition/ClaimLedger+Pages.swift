import Annotation

extension ClaimLedger {
    /// Places of a claim's statements, without those that have none.
    func anchors(of claim: Int) -> [QuoteAnchor] { claims[claim].anchors.compactMap { $0 } }

    func anchor(of claim: Int, statement: Int) -> QuoteAnchor? { claims[claim].anchors[statement] }

    func status(of claim: Int) -> ClaimStatus { claims[claim].status }

    /// How many origins the statements come from.
    func origins(of claim: Int) -> Int {
        for case .sources(_, let origins) in claims[claim].reasons { return origins }
        return 0
    }

    /// The `data-verdict` of a statement's mark.
    func verdict(of claim: Int, statement: Int) -> String {
        if claims[claim].anchors.count == 1 { return "single" }
        return comparisons[claim].statements[statement].verdict?.rawValue ?? "several"
    }
}
