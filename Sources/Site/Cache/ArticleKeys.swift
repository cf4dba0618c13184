import Annotation
import Archive
import Files

/// Fingerprints of what pages are made of that show one article, or something of it.
struct ArticleKeys: Sendable {
    /// Its words, decisions and quotes.
    let words: Fingerprint
    /// Its lines in `data/mentions.csv`.
    let lines: Fingerprint
    /// Its card in lists, and its heading on pages of entities.
    let card: Fingerprint
    /// What pages of entities show of it, but for its sentences.
    let face: Fingerprint

    /// - Parameters:
    ///   - article: index in `Archive.articles`.
    ///   - names: of all that an address or a wikilink may lead to.
    init(_ article: Int, _ renderer: PageRenderer, _ inputs: BuildInputs, _ names: Fingerprint) {
        words = Self.words(article, renderer.graph, inputs, names)
        lines = Self.lines(article, renderer.graph)
        card = Self.card(article, renderer)
        face = Self.face(article, card, renderer.graph, inputs)
    }

    private static func words(
        _ index: Int, _ graph: ArchiveGraph, _ inputs: BuildInputs, _ names: Fingerprint
    ) -> Fingerprint {
        // By index: a whole article is expensive to copy.
        let articles = graph.archive.articles
        var key = CacheKeyBuilder()
        inputs.add(articles[index].file, to: &key)
        key.add(articles[index].slug)
        key.add(articles[index].language)
        // Addresses, pictures and raw HTML show what the archive holds, wikilinks its titles.
        if let words = graph.readings[index].addresses {
            key.add(names)
            key.add(words)
        }
        if let decisions = graph.archive.decisions[articles[index].slug] {
            inputs.add(decisions.file, to: &key)
            key.add(names)
        }
        let ledger = graph.ledger.articles[index]
        for statement in ledger.statements {
            let claim = graph.archive.claims[statement.claim]
            key.add(claim.id)
            key.add(claim.title)
            key.add(graph.ledger.verdict(of: statement.claim, statement: statement.statement))
            key.add(statement.anchor.range)
        }
        for remark in ledger.sic + ledger.notes {
            key.add(remark.index)
            key.add(remark.anchor.range)
        }
        return key.fingerprint
    }

    private static func card(_ index: Int, _ renderer: PageRenderer) -> Fingerprint {
        let articles = renderer.graph.archive.articles
        var key = CacheKeyBuilder()
        for words in [
            articles[index].slug, articles[index].language, articles[index].title,
            articles[index].outlet, renderer.outletNames[index], articles[index].date?.isoWithTime,
            articles[index].summary,
        ] { key.add(words) }
        return key.fingerprint
    }

    /// Its heading, whom it names together, and in which forms.
    private static func face(
        _ index: Int, _ card: Fingerprint, _ graph: ArchiveGraph, _ inputs: BuildInputs
    ) -> Fingerprint {
        let archive = graph.archive
        let reading = graph.readings[index]
        var key = CacheKeyBuilder()
        key.add(card)
        key.add(reading.words)
        for mention in reading.mentions {
            key.add(mention.entity)
            key.add(mention.range.count)
        }
        // Misprints among the forms.
        if let decisions = archive.decisions[archive.articles[index].slug] {
            inputs.add(decisions.file, to: &key)
        }
        return key.fingerprint
    }

    private static func lines(_ index: Int, _ graph: ArchiveGraph) -> Fingerprint {
        let articles = graph.archive.articles
        let reading = graph.readings[index]
        var key = CacheKeyBuilder()
        for words in [
            articles[index].slug, articles[index].date?.iso, articles[index].outlet,
        ] { key.add(words) }
        key.add(reading.words)
        for (mention, codePoints) in zip(reading.mentions, reading.codePoints) {
            key.add(mention.entity)
            key.add(mention.sentence)
            key.add(mention.reason.rawValue)
            key.add(codePoints.range)
        }
        return key.fingerprint
    }
}
