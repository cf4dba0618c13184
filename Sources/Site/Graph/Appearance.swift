import Annotation
import Text

/// One article's mentions of one entity.
///
/// Entities have hundreds of thousands of them together, so that none has an array of its own.
struct Appearance: Sendable {
    private let articleNumber: Int32
    private let ownPlaces: ShortRange
    private let partPlaces: ShortRange

    init(article: Int, own: Range<Int> = 0..<0, parts: Range<Int> = 0..<0) {
        articleNumber = Int32(article)
        ownPlaces = ShortRange(own)
        partPlaces = ShortRange(parts)
    }

    var article: Int { Int(articleNumber) }
    /// Where in `ArchiveGraph.mentionNumbers` the article's mentions stand that name the entity
    /// itself;
    /// ascending.
    var own: Range<Int> { ownPlaces.range }
    /// Where those stand that name a version or sub-brand of it; ascending.
    var parts: Range<Int> { partPlaces.range }

    /// The same when something stands before its numbers.
    func moved(by offset: Int) -> Appearance {
        Appearance(
            article: article, own: own.lowerBound + offset..<own.upperBound + offset,
            parts: parts.lowerBound + offset..<parts.upperBound + offset)
    }
}

/// What one article mentions of every entity.
struct Appearances: Sendable {
    /// Indices of the article's mentions, those of one appearance side by side.
    private(set) var numbers: [Int]
    /// Their ranges are of `numbers`.
    private(set) var byEntity: [(entity: Int, appearance: Appearance)] = []

    init(
        in article: Int, of cast: [CastMember], _ mentions: [Mention], _ family: EntityFamily
    ) {
        byEntity.reserveCapacity(cast.count)
        var next: [Int: Int] = [:]
        var start = 0
        for member in cast {
            let own = start..<start + member.mentions
            byEntity.append((member.entity, Appearance(article: article, own: own)))
            next[member.entity] = start
            start = own.upperBound
        }
        numbers = Array(repeating: 0, count: mentions.count)
        for (number, mention) in mentions.enumerated() {
            guard let place = next[mention.entity] else { continue }
            numbers[place] = number
            next[mention.entity] = place + 1
        }
        addParts(in: article, family)
    }

    private mutating func addParts(in article: Int, _ family: EntityFamily) {
        var parts: [Int: [Int]] = [:]
        for (entity, appearance) in byEntity {
            for ancestor in family.ancestors(of: entity) {
                parts[ancestor, default: []] += numbers[appearance.own]
            }
        }
        for (ancestor, found) in parts.sorted(by: { $0.key < $1.key }) {
            let range = numbers.count..<numbers.count + found.count
            numbers += found.sorted()
            if let at = byEntity.firstIndex(where: { $0.entity == ancestor }) {
                byEntity[at].appearance = Appearance(
                    article: article, own: byEntity[at].appearance.own, parts: range)
            } else {
                byEntity.append((ancestor, Appearance(article: article, parts: range)))
            }
        }
    }
}
