import Archive

/// The claims of each measure (the same metric and subjects), sorted by period.
///
/// Different periods are never compared. A claim for a later period is newer information, not a
/// conflict.
public struct MeasureSeries: Sendable {
    private struct Measure: Hashable {
        var metric: String
        var subjects: [String]
    }

    /// Indices in `Archive.claims`, from the earliest period to the latest.
    ///
    /// If two periods end on
    /// the same day, the shorter one comes first.
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

    /// All claims of the same measure, including the claim itself.
    ///
    /// Without a metric or a period only the claim itself.
    public func claims(with claim: Int) -> [Int] {
        place[claim].map { series[$0] } ?? [claim]
    }

    /// Claims of the same measure whose period has the same length and begins after this one ends,
    /// the nearest first.
    public func later(than claim: Int) -> [Int] {
        guard let span = spans[claim] else { return [] }
        return claims(with: claim).filter { other in
            guard let later = spans[other] else { return false }
            return later.relation(to: span) == .after && later.isAsLong(as: span)
        }
    }
}

/// Which speakers support a claim, which deny it, and which changed their stance.
public struct StanceCourse: Sendable, Equatable {
    /// A speaker.
    ///
    /// If a statement names no speaker: its outlet, otherwise its article.
    public struct Holder: Sendable, Equatable {
        public enum Name: Sendable, Hashable, Comparable {
            case speaker(String), outlet(String), article(String)
        }

        public var name: Name
        /// Indices in `Claim.statements`, sorted by the dates of their articles, undated ones last.
        public var statements: [Int]
        /// Whether the stance differs at a later date.
        public var isChanged: Bool
    }

    /// Sorted by the date of their first statement.
    public let holders: [Holder]

    /// `nil` if all statements that count have the same stance.
    public init?(_ claim: Claim, _ archive: Archive) {
        let counted = claim.statements.indices.filter { claim.statements[$0].rank != .deprecated }
        guard Set(counted.map { claim.statements[$0].stance }).count > 1 else { return nil }
        let articles = claim.statements.map { archive.article($0.article.value) }
        func isBefore(_ a: Int, _ b: Int) -> Bool {
            switch (articles[a]?.date, articles[b]?.date) {
            case (let x?, let y?) where x != y: x < y
            case (_?, nil): true
            case (nil, _?): false
            default: a < b
            }
        }
        var byName: [Holder.Name: [Int]] = [:]
        for index in counted {
            let statement = claim.statements[index]
            let name: Holder.Name =
                statement.speaker.map { .speaker($0.value) }
                ?? articles[index]?.outlet.map { .outlet($0) } ?? .article(statement.article.value)
            byName[name, default: []].append(index)
        }
        holders =
            byName.map { name, indices in
                let sorted = indices.sorted(by: isBefore)
                let isChanged = sorted.contains { index in
                    claim.statements[index].stance != claim.statements[sorted[0]].stance
                        && articles[index]?.date != articles[sorted[0]]?.date
                }
                return Holder(name: name, statements: sorted, isChanged: isChanged)
            }
            .sorted { a, b in
                isBefore(a.statements[0], b.statements[0])
            }
    }

    /// The holders whose latest statement has a stance.
    public func holders(of stance: Statement.Stance, in claim: Claim) -> [Holder] {
        holders.filter { $0.statements.last.map { claim.statements[$0].stance } == stance }
    }
}
