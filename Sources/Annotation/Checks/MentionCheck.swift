import Archive
import Text

/// What an editor should know about names: undecided ones, decisions without words, names that are
/// never used or that two entities share.
///
/// One diagnostic for a name and what is the matter with it, however often it stands in the
/// archive.
public struct MentionCheck {
    private let archive: Archive
    private let names: NameTable

    public init(_ archive: Archive, _ matcher: MentionMatcher) {
        self.archive = archive
        names = matcher.names
    }

    /// Everything that is wrong with names, and all advice.
    ///
    /// - Parameters:
    ///   - texts: all articles of the archive, in its order.
    ///   - mentions: what was found in each of them.
    /// - Returns: diagnostics in file order.
    public func diagnostics(_ texts: ArticleTexts, _ mentions: [ArticleMentions]) -> [Diagnostic] {
        (errors(mentions) + advice(texts, mentions)).sorted()
    }

    /// Decisions without words, article by article.
    public func errors(_ mentions: [ArticleMentions]) -> [Diagnostic] {
        mentions.enumerated().flatMap { unmatched($0, $1.unmatched) }
    }

    /// Everything else, which keeps no site from being built; in file order.
    public func advice(_ texts: ArticleTexts, _ mentions: [ArticleMentions]) -> [Diagnostic] {
        var diagnostics = UndecidedNames(archive, texts, mentions).diagnostics
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

    /// Entries of `aliases` that do not occur in any article, by entity.
    private func unused(_ used: Set<Int32>) -> [Diagnostic] {
        var byEntity: [Int: [Entity.Alias]] = [:]
        for (name, meanings) in names.meanings.enumerated() where !used.contains(Int32(name)) {
            for meaning in meanings where !meaning.isOwnName {
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
