import Archive

/// The relations between entities, in both directions: parts and wholes, makers and products,
/// people and their organizations, former and present names.
struct EntityFamily: Sendable {
    /// By entity: its versions and sub-brands.
    let parts: [[Int]]
    /// By entity: products that it makes.
    let products: [[Int]]
    /// By entity: people with an affiliation to it.
    let members: [[Int]]
    /// By entity: the entity that was formerly this one.
    let successors: [[Int]]
    private let parent: [Int?]

    init(_ archive: Archive) {
        let entities = archive.entities
        let byID = archive.lookup.entityByID
        func inverse(_ targets: (Entity) -> [String]) -> [[Int]] {
            var lists = [[Int]](repeating: [], count: entities.count)
            for (index, entity) in entities.enumerated() {
                for target in Set(targets(entity).compactMap { byID[$0] }).sorted() {
                    lists[target].append(index)
                }
            }
            return lists
        }
        parent = entities.map { $0.partOf.flatMap { byID[$0.value] } }
        parts = inverse { [$0.partOf?.value].compactMap { $0 } }
        products = inverse { [$0.maker?.value].compactMap { $0 } }
        members = inverse { $0.affiliations.map(\.organization.value) }
        successors = inverse { [$0.formerly?.id.value].compactMap { $0 } }
    }

    /// The wholes that an entity is part of, nearest first.
    ///
    /// Stops where a cycle closes.
    func ancestors(of entity: Int) -> [Int] {
        var chain: [Int] = []
        var next = parent[entity]
        while let ancestor = next, ancestor != entity, !chain.contains(ancestor) {
            chain.append(ancestor)
            next = parent[ancestor]
        }
        return chain
    }

    /// The wholes that an entity is part of and all of its parts.
    func kin(of entity: Int) -> Set<Int> {
        var kin = Set(ancestors(of: entity))
        var open = parts[entity]
        while let next = open.popLast() {
            if kin.insert(next).inserted { open += parts[next] }
        }
        return kin
    }
}
