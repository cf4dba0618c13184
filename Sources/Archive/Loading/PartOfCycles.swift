import Text

/// Finds entities that are, through `part-of`, parts of themselves.
enum PartOfCycles {
    /// One diagnostic for each cycle, at its first id, and the indices of all entities on cycles.
    static func find(_ archive: Archive) -> (diagnostics: [Diagnostic], onCycles: [Int]) {
        var diagnostics: [Diagnostic] = []
        var onCycles: [Int] = []
        /// The walk that saw an entity first.
        var seenBy = [Int?](repeating: nil, count: archive.entities.count)
        for start in archive.entities.indices {
            var path: [Int] = []
            var at: Int? = start
            while let index = at, seenBy[index] == nil {
                seenBy[index] = start
                path.append(index)
                at = archive.entities[index].partOf.flatMap { archive.lookup.entityByID[$0.value] }
            }
            guard let end = at, seenBy[end] == start, let first = path.firstIndex(of: end) else {
                continue
            }
            let cycle = Array(path[first...])
            onCycles += cycle
            diagnostics.append(diagnostic(cycle, archive))
        }
        return (diagnostics, onCycles)
    }

    private static func diagnostic(_ cycle: [Int], _ archive: Archive) -> Diagnostic {
        let least =
            cycle.indices.min { archive.entities[cycle[$0]].id < archive.entities[cycle[$1]].id }
            ?? 0
        let turned = cycle[least...] + cycle[..<least]
        let ids = turned.map { archive.entities[$0].id }
        let path = (ids + ids.prefix(1)).map { "`\($0)`" }.joined(separator: " → ")
        return Diagnostic(
            .error, "part-of-cycle", at: archive.entities[turned.first ?? 0].partOf?.place,
            "`part-of` goes round in a circle: \(path)", help: "remove one of these `part-of` lines"
        )
    }
}
