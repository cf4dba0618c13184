import Archive
import Quantities
import Text

/// Compares the quantities of one claim.
///
/// Rounding is not transitive. Therefore each statement is compared with the finest one, which has
/// the narrowest interval. No verdict depends on the order of the statements.
///
/// If a claim has no period but its statements name one (截至去年底, in 2024), statements are compared
/// separately for each period. A value for a later period is an update, not a conflict.
public struct ClaimComparison: Sendable, Equatable {
    /// By statement.
    public internal(set) var statements: [StatementReading]
    /// Index of the finest statement of the latest period; `nil` with fewer than two quantities.
    public internal(set) var finest: Int?
    /// Values for the previous period, implied by values and growth rates; may be empty.
    public internal(set) var impliedBases: [ImpliedBase] = []

    /// Indices of statements whose values conflict with the finest.
    public var conflicts: [Int] {
        statements.indices.filter { statements[$0].verdict == .conflict }
    }

    /// Whether values or implied bases conflict.
    public var hasConflict: Bool {
        !conflicts.isEmpty || impliedBases.contains { $0.isConflict }
    }

    /// - Parameter date: the date of an article, by its slug.
    init(_ claim: Claim, metric: Metric?, date: (String) -> PartialDate? = { _ in nil }) {
        guard claim.kind == .quantity || claim.metric != nil else {
            statements = claim.statements.map { StatementReading(empty: $0) }
            return
        }
        let unit = UnitClass.metric(metric?.unit)
        statements = claim.statements.map { StatementReading($0, unit: unit) }
        compare(claim, unit, date)
    }

    /// Compares only some statements of a claim, as they were read before.
    init(
        _ claim: Claim, metric: Metric?, reading: ClaimComparison, counting: Set<Int>,
        date: (String) -> PartialDate?
    ) {
        statements = reading.statements
        guard claim.kind == .quantity || claim.metric != nil else { return }
        for index in statements.indices {
            statements[index].verdict = nil
            statements[index].reason = nil
            statements[index].period = nil
        }
        compare(claim, UnitClass.metric(metric?.unit), date, counting)
    }

    private mutating func compare(
        _ claim: Claim, _ unit: UnitClass?, _ date: (String) -> PartialDate?,
        _ counting: Set<Int>? = nil
    ) {
        var compared = comparable(unit)
        for index in compared.indices where !(counting?.contains(index) ?? true) {
            compared[index] = nil
        }
        let counted = compared.indices.filter {
            compared[$0] != nil && claim.statements[$0].rank != .deprecated
        }
        guard compared.count(where: { $0 != nil }) > 1 else { return }
        let times =
            claim.period == nil
            ? StatementTimes(claim.statements, counting: counting, date: date) : nil
        guard let times else {
            finest = compare(Array(compared.indices), counted, compared, unit)
            return
        }
        var before: Int?
        for (period, members) in times.groups {
            for index in members { statements[index].period = period }
            let finest = compare(members, counted.filter(members.contains), compared, unit)
            guard let finest else { continue }
            follow(finest, of: members, after: before)
            before = finest
            self.finest = finest
        }
    }

    /// By statement; `nil` if there is nothing to compare.
    ///
    /// Then the statement's reason is set.
    private mutating func comparable(_ unit: UnitClass?) -> [ComparedQuantity?] {
        statements.indices.map { index in
            guard let quantity = statements[index].quantity else {
                statements[index].reason = .noQuantity(.init(unit))
                return nil
            }
            do throws(DecimalOverflow) {
                return try ComparedQuantity(quantity)
            } catch {
                statements[index].reason = .outOfRange(statements[index].words ?? "")
                statements[index].verdict = .incomparable
                return nil
            }
        }
    }

    /// Compares some statements with the finest of them.
    ///
    /// - Parameter counted: the subset that may be the finest.
    /// - Returns: the finest statement.
    private mutating func compare(
        _ members: [Int], _ counted: [Int], _ compared: [ComparedQuantity?], _ unit: UnitClass?
    ) -> Int? {
        guard let finest = Finest.index(of: counted, in: compared, unit: unit),
            let fine = compared[finest]
        else { return nil }
        for index in members {
            if let quantity = compared[index] { judge(index, quantity, finest, fine) }
        }
        return finest
    }

