import Annotation
import Archive

/// Claims in the order of a list: by their first subject, or all of one subject by their metric;
/// in a group the newest period first.
struct ClaimGroups {
    struct Group {
        var id: String
        /// HTML.
        var name: String
        /// HTML.
        var title: String
        var items: HTMLText
    }

    let renderer: PageRenderer
    let isBySubject: Bool

    /// The group with most claims first; claims without subject or metric last.
    func sorted(_ claims: [Int]) -> [Int] {
        let byGroup = Dictionary(grouping: claims, by: group)
        let groups = byGroup.sorted { a, b in
            let (x, y) = (a.key ?? .max, b.key ?? .max)
            if (x == .max) != (y == .max) { return y == .max }
            return (b.value.count, x) < (a.value.count, y)
        }
        return groups.flatMap { $0.value.sorted(by: isBefore) }
    }

    /// Neighbors of one group under its title.
    func groups(_ claims: [Int], from path: String) -> [Group] {
        var groups: [Group] = []
        var last: Int??
        for claim in claims {
            let key = group(claim)
            let row = renderer.row(claim: claim, from: path)
            if last == .some(key), let at = groups.indices.last {
                groups[at].items.bytes += "\n".utf8
                groups[at].items.bytes += row
            } else {
                groups.append(titled(key, HTMLText(row), path))
            }
            last = key
        }
        return groups
    }

    /// Index of the subject or metric.
    private func group(_ claim: Int) -> Int? {
        let claim = renderer.archive.claims[claim]
        return isBySubject
            ? claim.subjects.first.flatMap { renderer.archive.lookup.entityByID[$0.value] }
            : claim.metric.flatMap { renderer.archive.lookup.metricByID[$0.value] }
    }

    private func isBefore(_ a: Int, _ b: Int) -> Bool {
        let claims = renderer.archive.claims
        let (x, y) = (claims[a].period?.value ?? "", claims[b].period?.value ?? "")
        return x == y ? a < b : x > y
    }

    private func titled(_ key: Int?, _ row: HTMLText, _ path: String) -> Group {
        guard let key else {
            let name = HTML.escape(renderer.strings["other"])
            return Group(id: "other", name: name, title: name, items: row)
        }
        if isBySubject {
            let entity = renderer.archive.entities[key]
            return Group(
                id: "about-\(entity.id)", name: HTML.escape(entity.name),
                title: renderer.link(entity: entity.id, from: path), items: row)
        }
        let metric = renderer.archive.metrics[key]
        let name = HTML.escape(metric.title(in: renderer.language))
        let href = SitePath.link(from: path, to: SitePath.metric(metric.id))
        return Group(
            id: "of-\(metric.id)", name: name, title: "<a href=\"\(href)\">\(name)</a>", items: row)
    }
}
