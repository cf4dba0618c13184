import Archive
import Files

/// The cache keys of the texts of articles, and of everything else.
struct TextKeys: Sendable {
    /// A hash of all inputs of the build but the files of articles.
    let surroundings: Fingerprint
    /// A hash of all names of all entities, which are searched in every article.
    let names: Fingerprint
    /// A hash of the titles that `[[id]]` is shown as.
    private let titles: Fingerprint
    /// By article: a hash of its file, its decisions, its slug and its language.
    private let articles: [Fingerprint]
    /// By slug: a hash of the quotes that claims look for in the article.
    private let quotes: [String: Fingerprint]

    init(_ archive: Archive, _ inputs: BuildInputs) {
        surroundings = inputs.surroundings
        names = Self.names(archive.entities)
        titles = Self.titles(archive)
        quotes = Self.quotes(archive.claims)
        // By index: a whole article is expensive to copy.
        articles = archive.articles.indices.map { index in
            let slug = archive.articles[index].slug
            var key = CacheKeyBuilder()
            inputs.add(archive.articles[index].file, to: &key)
            key.add(slug)
            key.add(archive.articles[index].language)
            if let decisions = archive.decisions[slug] {
                inputs.add(decisions.file, to: &key)
            }
            return key.fingerprint
        }
    }

    /// - Parameter article: index in `Archive.articles`.
    func key(of article: Int, hasWikilinks: Bool) -> Fingerprint {
        guard hasWikilinks else { return articles[article] }
        var key = CacheKeyBuilder()
        key.add(articles[article])
        key.add(titles)
        return key.fingerprint
    }

    /// The cache key of the quotes that claims look for in an article; `nil` when there are none.
    func quotes(from slug: String) -> Fingerprint? { quotes[slug] }

    private static func quotes(_ claims: [Claim]) -> [String: Fingerprint] {
        var keys: [String: CacheKeyBuilder] = [:]
        for (index, claim) in claims.enumerated() {
            for (number, statement) in claim.statements.enumerated() {
                keys[statement.article.value, default: CacheKeyBuilder()].add(index)
                keys[statement.article.value, default: CacheKeyBuilder()].add(number)
                for words in [
                    statement.quote.value, statement.before, statement.after,
                    statement.value?.value, statement.occurrence.map { String($0) },
                ] { keys[statement.article.value, default: CacheKeyBuilder()].add(words) }
            }
        }
        return keys.mapValues(\.fingerprint)
    }

    private static func names(_ entities: [Entity]) -> Fingerprint {
        var key = CacheKeyBuilder()
        for entity in entities {
            key.add(entity.id)
            key.add(entity.kind.id)
            let aliases = entity.allAliases
            key.add(aliases.count)
            for alias in aliases {
                key.add(alias.text)
                key.add(alias.onlyInMarks)
                key.add(alias.letterCase?.rawValue)
                key.add(alias.isScriptExact ? "exact" : nil)
                key.add(alias.onlyIn.count)
                for slug in alias.onlyIn { key.add(slug) }
            }
            key.add(entity.not.count)
            for string in entity.not { key.add(string.value) }
        }
        return key.fingerprint
    }

    private static func titles(_ archive: Archive) -> Fingerprint {
        var key = CacheKeyBuilder()
        for entity in archive.entities {
            key.add(entity.id)
            key.add(entity.name)
            key.add(entity.labels.count)
            for label in entity.labels {
                key.add(label.language)
                key.add(label.name)
            }
        }
        for article in archive.articles {
            key.add(article.slug)
            key.add(article.title)
        }
        for claim in archive.claims {
            key.add(claim.id)
            key.add(claim.title)
        }
        return key.fingerprint
    }
}
