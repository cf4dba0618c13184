import Archive
import Markup
import Text

/// From the bytes of a page to what `Intake` gives back.
struct PageReader {
    let document: CapturedDocument
    let options: Intake.Options

    private var source: Source { document.source }

    private var place: Diagnostic.Place { Diagnostic.Place(file: source.name) }

    func read() -> Intake.Reading {
        if let problem = PageSize.problem(of: source.bytes, at: place) { return refused(problem) }
        guard let decoded = PageDecoding.decode(source.bytes, charset: document.charset) else {
            return refused(
                Diagnostic(
                    .error, "not-text", at: place, "this is no text",
                    help: "save the article as HTML, Markdown or plain text, and add that file"))
        }
        return read(decoded)
    }

    private func refused(_ diagnostic: Diagnostic) -> Intake.Reading {
        Intake.Reading(articles: [], diagnostics: [diagnostic])
    }

    private func read(_ decoded: PageDecoding.Decoded) -> Intake.Reading {
        let tree = HTMLTree(parsing: decoded.utf8)
        if let problem = PageProblem.before(tree, at: place) { return refused(problem) }
        var metadata = PageMetadata(tree)
        metadata.readCapture(document)
        let host = metadata.url.flatMap(WebAddress.host)
        let rule = (options.rules + BuiltInRules.all).first { $0.applies(to: host, in: tree) }
        if let rule { metadata.apply(rule) }
        var page = SavedPage(tree)
        let base = PageAddress.base(of: tree, page: document.address?.url ?? metadata.url)
        var pictures = LocalPictures(shelf: document.pictures, neighbor: options.neighbor)
        pictures.readStyles(of: tree)
        let form = SavedPage.Form(rule: rule, base: base, isWhole: document.isWhole)
        guard let result = page.article(metadata: metadata, form: form, pictures: &pictures) else {
            return refused(
                PageProblem.noArticle(
                    tree, measure: page.measure, candidates: page.candidates, at: place))
        }
        metadata.readSurroundings(of: result.node, measure: page.measure)
        let composition = CanonicalMarkdown.compose(result.document)
        let text = composition.document.plainText().utf8
        var article = self.article(metadata, page, result, composition.markdown, text, decoded)
        article.assets = pictures.assets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        var problems = self.problems(page, result, text, decoded)
        if pictures.leftBehind > 0 {
            problems.append(PageProblem.picturesLeftBehind(pictures.leftBehind, at: place))
        }
        return Intake.Reading(articles: [article], diagnostics: problems)
    }

    private var titleOfLastResort: String {
        // Of many pages in one file each has its own address.
        document.address.flatMap { PageAddress.name(of: $0.url) } ?? source.stem
    }

    private func article(
        _ metadata: PageMetadata, _ page: SavedPage, _ result: SavedPage.Result,
        _ markdown: [UInt8], _ text: [UInt8], _ decoded: PageDecoding.Decoded
    ) -> IncomingArticle {
        var evidence = metadata.evidence
        evidence.append(IncomingArticle.Evidence(field: "encoding", from: decoded.encoding.name))
        if let best = page.candidates.first {
            evidence.append(IncomingArticle.Evidence(field: "body", from: best.way))
        }
        let detected = LanguageDetector.language(of: text)
        evidence.append(
            IncomingArticle.Evidence(
                field: "language",
                from: detected == nil ? "lang attribute" : "the characters of the text"))
        let dropped = page.dropped(article: result.node)
        // The lines under a title are front matter, not text.
        let summary = dropped.first { $0.rule == "summary" }?.words
        var matter: [(key: String, value: Value)] = []
        if let summary { matter.append(("summary", .string(summary))) }
        if let license = metadata.license { matter.append(("license", .string(license))) }
        return IncomingArticle(
            title: metadata.title ?? titleOfLastResort, authors: metadata.authors,
            translators: metadata.translators, outlet: metadata.outlet,
            date: metadata.date, language: detected ?? metadata.language ?? "und",
            url: metadata.url, tags: [], frontMatter: matter,
            markdown: markdown, text: text, dropped: dropped, evidence: evidence)
    }

    private func problems(
        _ page: SavedPage, _ result: SavedPage.Result, _ text: [UInt8],
        _ decoded: PageDecoding.Decoded
    ) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        let lost = PageLossCheck.lost(
            result.node, of: page.tree, isLeftOut: page.isLeftOut, measure: page.measure,
            skipping: {
                result.footnotes.backlinks.contains($0) || result.footnotes.references[$0] != nil
                    || PageMath.formula(at: $0, in: page.tree) != nil
                    || result.footnotes.announces($0, page.tree)
            },
            text: text, most: 5)
        for words in lost {
            problems.append(
                Diagnostic(
                    .warning, "lost-text", at: place,
                    "words of the page are not in the article: \(Scalars.string(words.unicodeScalars.prefix(80)))",
                    help:
                        "compare the article with the page; this is a fault of the program: please report it with the file"
                ))
        }
        if decoded.damaged > 0 {
            problems.append(
                Diagnostic(
                    .warning, "damaged-text", at: place,
                    "\(decoded.damaged) byte\(decoded.damaged == 1 ? " is" : "s are") no \(decoded.encoding.name) and became U+FFFD",
                    help: "save the page again if the article shows \u{FFFD}"))
        }
        return problems
    }
}
