import Archive
import Quantities
import Text

/// The value for the previous period that a value and a growth rate imply: value ÷ (1 + growth).
public struct ImpliedBase: Sendable, Equatable {
    /// The statement that a number comes from.
    public struct Source: Sendable, Equatable {
        /// Index in `Archive.claims`.
        public var claim: Int
        /// Index in `Claim.statements`.
        public var statement: Int
        /// The quantity as written.
        public var words: String
        public var quantity: Quantity
    }

    public var value: Source
    /// `nil` if the value is not implied but stated, in a claim for the previous period.
    public var growth: Source?
    /// In base units of `unit`.
    public var low: DecimalNumber
    public var high: DecimalNumber
    public var unit: String?
    /// Whether it does not overlap another base of the same claims.
    public internal(set) var isConflict = false

    /// `(1 + 221%)`, and `(1 − 7%)` for a fall: the rate as a signed number, not as written.
    public static func factor(_ rate: Quantity, words: String) -> String {
        guard let face = rate.face, rate.modality == .exact else { return "(1 + \(words))" }
        return "(1 \(face.isNegative ? "−" : "+") \(face.magnitude)%)"
    }
}

/// Checks values against growth rates.
///
/// Applies to a claim whose metric is `growth-of` another metric, and the claim of that metric with
/// the same subjects and period. Each growth rate is paired with the value from the same article,
/// or with the finest value if that article has none. Bases conflict if they do not overlap each
/// other or the value stated for the previous period.
struct ImpliedBases {
    private let archive: Archive
    private let comparisons: [ClaimComparison]

    private struct Key: Hashable {
        var metric: String
        var subjects: [String]
        var period: String
    }

    private let claims: [Key: Int]

    init(_ archive: Archive, _ comparisons: [ClaimComparison]) {
        self.archive = archive
        self.comparisons = comparisons
        var claims: [Key: Int] = [:]
        for (index, claim) in archive.claims.enumerated() {
            if let key = Self.key(claim), claims[key] == nil { claims[key] = index }
        }
        self.claims = claims
    }

    private static func key(_ claim: Claim) -> Key? {
        guard let metric = claim.metric?.value, let period = claim.period?.value else { return nil }
        return Key(metric: metric, subjects: claim.subjects.map(\.value).sorted(), period: period)
    }

    /// By claim.
    ///
    /// The claim of the value and the claim of the growth rate get the same bases.
    func all() -> [Int: [ImpliedBase]] {
        var found: [Int: [ImpliedBase]] = [:]
        for (index, claim) in archive.claims.enumerated() {
            guard let key = Self.key(claim), let base = archive.metric(key.metric)?.growthOf?.value,
                let valueClaim = claims[
                    Key(metric: base, subjects: key.subjects, period: key.period)]
            else { continue }
            var bases = implied(value: valueClaim, growth: index)
            guard !bases.isEmpty else { continue }
            if let earlier = PeriodSpan(key.period)?.yearBefore,
                !key.metric.contains("qoq"),
                let stated = claims[Key(metric: base, subjects: key.subjects, period: earlier)]
            {
                bases += self.stated(stated)
            }
            bases += earlierValues(valueClaim)
            // A base does not overlap some other base exactly if it lies above the lowest end or
            // below the highest start.
            let end = bases.map(\.high).min()
            let start = bases.map(\.low).max()
            for at in bases.indices {
                bases[at].isConflict =
                    end.map { $0 < bases[at].low } ?? false
                    || start.map { $0 > bases[at].high } ?? false
            }
            found[index, default: []] += bases
            found[valueClaim, default: []] += bases
        }
        return found
    }

    private func implied(value: Int, growth: Int) -> [ImpliedBase] {
        archive.claims[growth].statements.indices.compactMap { index -> ImpliedBase? in
            let statement = archive.claims[growth].statements[index]
            let reading = comparisons[growth].statements[index]
            guard statement.rank != .deprecated, let rate = reading.quantity,
                rate.unit == "percent",
                let chosen = partner(of: statement, in: value),
                let number = comparisons[value].statements[chosen].quantity
            else { return nil }
            do throws(DecimalOverflow) {
                guard let bounds = try Self.quotient(number, rate) else { return nil }
                return ImpliedBase(
                    value: source(value, chosen, number), growth: source(growth, index, rate),
                    low: bounds.low,
                    high: bounds.high, unit: number.unit)
            } catch {
                return nil
            }
        }
    }

