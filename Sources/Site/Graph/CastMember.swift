import Annotation
import Text

/// An entity in the cast of an article.
struct CastMember: Sendable {
    private let entityNumber: Int32
    private var count: Int32
    private let firstNumber: Int32

    init(entity: Int, mentions: Int, first: Int) {
        entityNumber = Int32(entity)
        count = Int32(mentions)
        firstNumber = Int32(first)
    }

    var entity: Int { Int(entityNumber) }
    var mentions: Int { Int(count) }
    /// Index of its first mention in the article.
    var first: Int { Int(firstNumber) }

    /// The entities that an article mentions, most mentioned first.
    static func all(_ mentions: [Mention]) -> [CastMember] {
        var members: [CastMember] = []
        members.reserveCapacity(mentions.count)
        var places: [Int: Int] = [:]
        for (number, mention) in mentions.enumerated() {
            if let place = places[mention.entity] {
                members[place].count += 1
            } else {
                places[mention.entity] = members.count
                members.append(CastMember(entity: mention.entity, mentions: 1, first: number))
            }
        }
        members.sort { ($1.count, $0.firstNumber) < ($0.count, $1.firstNumber) }
        return members.fitted()
    }
}
