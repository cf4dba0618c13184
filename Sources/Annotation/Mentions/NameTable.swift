import Archive
import Text

/// Every name and every `not` string of the archive, folded, and what each may mean.
struct NameTable: Sendable {
    /// One entity's use of a name.
    struct Meaning: Sendable, Equatable {
        /// Index in `Archive.entities`.
        var entity: Int
        /// Indices in `Archive.articles`; `nil`: everywhere.
        var onlyIn: [Int]?
        /// Pairs of marks of which one must stand around the name; empty: none needed.
        var marks: [Marks] = []
        /// The alias as the entity's file has it.
        var alias: Entity.Alias
        /// A name or label rather than one of `aliases`.
        var isOwnName: Bool
    }

    struct Marks: Sendable, Equatable {
        var opening: UInt32
        var closing: UInt32
    }

    private(set) var patterns: PatternMatcher
    /// By pattern.
    ///
    /// A pattern without a meaning is only a `not` string.
    private(set) var meanings: [[Meaning]] = []
    /// By pattern: the entities of its meanings, ascending, each once.
    private(set) var entities: [[Int]] = []
    /// By pattern: entities that it never means, nor any name inside it.
    private(set) var denied: [[Int]] = []
    /// Pattern by folded text.
    private(set) var index: [[UInt8]: Int] = [:]

    init(_ archive: Archive) {
        var articles: [String: Int] = [:]
        for index in archive.articles.indices { articles[archive.articles[index].slug] = index }
        var keys: [[UInt8]] = []
        patterns = PatternMatcher([])
        for (entity, value) in archive.entities.enumerated() {
            let ownNames = 1 + value.labels.count
            for (position, alias) in value.allAliases.enumerated() {
                guard alias.text.unicodeScalars.contains(where: NameCheck.names) else { continue }
                let onlyIn =
                    alias.onlyIn.isEmpty ? nil : alias.onlyIn.compactMap { articles[$0] }.sorted()
                let meaning = Meaning(
                    entity: entity, onlyIn: onlyIn, marks: Self.marks(alias.onlyInMarks),
                    alias: alias,
                    isOwnName: position < ownNames && alias.onlyIn.isEmpty)
                for spelling in CanonicalSpellings.of(alias.text) {
                    guard let pattern = pattern(spelling, &keys) else { continue }
                    meanings[pattern].append(meaning)
                }
            }
            for string in value.not {
                for spelling in CanonicalSpellings.of(string.value) {
                    guard let pattern = pattern(spelling, &keys) else { continue }
                    denied[pattern].append(entity)
                }
            }
        }
        patterns = PatternMatcher(keys)
        entities = meanings.map { Self.distinct($0.map(\.entity)) }
    }

    /// Ascending, each once.
    static func distinct(_ entities: [Int]) -> [Int] {
        entities.count < 2 ? entities : Set(entities).sorted()
    }

    private mutating func pattern(_ text: String, _ keys: inout [[UInt8]]) -> Int? {
        let key = FoldedText.key(text)
        guard !key.isEmpty else { return nil }
        if let known = index[key] { return known }
        index[key] = keys.count
        keys.append(key)
        meanings.append([])
        denied.append([])
        return keys.count - 1
    }

    /// `《》` or `《》“”`: two scalars a pair.
    private static func marks(_ text: String?) -> [Marks] {
        let scalars = Array((text ?? "").unicodeScalars)
        return stride(from: 0, to: scalars.count - scalars.count % 2, by: 2).map {
            Marks(opening: scalars[$0].value, closing: scalars[$0 + 1].value)
        }
    }
}