    /// The value from the same article, otherwise the finest value.
    private func partner(of statement: Statement, in claim: Int) -> Int? {
        let statements = archive.claims[claim].statements
        let own = statements.indices.filter {
            statements[$0].article.value == statement.article.value
                && statements[$0].rank != .deprecated
        }
        return narrowest(own, of: claim) ?? comparisons[claim].finest
            ?? narrowest(Array(statements.indices), of: claim)
    }

    /// The value with the narrowest interval, independent of the order of the statements.
    private func narrowest(_ statements: [Int], of claim: Int) -> Int? {
        let quantities = comparisons[claim].statements.map(\.quantity)
        let compared = statements.compactMap { index -> (Int, ComparedQuantity)? in
            guard let quantity = quantities[index] else { return nil }
            do throws(DecimalOverflow) {
                return (index, try ComparedQuantity(quantity))
            } catch {
                return nil
            }
        }
        let order = Finest.index(of: Array(compared.indices), in: compared.map(\.1), unit: nil)
        return order.map { compared[$0].0 }
    }

    private func stated(_ claim: Int) -> [ImpliedBase] {
        let all = Array(archive.claims[claim].statements.indices)
        guard let index = comparisons[claim].finest ?? narrowest(all, of: claim),
            let quantity = comparisons[claim].statements[index].quantity
        else { return [] }
        do throws(DecimalOverflow) {
            guard let bounds = try Self.written(quantity) else { return [] }
            return [
                ImpliedBase(
                    value: source(claim, index, quantity), growth: nil, low: bounds.low,
                    high: bounds.high,
                    unit: quantity.unit)
            ]
        } catch {
            return []
        }
    }

    /// Values before a change that the statements of a claim name: rose from $5bn to $6bn.
    private func earlierValues(_ claim: Int) -> [ImpliedBase] {
        comparisons[claim].statements.indices.compactMap { index in
            guard archive.claims[claim].statements[index].rank != .deprecated,
                let quantity = comparisons[claim].statements[index].quantity,
                let low = quantity.earlier?.low, let high = quantity.earlier?.high
            else { return nil }
            return ImpliedBase(
                value: source(claim, index, quantity), growth: nil, low: low, high: high,
                unit: quantity.unit)
        }
    }

    private func source(_ claim: Int, _ statement: Int, _ quantity: Quantity)
        -> ImpliedBase.Source
    {
        ImpliedBase.Source(
            claim: claim, statement: statement,
            words: comparisons[claim].statements[statement].words ?? "", quantity: quantity)
    }

    // MARK: Arithmetic

    private static func quotient(_ value: Quantity, _ rate: Quantity) throws(DecimalOverflow)
        -> (low: DecimalNumber, high: DecimalNumber)?
    {
        guard let value = try written(value), let rate = try written(rate) else { return nil }
        let hundredth = try DecimalNumber.powerOfTen(-2)
        let least = try DecimalNumber.one + (try rate.low * hundredth)
        let most = try DecimalNumber.one + (try rate.high * hundredth)
        guard least > .zero, !value.low.isNegative else { return nil }
        return (try value.low.quotient(most).low, try value.high.quotient(least).high)
    }

    /// The interval of written precision, ignoring bounds: 突破767亿 is treated as 767亿.
    private static func written(_ quantity: Quantity) throws(DecimalOverflow)
        -> (low: DecimalNumber, high: DecimalNumber)?
    {
        if quantity.isOutOfRange { return nil }
        if let low = quantity.low, let high = quantity.high { return (low, high) }
        guard let face = quantity.face, let place = quantity.place else { return nil }
        let half = try DecimalNumber(mantissa: 5, exponent: place - 1)
        return (try face - half, try face + half)
    }
}
