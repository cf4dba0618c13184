import Archive
import Text

/// What the statements of a claim go back to.
///
/// A statement's origin is its own, else its article's. Origins are compared after folding.
/// Statements of one article without an origin, and statements with the same speaker and the same
/// basis, have one origin. A statement without an origin has an unknown one, which is independent
/// of nothing.
public struct StatementOrigins: Sendable, Equatable {
    /// By statement: the first statement of its origin.
    private let roots: [Int]
    /// By statement: whether somebody wrote the origin down.
    private let known: [Bool]
    /// By statement: whether it shares its origin only because of its speaker and basis.
    public let isJoinedBySpeaker: [Bool]

    init(_ claim: Claim, _ article: (Int) -> Article?) {
        let statements = claim.statements
        var roots = Array(statements.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while roots[index] != index { index = roots[index] }
            return index
        }
        func join(_ a: Int, _ b: Int) {
            let (x, y) = (root(a), root(b))
            if x != y { roots[max(x, y)] = min(x, y) }
        }
        var first: [[UInt8]: Int] = [:]
        var isKnown = statements.map { _ in false }
        for index in statements.indices {
            let key = Self.key(Self.text(statements[index], article(index)))
            let place = key ?? [0x00] + Array(statements[index].article.value.utf8)
            isKnown[index] = key != nil
            if let other = first[place] { join(index, other) } else { first[place] = index }
        }
        var joined = statements.map { _ in false }
        var speakers: [[[UInt8]]: Int] = [:]
        for index in statements.indices {
            guard let speaker = Self.key(statements[index].speaker?.value),
                let basis = Self.key(statements[index].basis)
            else { continue }
            let key = [speaker, basis]
            guard let other = speakers[key] else {
                speakers[key] = index
                continue
            }
            if root(index) != root(other) {
                joined[index] = true
                joined[other] = true
            }
            join(index, other)
        }
        let ends = statements.indices.map(root)
        let knownRoots = Set(statements.indices.filter { isKnown[$0] }.map { ends[$0] })
        self.roots = ends
        known = ends.map(knownRoots.contains)
        isJoinedBySpeaker = joined
    }

    /// The origin as written: the statement's, else its article's.
    public static func text(_ statement: Statement, _ article: Article?) -> String? {
        if let own = statement.origin?.value, !own.isEmpty { return own }
        return article?.origin.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What origins are compared by; `nil` for an empty one.
    static func key(_ text: String?) -> [UInt8]? {
        guard let text else { return nil }
        let words = FoldedText.key(text).split(separator: 0x20)
        return words.isEmpty ? nil : Array(words.joined(separator: [0x20]))
    }

    public func isKnown(_ statement: Int) -> Bool { known[statement] }

    /// How many known origins some statements have.
    func knownCount(_ statements: [Int]) -> Int {
        Set(statements.filter { known[$0] }.map { roots[$0] }).count
    }

    /// How many unknown origins some statements have, if each article had its own.
    func unknownCount(_ statements: [Int]) -> Int {
        Set(statements.filter { !known[$0] }.map { roots[$0] }).count
    }
}
