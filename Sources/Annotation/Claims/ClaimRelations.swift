import Archive
import Text

/// For each claim, the claims that update or contradict it.
struct ClaimRelations {
    /// Indices in `Archive.claims`, by claim.
    private(set) var updatedBy: [[Int]]
    private(set) var contradictions: [[Int]]

    /// Claims that update each other in a cycle.
    ///
    /// Updates within a cycle are ignored.
    let circles: Set<Int>

    init(_ claims: [Claim]) {
        var ids: [String: Int] = [:]
        for (index, claim) in claims.enumerated() { ids[claim.id] = index }
        circles = UpdateCycles.members(claims, ids)
        updatedBy = claims.map { _ in [] }
        contradictions = updatedBy
        for (index, claim) in claims.enumerated() {
            for relation in claim.relations {
                guard let other = ids[relation.to.value], other != index else { continue }
                switch relation.kind {
                case .updates:
                    if !circles.contains(index) || !circles.contains(other) {
                        updatedBy[other].append(index)
                    }
                case .contradicts:
                    contradictions[other].append(index)
                    contradictions[index].append(other)
                case .supports, .refines, .partOf: break
                }
            }
        }
        contradictions = contradictions.map { Set($0).sorted() }
    }
}

/// Finds claims that update each other in a cycle, so that none of them is the newer one.
enum UpdateCycles {
    /// Indices of the claims that lie on a cycle of `updates`.
    static func members(_ claims: [Claim], _ ids: [String: Int]) -> Set<Int> {
        var next = claims.map { claim in
            claim.relations.filter { $0.kind == .updates }.compactMap { ids[$0.to.value] }
        }
        // Repeatedly remove claims that update nothing that is left (Kahn's algorithm). What
        // remains are the cycles and the paths that lead to them.
        var updaters = claims.map { _ in [Int]() }
        for (index, others) in next.enumerated() {
            for other in others { updaters[other].append(index) }
        }
        var count = next.map(\.count)
        var open = claims.indices.filter { count[$0] == 0 }
        var gone = Set(open)
        while let claim = open.popLast() {
            for updater in updaters[claim] {
                count[updater] -= 1
                if count[updater] == 0, gone.insert(updater).inserted { open.append(updater) }
            }
        }
        for index in gone { next[index] = [] }
        return Set(claims.indices.filter { !gone.contains($0) && reaches($0, from: $0, next) })
    }

    private static func reaches(_ goal: Int, from start: Int, _ next: [[Int]]) -> Bool {
        var seen: Set<Int> = []
        var open = next[start]
        while let claim = open.popLast() {
            if claim == goal { return true }
            if seen.insert(claim).inserted { open += next[claim] }
        }
        return false
    }
}
