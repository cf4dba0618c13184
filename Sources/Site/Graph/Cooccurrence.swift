import Archive

/// The entities named together with an entity, ranked by lift: the ratio of the observed number of
/// common articles to the number expected if the two were independent.
///
/// lift(a, b) = n · n(a, b) / (n(a) · n(b)), over articles. A pair with one common article by
/// chance has the highest lift, so it is discounted by c / (c + 1) · m / (m + 1), c = n(a, b) and m
/// = min(n(a), n(b)). Source: P. Pantel, D. Lin, Discovering word senses from text, KDD 2002. From
/// twenty articles on, a pair counts from its second common article.
struct Cooccurrence: Sendable {
    struct Entry: Sendable {
        var entity: Int
        /// Articles that name both.
        var articles: Int
        /// The discounted lift.
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

    /// - Parameters:
    ///   - articles: the articles that name `entity`.
    ///   - kin: related entities to leave out: its versions and its wholes.
    func of(
        _ entity: Int, in articles: [Int], except kin: Set<Int> = [], limit: Int = 12
    ) -> [Entry] {
        let least = cast.count < 20 ? 1 : 2
        var together = [Int](repeating: 0, count: appearanceCounts.count)
        for article in articles { for member in cast[article] { together[member.entity] += 1 } }
        let all = together.enumerated().compactMap { other, count -> Entry? in
            guard count >= least, other != entity, !kin.contains(other) else { return nil }
            return Entry(
                entity: other, articles: count, lift: lift(entity, other, together: count))
        }
        return Array(
            all.sorted { a, b in
                a.lift != b.lift
                    ? a.lift > b.lift
                    : (b.articles, a.entity) < (a.articles, b.entity)
            }.prefix(limit))
    }

    private func lift(_ a: Int, _ b: Int, together count: Int) -> Double {
        let (here, there) = (Double(appearanceCounts[a]), Double(appearanceCounts[b]))
        let (both, rarer) = (Double(count), min(here, there))
        let discount = both / (both + 1) * rarer / (rarer + 1)
        return both * Double(cast.count) / (here * there) * discount
    }
}