    /// Marks the finest value of a period, and values equal to it, as an update of the period
    /// before.
    private mutating func follow(_ finest: Int, of members: [Int], after before: Int?) {
        func timed(_ index: Int) -> VerdictReason.Timed {
            .init(words: statements[index].words ?? "", period: statements[index].period ?? "")
        }
        guard let before else {
            statements[finest].reason = .earliest(timed(finest))
            return
        }
        for index in members where statements[index].verdict == .equal {
            statements[index].verdict = .update
            statements[index].reason = .later(timed(index), earlier: timed(before))
        }
    }

    private mutating func judge(
        _ index: Int, _ quantity: ComparedQuantity, _ finest: Int, _ fine: ComparedQuantity
    ) {
        let words = statements[index].words ?? ""
        let other = statements[finest].words ?? ""
        if index == finest {
            statements[index].verdict = .equal
            statements[index].reason = .finest
            return
        }
        var verdict = Verdict.incomparable
        var cause: QuantityComparison.Cause?
        do throws(DecimalOverflow) {
            (verdict, cause) = try QuantityComparison.comparison(quantity, fine)
        } catch {
            statements[index].verdict = .incomparable
            statements[index].reason = .outOfRange(words)
            return
        }
        statements[index].verdict = verdict
        if let cause {
            let isFiner = quantity.rounding == nil && fine.rounding != nil
            statements[index].reason =
                switch cause {
                case .opposite: .opposite(words, other)
                case .roundCount:
                    isFiner
                        ? .roundCount(coarse: other, fine: words)
                        : .roundCount(coarse: words, fine: other)
                case .multiple: .multiples(words, other, agree: verdict.isAgreement)
                case .eitherMultiple: .eitherMultiple(words, other)
                }
            return
        }
        statements[index].reason =
            switch verdict {
            case .equal: .same(words)
            case .withinBound:
                quantity.isBound
                    ? .bound(value: other, bound: words, isBound: fine.isBound)
                    : .bound(value: words, bound: other, isBound: false)
            case .roundsTo: .rounded(coarse: words, fine: other)
            case .truncatesTo: .truncated(coarse: words, fine: other)
            case .near: .near(words, other)
            case .conflict: .conflict(words, other)
            case .incomparable, .update: .otherUnit(words, other)
            }
    }
}

extension StatementReading {
    /// A statement whose quantity is not compared.
    init(empty statement: Statement) {
        choices = 0
    }
}

/// Groups the statements of a claim without a period by the period that they refer to.
///
/// That is the only period that the quote names. If there is none, it is the date of the article;
/// if the article has no date, the statement is undated.
struct StatementTimes {
    /// At least two groups, from the earliest to the latest period, undated statements first.
    let groups: [(period: String, members: [Int])]

    /// `nil` if no quote names a period, or if all statements refer to the same one.
    init?(
        _ statements: [Statement], counting: Set<Int>? = nil, date: (String) -> PartialDate?
    ) {
        let dates = statements.map { date($0.article.value) }
        let named = zip(statements, dates).map { statement, date in
            PeriodWords.only(Array(statement.quote.value.utf8), date: date)
        }
        let indices = statements.indices.filter { counting?.contains($0) ?? true }
        guard indices.contains(where: { named[$0] != nil }) else { return nil }
        var byDays: [ClosedRange<Int>: (period: String, members: [Int])] = [:]
        for index in indices {
            let period = named[index] ?? dates[index]?.dayText ?? ""
            let days = Self.key(period)
            byDays[days, default: (period, [])].members.append(index)
            // If a span is written in two ways, show the shorter one, independent of the order.
            let shown = byDays[days]?.period ?? period
            if (period.utf8.count, period) < (shown.utf8.count, shown) {
                byDays[days]?.period = period
            }
        }
        guard byDays.count > 1 else { return nil }
        groups = byDays.sorted {
            ($0.key.upperBound, $1.key.lowerBound) < ($1.key.upperBound, $0.key.lowerBound)
        }.map(\.value)
    }

    /// The days of a period.
    ///
    /// For a period of at most one month only its last day, because 去年底 and
    /// 截至12月31日 mean the same time.
    private static func key(_ period: String) -> ClosedRange<Int> {
        guard let days = PeriodSpan(period)?.days else { return 0...0 }
        return days.count > 31 ? days : days.upperBound...days.upperBound
    }
}
