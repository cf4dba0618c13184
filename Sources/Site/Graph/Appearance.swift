import Annotation
import Text

/// One article's mentions of one entity.
///
/// An archive has hundreds of thousands of them, so they share one array of mention numbers.
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
    /// The range in `ArchiveGraph.mentionNumbers` of the mentions that name the entity itself;
    /// ascending.
    var own: Range<Int> { ownPlaces.range }
    /// The range of the mentions that name a version or sub-brand of it; ascending.
    var parts: Range<Int> { partPlaces.range }

    /// The same with its ranges shifted by `offset`.
    func moved(by offset: Int) -> Appearance {
        Appearance(
            article: article, own: own.lowerBound + offset..<own.upperBound + offset,
            parts: parts.lowerBound + offset..<parts.upperBound + offset)
    }
}

/// The appearances of all entities in one article.
struct Appearances: Sendable {
    /// Indices of the article's mentions, grouped by appearance.
    private(set) var numbers: [Int]
    /// Ranges refer to `numbers`.
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
