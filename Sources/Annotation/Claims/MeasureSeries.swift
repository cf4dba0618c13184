import Archive

/// Claims of one measure (the same metric and subjects) in the order of their periods.
///
/// Different periods are never compared; a claim of a later period is news, not a conflict.
public struct MeasureSeries: Sendable {
    private struct Measure: Hashable {
        var metric: String
        var subjects: [String]
    }

    /// Indices in `Archive.claims`, from the earliest period to the latest; of two that end on one
    /// day the shorter first.
    private let series: [[Int]]
    /// By claim: index in `series`.
    private let place: [Int?]
    /// By claim.
    private let spans: [PeriodSpan?]

    init(_ claims: [Claim]) {
        let spans = claims.map { $0.period.flatMap { PeriodSpan($0.value) } }
        var measures: [Measure: Int] = [:]
        var series: [[Int]] = []
        var place: [Int?] = []
        for (index, claim) in claims.enumerated() {
            guard let metric = claim.metric?.value, spans[index] != nil, !claim.subjects.isEmpty
            else {
                place.append(nil)
                continue
            }
            let measure = Measure(metric: metric, subjects: claim.subjects.map(\.value).sorted())
            let number = measures[measure] ?? series.count
            if number == series.count {
                series.append([])
                measures[measure] = number
            }
            series[number].append(index)
            place.append(number)
        }
        func key(_ claim: Int) -> (Int, Int, Int) {
            let days = spans[claim]?.days ?? 0...0
            return (days.upperBound, -days.lowerBound, claim)
        }
        self.series = series.map { $0.sorted { key($0) < key($1) } }
        self.place = place
        self.spans = spans
    }

    /// All claims of a claim's measure, itself among them; only itself without metric or period.
    public func claims(with claim: Int) -> [Int] {
        place[claim].map { series[$0] } ?? [claim]
    }

    /// Claims of the same measure of a period as long that begins after this one has ended, the
    /// nearest first.
    public func later(than claim: Int) -> [Int] {
        guard let span = spans[claim] else { return [] }
        return claims(with: claim).filter { other in
            guard let later = spans[other] else { return false }
            return later.relation(to: span) == .after && later.isAsLong(as: span)
        }
    }
}
