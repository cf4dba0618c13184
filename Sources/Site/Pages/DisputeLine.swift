import Annotation
import Archive
import Text

/// What is in dispute about a claim, in one line: the reason of what decided its status.
struct DisputeLine {
    /// How many reasons of one kind are said.
    private static let most = 2

    let graph: ArchiveGraph
    let strings: UIStrings

    private var archive: Archive { graph.archive }

    /// `nil` for a claim that is not disputed.
    func text(_ claim: Int) -> String? {
        guard graph.ledger.status(of: claim) == .disputed else { return nil }
        for reason in graph.ledger.claims[claim].reasons {
            switch reason {
            case .stances: return stances(claim)
            case .values(let conflicting): return values(claim, conflicting)
            case .impliedBases: return bases(claim)
            case .contradiction(let other):
                return strings("dispute-against", ["title": archive.claims[other].title])
            case .sources, .update: continue
            }
        }
        return nil
    }

    /// "Lin: supports · Chen: denies".
    private func stances(_ claim: Int) -> String? {
        let value = archive.claims[claim]
        guard let course = StanceCourse(value, archive) else { return nil }
        let parts = Statement.Stance.allCases.compactMap { stance -> String? in
            var names: [String] = []
            for holder in course.holders(of: stance, in: value) {
                let name = name(of: holder.name)
                if !names.contains(name) { names.append(name) }
            }
            guard !names.isEmpty else { return nil }
            let people = strings.list(names)
            return strings(
                "labelled", ["label": people, "text": strings["stance-\(stance.rawValue)"]])
        }
        return parts.joined(separator: " · ")
    }

    /// "221% and 212.66% cannot both be true".
    private func values(_ claim: Int, _ conflicting: [Int]) -> String? {
        let readings = graph.ledger.comparisons[claim].statements
        var words: [String] = []
        for index in conflicting where words.count < Self.most {
            if let reason = readings[index].reason.map(strings.reason), !words.contains(reason) {
                words.append(reason)
            }
        }
        return words.isEmpty ? nil : words.joined(separator: " · ")
    }

    /// The two bases that lie farthest apart.
    private func bases(_ claim: Int) -> String? {
        let bases = graph.ledger.comparisons[claim].impliedBases.filter(\.isConflict)
        guard let low = bases.min(by: { ($0.high, $0.low) < ($1.high, $1.low) }),
            let high = bases.max(by: { ($0.low, $0.high) < ($1.low, $1.high) })
        else { return nil }
        return strings.arithmetic(low) + " · " + strings.arithmetic(high)
    }

    /// A speaker's, outlet's or article's name.
    func name(of holder: StanceCourse.Holder.Name) -> String {
        switch holder {
        case .speaker(let id): archive.entity(id)?.name ?? id
        case .outlet(let id): archive.outlet(id)?.name ?? id
        case .article(let slug): archive.article(slug)?.title ?? slug
        }
    }
}
