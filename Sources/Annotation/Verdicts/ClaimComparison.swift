import Archive
import Text

/// The quantities of one claim, side by side.
///
/// Rounding is not transitive, so nothing is chained: every statement is compared with the finest
/// one,
/// the one with the narrowest interval. No verdict depends on the order of the statements.
public struct ClaimComparison: Sendable, Equatable {
    /// By statement.
    public internal(set) var statements: [StatementReading]
    /// Index of the finest statement; `nil` without two quantities to compare.
    public internal(set) var finest: Int?
    /// What values and growth rates say of the period before; empty when they say nothing.
    public internal(set) var impliedBases: [ImpliedBase] = []

    /// Indices of statements whose values conflict with the finest.
    public var conflicts: [Int] {
        statements.indices.filter { statements[$0].verdict == .conflict }
    }

    /// Whether values conflict, or bases that they imply.
    public var hasConflict: Bool {
        !conflicts.isEmpty || impliedBases.contains { $0.isConflict }
    }

    init(_ claim: Claim, metric: Metric?) {
        guard claim.kind == .quantity || claim.metric != nil else {
            statements = claim.statements.map { StatementReading(empty: $0) }
            return
        }
        let unit = UnitClass.metric(metric?.unit)
        statements = claim.statements.map { StatementReading($0, unit: unit) }
        compare(claim, unit)
    }

    private mutating func compare(_ claim: Claim, _ unit: UnitClass?) {
        var compared: [ComparedQuantity?] = []
        for (index, reading) in statements.enumerated() {
            guard let quantity = reading.quantity else {
                statements[index].reason = .noQuantity
                compared.append(nil)
                continue
            }
            do throws(DecimalOverflow) {
                compared.append(try ComparedQuantity(quantity))
            } catch {
                statements[index].reason = .outOfRange(reading.words ?? "")
                statements[index].verdict = .incomparable
                compared.append(nil)
            }
        }
        let counted = compared.indices.filter {
            compared[$0] != nil && claim.statements[$0].rank != .deprecated
        }
        guard compared.compactMap({ $0 }).count > 1,
            let finest = Finest.index(of: counted, in: compared, unit: unit),
            let fine = compared[finest]
        else { return }
        self.finest = finest
        for (index, quantity) in compared.enumerated() {
            guard let quantity else { continue }
            judge(index, quantity, finest, fine)
        }
    }

    private mutating func judge(
        _ index: Int, _ quantity: ComparedQuantity, _ finest: Int, _ fine: ComparedQuantity
    ) {
        let words = statements[index].words ?? ""
        let other = statements[finest].words ?? ""
        if index == finest {
            statements[index].verdict = .equal
            statements[index].reason = .finest(words)
            return
        }
        var verdict = Verdict.incomparable
        do throws(DecimalOverflow) {
            verdict = try QuantityComparison.verdict(quantity, fine)
        } catch {
            statements[index].verdict = .incomparable
            statements[index].reason = .outOfRange(words)
            return
        }
        statements[index].verdict = verdict
        statements[index].reason =
            switch verdict {
            case .equal: .same(words)
            case .withinBound:
                quantity.isBound
                    ? .bound(value: other, bound: words) : .bound(value: words, bound: other)
            case .roundsTo: .rounded(coarse: words, fine: other)
            case .truncatesTo: .cutOff(coarse: words, fine: other)
            case .near: .near(words, other)
            case .conflict: .conflict(words, other)
            case .incomparable: .otherUnit(words, other)
            }
    }
}

extension StatementReading {
    /// A statement that is not compared by number.
    init(empty statement: Statement) {
        choices = 0
    }
}
