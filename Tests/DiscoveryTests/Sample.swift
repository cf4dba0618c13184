import Annotation
import Archive
import Text

@testable import Discovery

/// The built-in discovery, loaded once, and small archives for it.
enum Sample {
    static let discovery = Result {
        try NameDiscovery(
            known: try KnownNames(BuiltInNames.knownNames), model: try BuiltInNames.model(),
            compounds: BuiltInNames.compounds)
    }

    static func proposals(
        _ articles: [String], kinds: Set<NameKind> = [.person, .organization, .product]
    ) async throws -> [NameProposal] {
        try await discovery.get().proposals(
            texts(articles), kinds: kinds, jobs: 1)
    }

    static func texts(_ articles: [String]) -> [ArticleText] {
        articles.enumerated().map {
            ArticleText(article: $0.offset, markdown: Array($0.element.utf8))
        }
    }

    static func entity(_ id: String, _ name: String, aliases: [String] = []) -> Entity {
        let kind =
            ArchiveSettings().kinds.first { $0.id == "organization" } ?? ArchiveSettings().kinds[0]
        let file = "content/organizations/\(id).md"
        var entity = Entity(id: id, kind: kind, file: file, name: name)
        entity.aliases = aliases.map { .init(text: $0, place: .init(file: file)) }
        return entity
    }

    static func archive(_ entities: [Entity] = [], articles: Int = 0) -> Archive {
        var archive = Archive()
        archive.entities = entities
        archive.articles = (0..<articles).map {
            Article(
                slug: "a\($0)", file: "content/articles/a\($0).md", title: "", language: "zh-Hans",
                body: [], bodyLine: 1)
        }
        return archive
    }
}
