import Archive
import Text

/// Claims that update each other in a circle: none of them is the newer one.
enum UpdateCircles {
    /// Indices of the claims that lead back to themselves.
    static func members(_ claims: [Claim], _ ids: [String: Int]) -> Set<Int> {
        var next = claims.map { claim in
            claim.relations.filter { $0.kind == .updates }.compactMap { ids[$0.to.value] }
        }
        // What updates nothing that is left leads nowhere; taking it away again and again leaves
        // circles and the ways to them.
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
