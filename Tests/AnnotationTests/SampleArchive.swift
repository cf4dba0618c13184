import Archive
import Markup
import Text

@testable import Annotation

/// A small archive put together in a test.
struct SampleArchive {
    var archive = Archive()

    /// - Parameter articles: Markdown by slug, in order.
    init(_ articles: [(slug: String, markdown: String)]) {
        for article in articles {
            archive.articles.append(
                Article(
                    slug: article.slug, file: "content/articles/\(article.slug).md",
                    title: article.slug,
                    language: "zh-Hans", body: Array(article.markdown.utf8), bodyLine: 1))
        }
    }

    init(_ markdown: String) {
        self.init([("a", markdown)])
    }

    var texts: ArticleTexts {
        let articles = archive.articles
        return ArticleTexts(count: articles.count) { MarkdownDocument(articles[$0].body) }
    }

    mutating func add(
        _ id: String, _ names: [String], _ kind: Entity.Kind = .organization, not: [String] = []
    ) {
        let file = "content/\(kind.folder)/\(id).md"
        var entity = Entity(id: id, kind: kind, file: file, name: names[0])
        entity.aliases = names.dropFirst().enumerated().map {
            Entity.Alias(text: $1, place: .init(file: file, line: 3 + $0, column: 4))
        }
        entity.not = not.map { Located($0, at: .init(file: file)) }
        archive.entities.append(entity)
    }

    mutating func alias(_ text: String, onlyIn: [String] = [], marks: String? = nil) {
        let last = archive.entities.count - 1
        archive.entities[last].aliases.append(
            Entity.Alias(
                text: text, onlyIn: onlyIn, onlyInMarks: marks,
                place: .init(file: archive.entities[last].file, line: 9, column: 4)))
    }

    typealias Decision = (text: String, quote: String?, entity: String?)

    mutating func decide(accept: [Decision] = [], reject: [Decision] = []) {
        var decisions = ArticleDecisions(slug: "a", file: "content/annotations/a.yml")
        decisions.accept = accept.map(Self.decision)
        decisions.reject = reject.map(Self.decision)
        archive.decisions["a"] = decisions
    }

    private static func decision(_ decision: Decision) -> ArticleDecisions.Decision {
        ArticleDecisions.Decision(
            text: located(decision.text), quote: decision.quote.map(located),
            entity: decision.entity.map(located))
    }

    static func located(_ text: String) -> Located<String> {
        Located(text, at: .init(file: "content/annotations/a.yml", line: 2, column: 3))
    }

    /// Mentions of the first article as `words=entity`, then undecided spans as `?words`.
    var found: [String] {
        let text = texts[0]
        let mentions = MentionMatcher(archive).mentions(in: text)
        return mentions.mentions.map { text.words($0.range) + "=" + archive.entities[$0.entity].id }
            + mentions.undecided.map { "?" + text.words($0.range) }
    }

    /// Diagnostics of the mention check, as printed.
    var check: [String] {
        let matcher = MentionMatcher(archive)
        let texts = texts
        return MentionCheck(archive, matcher)
            .diagnostics(texts, texts.map { matcher.mentions(in: $0) }).map { $0.rendered() }
    }
}
