import Annotation

/// An entity as one article's cast shows it.
struct CastMember: Sendable {
    var entity: Int
    var mentions: Int
    /// Index of its first mention in the article.
    var first: Int

    /// Whom an article mentions, most mentioned first.
    static func all(_ mentions: [Mention]) -> [CastMember] {
        var members: [CastMember] = []
        var places: [Int: Int] = [:]
        for (number, mention) in mentions.enumerated() {
            if let place = places[mention.entity] {
                members[place].mentions += 1
            } else {
                places[mention.entity] = members.count
                members.append(CastMember(entity: mention.entity, mentions: 1, first: number))
            }
        }
        return members.sorted { ($1.mentions, $0.first) < ($0.mentions, $1.first) }
    }
}
