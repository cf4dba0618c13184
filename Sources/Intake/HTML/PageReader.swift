import Archive
import Markup
import Text

/// From the bytes of a page to what `Intake` gives back.
struct PageReader {
    let source: Source
    let options: Intake.Options

    func read() -> Intake.Reading {
        let place = Diagnostic.Place(file: source.name)
        guard let decoded = PageDecoding.decode(source.bytes) else {
            return Intake.Reading(articles: [], diagnostics: [Refusals.diagnostic(for: .binary(""), at: place)].compactMap { $0 })
        }
        let tree = HTMLTree(parsing: decoded.utf8)
        var metadata = PageMetadata(tree)
        var page = SavedPage(tree)
        let base = metadata.url.flatMap { PageAddress(base: $0) }
        guard let (node, document) = page.article(metadata: metadata, base: base) else {
            return Intake.Reading(articles: [], diagnostics: [])
        }
        metadata.readDate(near: node)
        let composition = CanonicalMarkdown.compose(document)
        let text = composition.document.plainText().utf8
        var evidence = metadata.evidence
        evidence.append(IncomingArticle.Evidence(field: "encoding", from: decoded.encoding.name))
        if let best = page.candidates.first { evidence.append(IncomingArticle.Evidence(field: "body", from: best.way)) }
        let language = LanguageDetector.language(of: text) ?? metadata.language ?? "und"
        let article = IncomingArticle(
            title: metadata.title ?? source.stem, authors: metadata.authors, translators: [], outlet: metadata.outlet, date: metadata.date,
            language: language, url: metadata.url, tags: [], frontMatter: [], markdown: composition.markdown, text: text,
            dropped: page.dropped(article: node), evidence: evidence)
        return Intake.Reading(articles: [article], diagnostics: [])
    }
}
