import Archive
import Text

/// All names and `not` strings of the archive, folded, with their possible meanings.
struct NameTable: Sendable {
    /// One meaning of a name.
    struct Meaning: Sendable, Equatable {
        /// Index in `Archive.entities`.
        var entity: Int
        /// Indices in `Archive.articles` of the articles in which it applies; `nil` for all
        /// articles.
        var onlyIn: [Int]?
        /// The name must be enclosed in one of these pairs of marks.
        ///
        /// Empty if none is required.
        var marks: [Marks] = []
        /// The alias as written in the entity's file.
        var alias: Entity.Alias
        /// Whether it is a name or label instead of an entry of `aliases`.
        var isOwnName: Bool
        /// Whether white space may divide it: a person's name of two or three ideographs (王　明), or
        /// a name that is written with white space.
        var mayBePadded: Bool
        /// What it demands beyond folding.
        var form: NameForm
    }

    /// A `not` string that folds to a name of its entity, and so is meant as it is written.
    struct ExactDenial: Sendable {
        var entity: Int
        var text: [UInt8]
    }

    struct Marks: Sendable, Equatable {
        var opening: UInt32
        var closing: UInt32
    }

    private(set) var patterns: PatternMatcher
    /// By pattern.
    ///
    /// A pattern without meanings is only a `not` string.
    private(set) var meanings: [[Meaning]] = []
    /// By pattern: the entities of its meanings, sorted, without duplicates.
    private(set) var entities: [[Int]] = []
    /// By pattern: entities that neither it nor a name inside it may mean (`not`).
    private(set) var denied: [[Int]] = []
    /// By pattern.
    private(set) var exactDenials: [Int: [ExactDenial]] = [:]
    /// Index of a pattern by its folded text.
    private(set) var index: [[UInt8]: Int] = [:]

    init(_ archive: Archive) {
        var articles: [String: Int] = [:]
        for index in archive.articles.indices { articles[archive.articles[index].slug] = index }
        var keys: [[UInt8]] = []
        var plurals: [(text: String, meaning: Meaning)] = []
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
                    isOwnName: position < ownNames && alias.onlyIn.isEmpty,
                    mayBePadded: PaddedName.isPossible(alias.text, of: value.kind),
                    form: NameForm(alias))
                guard let pattern = pattern(alias.text, &keys) else { continue }
                meanings[pattern].append(meaning)
                if var plural = PluralNames.plural(of: alias.text).map({ ($0, meaning) }) {
                    plural.1.form.isPlural = true
                    plurals.append(plural)
                }
            }
            for string in value.not {
                guard let pattern = pattern(string.value, &keys) else { continue }
                if meanings[pattern].contains(where: { $0.entity == entity }) {
                    exactDenials[pattern, default: []].append(
                        ExactDenial(entity: entity, text: Array(string.value.utf8)))
                } else {
                    denied[pattern].append(entity)
                }
            }
        }
        // A name of its own is not the plural of another.
        for (text, meaning) in plurals {
            let key = FoldedText.key(text)
            if let known = index[key], meanings[known].contains(where: { !$0.form.isPlural }) {
                continue
            }
            if let pattern = pattern(text, &keys) { meanings[pattern].append(meaning) }
        }
        patterns = PatternMatcher(keys)
        entities = meanings.map { Self.distinct($0.map(\.entity)) }
    }

    /// Sorted, without duplicates.
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

    /// Parses `《》` or `《》“”`: each pair is two scalars.
    private static func marks(_ text: String?) -> [Marks] {
        let scalars = Array((text ?? "").unicodeScalars)
        return stride(from: 0, to: scalars.count - scalars.count % 2, by: 2).map {
            Marks(opening: scalars[$0].value, closing: scalars[$0 + 1].value)
        }
    }
}

extension NameTable {
    /// An occurrence of a name or `not` string, before its meanings are checked.
    struct Hit: Sendable, Equatable {
        var folded: Range<Int>
        var original: Range<Int>
        var name: Int
        /// Whether there is white space between its ideographs that folding dropped.
        var isDivided = false
    }

    /// All occurrences with valid boundaries (`NameBoundary`), sorted by start, longest first.
    func hits(in folded: FoldedText, of plain: [UInt8]) -> [Hit] {
        patterns.matches(in: folded.bytes).compactMap { match in
            let original = folded.original(match.range)
            guard NameBoundary.isKept(plain, original), !AddressToken.holds(original, in: plain)
            else { return nil }
            return Hit(
                folded: match.range, original: original, name: match.pattern,
                isDivided: original.count != match.range.count
                    && PaddedName.isDivided(plain, original))
        }
    }

    /// All occurrences that contain a byte of the plain text, even with invalid boundaries; sorted
    /// by start, longest first.
    func occurrences(over offset: Int, in folded: FoldedText) -> [Hit] {
        let place = folded.folded(offset)
        let hits = index.flatMap { key, name -> [Hit] in
            let search = ByteSearch(key)
            let end = min(folded.bytes.count, place + key.count)
            var found: [Hit] = []
            var from = max(0, place - key.count)
            while let start = search.first(in: folded.bytes, from: from, to: end) {
                let range = start..<start + key.count
                found.append(Hit(folded: range, original: folded.original(range), name: name))
                from = start + 1
            }
            return found
        }
        return hits.filter { $0.original.contains(offset) }.sorted {
            ($0.folded.lowerBound, $1.folded.upperBound)
                < ($1.folded.lowerBound, $0.folded.upperBound)
        }
    }
}

extension NameTable.Marks {
    func stand(around range: Range<Int>, in text: [UInt8]) -> Bool {
        guard let before = UTF8Scalars.decode(text, before: range.lowerBound),
            range.upperBound < text.count
        else { return false }
        return before.scalar == opening
            && UTF8Scalars.decode(text, at: range.upperBound).scalar == closing
    }
}
