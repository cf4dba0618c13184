import Archive
import Text

/// Reports problems with names: undecided mentions, decisions whose words are not in the article,
/// unused aliases, and names that two entities share.
///
/// Each problem of a name is reported once, however often the name occurs in the archive.
public struct MentionCheck {
    private let archive: Archive
    private let names: NameTable

    public init(_ archive: Archive, _ matcher: MentionMatcher) {
        self.archive = archive
        names = matcher.names
    }

    /// All errors and all advice.
    ///
    /// - Parameters:
    ///   - texts: all articles of the archive, in its order.
    ///   - mentions: the mentions of each article.
    /// - Returns: diagnostics in file order.
    public func diagnostics(_ texts: ArticleTexts, _ mentions: [ArticleMentions]) -> [Diagnostic] {
        (errors(mentions) + advice(texts, mentions)).sorted()
    }

    /// Decisions whose words are not in the article, by article.
    public func errors(_ mentions: [ArticleMentions]) -> [Diagnostic] {
        mentions.enumerated().flatMap { unmatched($0, $1.unmatched) }
    }

    /// All diagnostics that do not stop a build, in file order.
    public func advice(_ texts: ArticleTexts, _ mentions: [ArticleMentions]) -> [Diagnostic] {
        var diagnostics = UndecidedNames(archive, texts, mentions).diagnostics
        diagnostics += paddedNames(texts, mentions)
        diagnostics += unused(mentions.reduce(into: []) { $0.formUnion($1.names) })
        diagnostics += NameCollisions(archive, names).diagnostics(texts, mentions)
        diagnostics += NameCheck(archive).diagnostics
        return diagnostics.sorted()
    }

    private func unmatched(_ index: Int, _ unmatched: [UnmatchedDecision]) -> [Diagnostic] {
        let article = archive.articles[index]
        guard let decisions = archive.decisions[article.slug] else { return [] }
        return unmatched.map { one in
            let decision =
                one.list == .accept ? decisions.accept[one.index] : decisions.reject[one.index]
            let words = decision.quote ?? decision.text
            return Diagnostic(
                .error, "orphan-decision", at: words.place,
                "the words `\(Excerpt.line(words.value))` of this \(one.list.rawValue) are not in article"
                    + " `\(article.slug)`",
                help: "write words of `\(article.file)`, or remove the line")
        }
    }

    /// Mentions whose name is written with white space inside (王　明), by article.
    private func paddedNames(_ texts: ArticleTexts, _ mentions: [ArticleMentions]) -> [Diagnostic] {
        mentions.indices.compactMap { article in
            let found = mentions[article].mentions.filter { mention in
                mention.range.count <= 32 && archive.entities[mention.entity].kind == .person
                    && mention.reason != .explicit
            }
            guard !found.isEmpty else { return nil }
            let text = texts[article]
            let padded = found.filter { PaddedName.isDivided(text.plain.utf8, $0.range) }
            guard let first = padded.first else { return nil }
            let more = padded.count - 1
            return Diagnostic(
                .note, "padded-name",
                at: text.place(of: first.range, in: archive.articles[article]),
                "`\(Excerpt.line(text.words(first.range)))` is written with white space inside and is read as"
                    + " a name of `\(archive.entities[first.entity].id)`"
                    + (more > 0 ? " (and \(more) more in this article)" : ""),
                help: "remove the white space, unless the source is to be shown as it is")
        }
    }

