import Archive
import Text

/// What an editor should know about names: undecided ones, decisions without words, names that are
/// never used or that two entities share.
public struct MentionCheck {
    private let archive: Archive
    private let names: NameTable

    public init(_ archive: Archive, _ matcher: MentionMatcher) {
        self.archive = archive
        names = matcher.names
    }

    /// - Parameters:
    ///   - texts: all articles of the archive.
    ///   - mentions: what was found in each of them.
    /// - Returns: diagnostics in file order.
    public func diagnostics(_ texts: [ArticleText], _ mentions: [ArticleMentions]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var used = Set<Int>()
        for (text, found) in zip(texts, mentions) {
            used.formUnion(found.names)
            diagnostics += undecided(text, found.undecided)
            diagnostics += unmatched(text, found.unmatched)
        }
        return (diagnostics + unused(used) + collisions()).sorted()
    }

    /// One diagnostic for each name of an article and reason that it waits for.
    private func undecided(_ text: ArticleText, _ undecided: [Undecided]) -> [Diagnostic] {
        struct Group: Hashable {
            var words: [UInt8]
            var entities: [Int]
            var word: [UInt8]
        }
        var order: [Group] = []
        var groups: [Group: [Undecided]] = [:]
        for one in undecided {
            var word: [UInt8] = []
            if case .doubtful(let range) = one.reason { word = FoldedText.key(text.words(range)) }
            let group = Group(
                words: FoldedText.key(text.words(one.range)), entities: one.entities, word: word)
            if groups[group] == nil { order.append(group) }
            groups[group, default: []].append(one)
        }
        return order.compactMap { group in
            guard let all = groups[group], let first = all.first else { return nil }
            switch first.reason {
            case .ambiguous: return ambiguous(text, all, first)
            case .doubtful(let word): return doubtful(text, all, first, word)
            }
        }
    }

    private func ambiguous(_ text: ArticleText, _ all: [Undecided], _ first: Undecided)
        -> Diagnostic
    {
        let article = archive.articles[text.article]
        let words = Excerpt.line(text.words(first.range))
        let ids = first.entities.map { archive.entities[$0].id }
        return Diagnostic(
            .warning, "ambiguous-mention", at: text.place(of: first.range, in: article),
            "`\(words)` may be \(Self.choice(ids)) and is not linked (\(Self.times(all.count)))",
            notes: contexts(text, all),
            help:
                "add to \(Self.file(article)):\naccept: [{text: \(YAMLLine.scalar(words)), entity: \(ids[0])}]"
        )
    }

    private func doubtful(
        _ text: ArticleText, _ all: [Undecided], _ first: Undecided, _ word: Range<Int>
    ) -> Diagnostic {
        let article = archive.articles[text.article]
        let words = Excerpt.line(text.words(first.range))
        let ids = first.entities.map { archive.entities[$0].id }
        let whole =
            min(
                word.lowerBound, first.range.lowerBound)..<max(
                word.upperBound, first.range.upperBound)
        let quote = YAMLLine.scalar(Excerpt.line(text.words(whole)))
        let isBefore = word.lowerBound < first.range.lowerBound
        let rest =
            isBefore
            ? word.upperBound..<first.range.upperBound : first.range.lowerBound..<word.lowerBound
        let edge =
            isBefore
            ? word.lowerBound..<first.range.lowerBound : first.range.upperBound..<word.upperBound
        let name = [edge, first.range].map(text.words)
        let other = [word, rest].map(text.words)
        let readings = isBefore ? (name, other) : (Array(name.reversed()), Array(other.reversed()))
        return Diagnostic(
            .warning, "doubtful-mention", at: text.place(of: first.range, in: article),
            "`\(words)` may be \(Self.choice(ids)) or part of other words and is not linked"
                + " (\(Self.times(all.count)))",
            notes: [
                "with the name: \(readings.0.joined(separator: "|"))",
                "with the word `\(text.words(word))`: \(readings.1.joined(separator: "|"))",
            ] + contexts(text, all),
            help: "add to \(Self.file(article)) one of:\n"
                + "reject: [{text: \(YAMLLine.scalar(words)), quote: \(quote)}]\n"
                + "accept: [{text: \(YAMLLine.scalar(words)), quote: \(quote), entity: \(ids[0])}]")
    }

    /// Two of the places.
    private func contexts(_ text: ArticleText, _ all: [Undecided]) -> [String] {
        all.prefix(2).map { "in: " + Excerpt.around($0.range, in: text) }
    }

    private func unmatched(_ text: ArticleText, _ unmatched: [UnmatchedDecision]) -> [Diagnostic] {
        let article = archive.articles[text.article]
        guard let decisions = archive.decisions[article.slug] else { return [] }
        return unmatched.map { one in
            let decision =
                one.list == .accept ? decisions.accept[one.index] : decisions.reject[one.index]
            let words = decision.quote ?? decision.text
            return Diagnostic(
                .error, "orphan-decision", at: words.place,
                "the words `\(Excerpt.line(words.value))` of this \(one.list.rawValue) do not stand in article"
                    + " `\(article.slug)`",
                help: "write words of `\(article.file)`, or remove the line")
        }
    }

    /// Entries of `aliases` that name nothing in any article.
    private func unused(_ used: Set<Int>) -> [Diagnostic] {
        names.meanings.indices.filter { !used.contains($0) }.flatMap { name in
            names.meanings[name].filter { !$0.isOwnName }.map { meaning in
                Diagnostic(
                    .warning, "unused-alias", at: meaning.alias.place,
                    "the alias `\(meaning.alias.text)` of `\(archive.entities[meaning.entity].id)` names nothing"
                        + " in any article",
                    help: "check its spelling, or remove it")
            }
        }
    }

    /// Names that more than one entity has everywhere.
    private func collisions() -> [Diagnostic] {
        names.meanings.compactMap { meanings in
            let everywhere = meanings.filter { $0.onlyIn == nil && $0.marks.isEmpty }
            let entities = Set(everywhere.map(\.entity)).sorted()
            guard entities.count > 1,
                let last = everywhere.first(where: { $0.entity == entities[entities.count - 1] })
            else { return nil }
            let ids = entities.map { archive.entities[$0].id }
            return Diagnostic(
                .note, "alias-collision", at: last.alias.place,
                "`\(last.alias.text)` is a name of \(Self.list(ids))",
                help:
                    "where an article means one of them, say so with `about`, `accept` or `only-in`"
            )
        }
    }

    private static func file(_ article: Article) -> String {
        "`content/annotations/\(article.slug).yml`"
    }

    private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

    private static func choice(_ ids: [String]) -> String {
        let quoted = ids.map { "`\($0)`" }
        guard quoted.count > 1, let last = quoted.last else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " or " + last
    }

    private static func list(_ ids: [String]) -> String {
        let quoted = ids.map { "`\($0)`" }
        guard quoted.count > 1, let last = quoted.last else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " and " + last
    }
}
