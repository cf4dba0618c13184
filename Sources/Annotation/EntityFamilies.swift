import Archive

/// Which entities are part of which: a version of its family, a sub-brand of its brand.
///
/// A mention of a part also counts for what it is part of, marked as such.
public struct EntityFamilies: Sendable {
    /// By entity (index in `Archive.entities`): what it is part of, nearest first.
    ///
    /// Ends where a cycle would begin.
    public let ancestors: [[Int]]

    public init(_ entities: [Entity]) {
        var ids: [String: Int] = [:]
        for (index, entity) in entities.enumerated() { ids[entity.id] = index }
        let parents = entities.map { entity in entity.partOf.flatMap { ids[$0.value] } }
        ancestors = entities.indices.map { entity in
            var line: [Int] = []
            var next = parents[entity]
            while let parent = next, parent != entity, !line.contains(parent) {
                line.append(parent)
                next = parents[parent]
            }
            return line
        }
    }
}
