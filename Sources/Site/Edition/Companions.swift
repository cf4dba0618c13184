import Archive

/// Who and what is named together with an entity, ranked by lift: how much more often two are named
/// in one article than they would be if they had nothing to do with one another.
///
/// lift(a, b) = n · n(a, b) / (n(a) · n(b)), over articles. A pair counts from two common articles
/// on
/// (from one in an archive of fewer than twenty), since one coincidence says nothing.
struct Companions: Sendable {
    struct Companion: Sendable {
        var entity: Int
        /// Articles that name both.
        var articles: Int
        var lift: Double
    }

    private let cast: [[CastMember]]
    private let appearanceCounts: [Int]

    init(cast: [[CastMember]], entities: Int) {
        self.cast = cast
        var counts = [Int](repeating: 0, count: entities)
        for members in cast { for member in members { counts[member.entity] += 1 } }
        appearanceCounts = counts
    }

    /// - Parameter articles: the articles that name `entity`.
    func of(_ entity: Int, in articles: [Int], limit: Int = 12) -> [Companion] {
        let least = cast.count < 20 ? 1 : 2
        var together: [Int: Int] = [:]
        for article in articles {
            for member in cast[article] where member.entity != entity {
                together[member.entity, default: 0] += 1
            }
        }
        let all = together.compactMap { other, count -> Companion? in
            guard count >= least else { return nil }
            let expected = Double(appearanceCounts[entity]) * Double(appearanceCounts[other])
            return Companion(
                entity: other, articles: count, lift: Double(count) * Double(cast.count) / expected)
        }
        return Array(
            all.sorted { a, b in
                a.lift != b.lift
                    ? a.lift > b.lift
                    : (b.articles, a.entity) < (a.articles, b.entity)
            }.prefix(limit))
    }
}
