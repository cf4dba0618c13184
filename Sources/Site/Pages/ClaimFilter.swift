import Annotation
import Archive

/// The ways to narrow the list of claims: each value of each has a plain list of its own.
enum ClaimFilter: String, CaseIterable {
    case status, year, metric, subject

    /// One value and the claims that have it.
    struct Term {
        /// Path segment.
        var id: String
        var name: String
        /// Indices in `Archive.claims`.
        var claims: [Int]
    }

    /// The list of all its values.
    var path: String { "claims/by/\(rawValue)/" }

    func path(of term: Term) -> String {
        self == .status && term.id == ClaimStatus.disputed.rawValue
            ? "claims/disputed/" : "\(path)\(term.id)/"
    }

    /// Statuses in their own order, years newest first, metrics and subjects with most claims
    /// first.
    func terms(_ renderer: PageRenderer) -> [Term] {
        switch self {
        case .status: statuses(renderer)
        case .year: years(renderer)
        case .metric: metrics(renderer)
        case .subject: subjects(renderer)
        }
    }

    private func statuses(_ renderer: PageRenderer) -> [Term] {
        let byStatus = Dictionary(grouping: renderer.archive.claims.indices) {
            renderer.graph.ledger.status(of: $0)
        }
        return ClaimStatus.allCases.compactMap { status in
            byStatus[status].map {
                Term(
                    id: status.rawValue, name: renderer.strings["status-\(status.rawValue)"],
                    claims: $0)
            }
        }
    }

    /// A claim of several years is listed in each of them.
    private func years(_ renderer: PageRenderer) -> [Term] {
        var byYear: [String: [Int]] = [:]
        for (index, claim) in renderer.archive.claims.enumerated() {
            for year in claim.period.flatMap({ PeriodSpan($0.value) })?.years ?? [] {
                byYear[SitePath.padded(year, to: 4), default: []].append(index)
            }
            if claim.period == nil { byYear["none", default: []].append(index) }
        }
        let undated = byYear.removeValue(forKey: "none").map {
            Term(id: "none", name: renderer.strings["no-period"], claims: $0)
        }
        return byYear.sorted { $0.key > $1.key }.map {
            Term(id: $0.key, name: $0.key, claims: $0.value)
        } + [undated].compactMap { $0 }
    }

    private func metrics(_ renderer: PageRenderer) -> [Term] {
        var byMetric: [Int: [Int]] = [:]
        for (index, claim) in renderer.archive.claims.enumerated() {
            if let metric = claim.metric.flatMap({ renderer.archive.lookup.metricByID[$0.value] }) {
                byMetric[metric, default: []].append(index)
            }
        }
        return Self.byCount(byMetric) { metric in
            let metric = renderer.archive.metrics[metric]
            return (metric.id, metric.title(in: renderer.language))
        }
    }

    private func subjects(_ renderer: PageRenderer) -> [Term] {
        let about = renderer.graph.claimsAbout.enumerated().filter { !$0.element.isEmpty }
        return Self.byCount(Dictionary(uniqueKeysWithValues: about.map { ($0.offset, $0.element) }))
        { subject in
            let entity = renderer.archive.entities[subject]
            return (entity.id, entity.name)
        }
    }

    private static func byCount(
        _ claims: [Int: [Int]], _ name: (Int) -> (id: String, name: String)
    ) -> [Term] {
        claims.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
            let (id, name) = name($0.key)
            return Term(id: id, name: name, claims: $0.value)
        }
    }
}