    /// Entries of `aliases` that do not occur in any article, by entity.
    private func unused(_ used: Set<Int32>) -> [Diagnostic] {
        var byEntity: [Int: [Entity.Alias]] = [:]
        var occurring: [Int: Set<String>] = [:]
        for name in used {
            for meaning in names.meanings[Int(name)] {
                occurring[meaning.entity, default: []].insert(meaning.alias.text)
            }
        }
        for (name, meanings) in names.meanings.enumerated() where !used.contains(Int32(name)) {
            for meaning in meanings
            where !meaning.isOwnName && !meaning.form.isPlural
                && occurring[meaning.entity]?.contains(meaning.alias.text) != true
            {
                byEntity[meaning.entity, default: []].append(meaning.alias)
            }
        }
        return byEntity.sorted { $0.key < $1.key }.compactMap { entity, aliases in
            let value = archive.entities[entity]
            guard let first = aliases.first else { return nil }
            let left = value.aliases.filter { alias in !aliases.contains(alias) }
            let isPlain = left.allSatisfy { $0.onlyIn.isEmpty && $0.onlyInMarks == nil }
            let words = aliases.prefix(8).map { Excerpt.line($0.text) }
            let more = aliases.count - words.count
            let what = aliases.count == 1 ? "alias" : "aliases"
            return Diagnostic(
                .warning, "unused-alias", at: first.place,
                "the \(what) \(IDList.all(words))\(more > 0 ? " … (\(aliases.count) in all)" : "") of"
                    + " `\(value.id)` \(aliases.count == 1 ? "does" : "do") not occur in any article",
                help: isPlain && left.count <= 8
                    ? "check the spelling, or write in `\(value.file)`:\naliases: ["
                        + left.map { YAMLLine.scalar($0.text) }.joined(separator: ", ") + "]"
                    : "check the spelling, or remove \(aliases.count == 1 ? "it" : "them")")
        }
    }
}

/// Names that belong to more than one entity without any restriction (`only-in`, `only-in-marks`).
struct NameCollisions {
    private struct Collision {
        var key: [UInt8]
        /// Ascending.
        var entities: [Int]
        /// The alias of one of the entities, for the place in the message.
        var alias: Entity.Alias
        var places = NamePlaces()
    }

    private let archive: Archive
    private var collisions: [Collision] = []

    init(_ archive: Archive, _ names: NameTable) {
        self.archive = archive
        var keys = [[UInt8]](repeating: [], count: names.meanings.count)
        for (key, pattern) in names.index { keys[pattern] = key }
        for (name, meanings) in names.meanings.enumerated() where meanings.count > 1 {
            let everywhere = meanings.filter { $0.onlyIn == nil && $0.marks.isEmpty }
            let entities = Set(everywhere.map(\.entity)).sorted()
            // Prefer an entry of `aliases`: it has a line of its own, and it is easier to change
            // than a
            // name.
            let aliases = everywhere.map(\.alias)
            guard entities.count > 1,
                let alias = aliases.last(where: { $0.place.line > 0 }) ?? aliases.last
            else { continue }
            collisions.append(Collision(key: keys[name], entities: entities, alias: alias))
        }
    }

    func diagnostics(_ texts: ArticleTexts, _ mentions: [ArticleMentions]) -> [Diagnostic] {
        guard !collisions.isEmpty else { return [] }
        var index: [[UInt8]: Int] = [:]
        for (number, collision) in collisions.enumerated() { index[collision.key] = number }
        let shared = Set(collisions.flatMap(\.entities))
        var found = collisions
        for (text, names) in zip(texts, mentions) {
            let spans =
                names.mentions.filter { shared.contains($0.entity) }.map(\.range)
                + names.undecided.filter { $0.entities.count > 1 }.map(\.range)
            for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
                if let number = index[FoldedText.key(text.words(span))] {
                    found[number].places.add(span, in: text.article)
                }
            }
        }
        return found.map { collision in
            let ids = collision.entities.map { archive.entities[$0].id }
            let times = collision.places.count == 0 ? "in no article" : collision.places.times
            return Diagnostic(
                .note, "alias-collision", at: collision.alias.place,
                "`\(Excerpt.line(collision.alias.text))` is a name of \(IDList.all(ids))"
                    + " (\(times))",
                notes: collision.places.contexts(texts) { archive.articles[$0].file },
                help: "in the front matter of an article that is about one of them write:\n"
                    + "about: [\(ids[0])]")
        }
    }
}
