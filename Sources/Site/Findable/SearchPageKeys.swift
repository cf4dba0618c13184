import Archive
import Files

/// Fingerprints of what the units of pages are made of, by their number in the index.
struct SearchPageKeys {
    let pages: [Fingerprint]

    /// - Parameter readings: of the articles' words.
    init(renderer: PageRenderer, readings: ReadingKeys) {
        let archive = renderer.archive
        var pages: [Fingerprint] = []
        for (index, entity) in archive.entities.enumerated() {
            var key = CacheKeyBuilder()
            for words in [SitePath.entity(entity), entity.kind.id, entity.name] {
                key.add(words)
            }
            // Its number in the index depends on the order of kinds.
            key.add(archive.kinds.firstIndex(of: entity.kind) ?? 0)
            for alias in entity.allAliases { key.add(alias.text) }
            key.add(renderer.prose[index].text)
            pages.append(key.fingerprint)
        }
        for claim in archive.claims {
            var key = CacheKeyBuilder()
            key.add(SitePath.claim(claim.id))
            for words in [claim.id, claim.title] { key.add(words) }
            for statement in claim.statements { key.add(statement.quote.value) }
            pages.append(key.fingerprint)
        }
        for (index, reading) in renderer.graph.readings.enumerated() {
            pages.append(readings.key(of: index, hasWikilinks: reading.hasWikilinks))
        }
        self.pages = pages
    }
}
