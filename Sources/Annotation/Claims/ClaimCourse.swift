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

/// Who supports a claim, who denies it, and who came to say something else.
public struct StanceCourse: Sendable, Equatable {
    /// A speaker, or the outlet (else the article) of words that name none.
    public struct Holder: Sendable, Equatable {
        public enum Name: Sendable, Hashable, Comparable {
            case speaker(String), outlet(String), article(String)
        }

        public var name: Name
        /// Indices in `Claim.statements` by the date of their articles, undated ones last.
        public var statements: [Int]
        /// Whether the stance is another at some later date.
        public var isChanged: Bool
    }

    /// By the date of their first words.
    public let holders: [Holder]

    /// `nil` when all statements that count take one stance.
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

    /// Statements of a stance, one for each holder: the holder's last word.
    public func holders(of stance: Statement.Stance, in claim: Claim) -> [Holder] {
        holders.filter { $0.statements.last.map { claim.statements[$0].stance } == stance }
    }
}
