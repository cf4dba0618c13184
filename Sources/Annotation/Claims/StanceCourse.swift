import Archive

/// Who supports a claim, who denies it, and who came to say something else.
public struct StanceCourse: Sendable, Equatable {
    /// A speaker, or the outlet (else the article) of words that name none.
    public struct Holder: Sendable, Equatable {
        public enum Name: Sendable, Hashable, Comparable {
            case speaker(String), outlet(String), article(String)
        }

        public var name: Name
        /// Indices in `Claim.statements` by the date of their articles, undated ones last.
        public var statements: [Int]
        /// Whether the stance is another at some later date.
        public var isChanged: Bool
    }

    /// By the date of their first words.
    public let holders: [Holder]

    /// `nil` when all statements that count take one stance.
    public init?(_ claim: Claim, _ archive: Archive) {
        let counted = claim.statements.indices.filter { claim.statements[$0].rank != .deprecated }
        guard Set(counted.map { claim.statements[$0].stance }).count > 1 else { return nil }
        let articles = claim.statements.map { archive.article($0.article.value) }
        func isBefore(_ a: Int, _ b: Int) -> Bool {
            switch (articles[a]?.date, articles[b]?.date) {
            case (let x?, let y?) where x != y: x < y
            case (_?, nil): true
            case (nil, _?): false
            default: a < b
            }
        }
        var byName: [Holder.Name: [Int]] = [:]
        for index in counted {
            let statement = claim.statements[index]
            let name: Holder.Name =
                statement.speaker.map { .speaker($0.value) }
                ?? articles[index]?.outlet.map { .outlet($0) } ?? .article(statement.article.value)
            byName[name, default: []].append(index)
        }
        holders =
            byName.map { name, indices in
                let sorted = indices.sorted(by: isBefore)
                let isChanged = sorted.contains { index in
                    claim.statements[index].stance != claim.statements[sorted[0]].stance
                        && articles[index]?.date != articles[sorted[0]]?.date
                }
                return Holder(name: name, statements: sorted, isChanged: isChanged)
            }
            .sorted { a, b in
                isBefore(a.statements[0], b.statements[0])
            }
    }

    /// Statements of a stance, one for each holder: the holder's last word.
    public func holders(of stance: Statement.Stance, in claim: Claim) -> [Holder] {
        holders.filter { $0.statements.last.map { claim.statements[$0].stance } == stance }
    }
}
