import Annotation
import Archive
import Text

/// `claims/`, grouped by subject, and `claims/disputed/`.
struct ClaimLists {
    let press: Press

    var files: [OutputFile] {
        let all = Array(press.archive.claims.indices)
        let disputed = all.filter { press.edition.ledger.status(of: $0) == .disputed }
        return [
            list(all, at: "claims/", heading: press.strings["claims"]),
            list(disputed, at: "claims/disputed/", heading: press.strings["disputed-claims"]),
        ]
    }

    private func list(_ claims: [Int], at path: String, heading: String) -> OutputFile {
        var context = press.frame.context(path: path, title: heading, section: "claims")
        context["heading"] = heading
        context["count"] = press.count("claims", claims.count)
        let groups = self.groups(claims, from: path)
        context["groups"] = groups.map { ["id": $0.id, "title": $0.title, "items": $0.items] }
        if groups.count > 1 {
            context["jumps"] = groups.map { "<li><a href=\"#\($0.id)\">\($0.name)</a></li>" }
                .joined(separator: "\n")
        }
        return press.page(.claims, at: path, context)
    }

    private struct Group {
        var id: String
        var name: String
        var title: String
        var items: String
    }

    /// By first subject, the subject with most claims first; claims without a subject last.
    private func groups(_ claims: [Int], from path: String) -> [Group] {
        var bySubject: [Int: [Int]] = [:]
        var others: [Int] = []
        for claim in claims {
            let subject = press.archive.claims[claim].subjects.first.flatMap {
                press.archive.lookup.entityByID[$0.value]
            }
            if let subject {
                bySubject[subject, default: []].append(claim)
            } else {
                others.append(claim)
            }
        }
        var groups = bySubject.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
            subject, claims in
            let entity = press.archive.entities[subject]
            return Group(
                id: "about-\(entity.id)", name: HTML.escape(entity.name),
                title: press.link(entity: entity.id, from: path),
                items: claims.map { press.row(claim: $0, from: path) }.joined(separator: "\n"))
        }
        if !others.isEmpty {
            let name = HTML.escape(press.strings["other"])
            groups.append(
                Group(
                    id: "other", name: name, title: name,
                    items: others.map { press.row(claim: $0, from: path) }.joined(separator: "\n")))
        }
        return groups
    }
}
