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
        switch PageDecoding.decode(source.bytes, charset: document.charset) {
        case .decoded(let decoded):
            var reading = read(decoded)
            reading.diagnostics += PageDecoding.notes(decoded, at: place)
            return reading
        case .unsupported(let label): return refused(PageDecoding.refusal(of: label, at: place))
        case .binary:
            return refused(
                Diagnostic(
                    .error, "not-text", at: place, "not a text file",
                    help: "save the article as HTML, Markdown or plain text, and add that file"))
        }
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
        if rule == nil,
            let problem = ErrorPage.problem(
                tree,
                measure: PageMeasure(
                    tree, isHidden: [Bool](repeating: false, count: tree.nodes.count)), at: place)
        {
            return refused(problem)
        }
        let base = PageAddress.base(of: tree, page: document.address?.url ?? metadata.url)
        var pictures = LocalPictures(shelf: document.pictures, neighbor: options.neighbor)
        pictures.readStyles(of: tree)
        var form = SavedPage.Form(rule: rule, base: base, isWhole: document.isWhole)
        var page = SavedPage(tree)
        let untouched = pictures
        guard var result = page.article(metadata: metadata, form: form, pictures: &pictures) else {
            return refused(
                PageProblem.noArticle(
                    tree, measure: page.measure, candidates: page.candidates, at: place))
        }
        let posts = PagePosts(tree, measure: page.measure, isLeftOut: page.isHidden)
        if rule == nil, !document.isWhole, !options.isOneArticle {
            switch posts.choice(
                in: tree.subtree(of: result.node), tree: tree, measure: page.measure,
                title: metadata.title)
            {
            case .whole: break
            case .all(let all):
                return read(all, tree, metadata, form, untouched, decoded)
            case .one(let post):
                var other = SavedPage(tree)
                form.node = post.node
                var again = untouched
                if let only = other.article(metadata: metadata, form: form, pictures: &again) {
                    (page, result, pictures) = (other, only, again)
                }
            }
        }
        var reading = self.reading(page, result, metadata, pictures, decoded)
        let others = posts.beside(tree.subtree(of: result.node)).map { tree.words(of: $0.heading) }
            .filter { !TitleLikeness.isSame($0, metadata.title ?? "") }
        if rule == nil, !others.isEmpty {
            reading.diagnostics.append(PageProblem.otherArticles(others, at: place))
        }
        return reading
    }

    /// Reads each post of a page as its own article.
    private func read(
        _ posts: [PagePosts.Post], _ tree: HTMLTree, _ metadata: PageMetadata,
        _ form: SavedPage.Form, _ pictures: LocalPictures, _ decoded: PageDecoding.Decoded
    ) -> Intake.Reading {
        var reading = Intake.Reading(articles: [], diagnostics: [])
        for post in posts {
            var page = SavedPage(tree)
            var form = form
            form.node = post.node
            var pictures = pictures
            let own = metadata.ofPost(post, base: form.base)
            guard let result = page.article(metadata: own, form: form, pictures: &pictures) else {
                continue
            }
            let one = self.reading(page, result, own, pictures, decoded)
            reading.articles += one.articles
            reading.diagnostics += one.diagnostics
        }
        return reading
    }

    private func reading(
        _ page: SavedPage, _ result: SavedPage.Result, _ known: PageMetadata,
        _ pictures: LocalPictures, _ decoded: PageDecoding.Decoded
    ) -> Intake.Reading {
        var metadata = known
        metadata.readSurroundings(of: result.node, page: page)
        metadata.removeOutletFromAuthors()
        let composition = CanonicalMarkdown.compose(result.document)
        let text = composition.document.plainText().utf8
        let language = PageLanguage(declared: metadata.language, text: text)
        var article = self.article(
            metadata, language, page, result, composition.markdown, text, decoded)
        article.dateGuess = metadata.dateGuess
        article.assets = pictures.assets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        var problems = self.problems(page, result, text, decoded)
        problems += language.diagnostics(at: place)
        if let cut = PageProblem.cutShort(page.tree, text: text, at: place) { problems.append(cut) }
        if pictures.leftBehind > 0 {
            problems.append(PageProblem.picturesLeftBehind(pictures.leftBehind, at: place))
        }
        return Intake.Reading(articles: [article], diagnostics: problems)
    }

    private var titleOfLastResort: String {
        // Of many pages in one file each has its own address.
        document.title ?? document.address.flatMap { PageAddress.name(of: $0.url) } ?? source.stem
    }

    private func article(
        _ metadata: PageMetadata, _ language: PageLanguage, _ page: SavedPage,
        _ result: SavedPage.Result, _ markdown: [UInt8], _ text: [UInt8],
        _ decoded: PageDecoding.Decoded
    ) -> IncomingArticle {
        var evidence = metadata.evidence
        evidence.append(IncomingArticle.Evidence(field: "encoding", from: decoded.encoding.name))
        if let best = page.candidates.first {
            evidence.append(IncomingArticle.Evidence(field: "body", from: best.way))
        }
        for kept in page.keptProposals.prefix(3) {
            evidence.append(
                IncomingArticle.Evidence(
                    field: "body",
                    from:
                        "an element named like `\(kept.rule)` was kept: it has \(kept.share) % of the running text"
                ))
        }
        evidence.append(
            IncomingArticle.Evidence(field: "language", from: language.evidence))
        let dropped = page.dropped(article: result.node)
        // The lines under a title are front matter, not text.
        let summary = dropped.first { $0.rule == "summary" }?.words
        var matter: [(key: String, value: Value)] = []
        if let summary { matter.append(("summary", .string(summary))) }
        if let time = CaptureTime.of(page.tree) { matter.append(("captured", .string(time))) }
        if let license = metadata.license { matter.append(("license", .string(license))) }
        return IncomingArticle(
            title: metadata.title ?? titleOfLastResort, authors: metadata.authors,
            translators: metadata.translators, outlet: metadata.outlet,
            date: metadata.date, language: language.code,
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
                result.footnotes.marks.contains($0) || result.footnotes.references[$0] != nil
                    || result.footnotes.numbers[$0] != nil
                    || PageMath.formula(at: $0, in: page.tree) != nil
                    || PageMath.isRendering($0, in: page.tree)
                    || CodeBlock.isBesideCode($0, in: page.tree)
                    || result.footnotes.announces($0, page.tree)
            },
            text: text, most: 5)
        for words in lost {
            problems.append(
                Diagnostic(
                    .warning, "lost-text", at: place,
                    "words of the page are missing from the article: \(Scalars.string(words.unicodeScalars.prefix(80)))",
                    help:
                        "compare the article with the page; this is a bug in variorum; please report it and attach the file"
                ))
        }
        if let few = PageProblem.fewWords(page, at: place) { problems.append(few) }
        if decoded.nulls > 0 {
            problems.append(
                Diagnostic(
                    .note, "control-character", at: place,
                    "\(decoded.nulls) NUL\(decoded.nulls == 1 ? " was" : "s were") left out"))
        }
        if decoded.damaged > 0 {
            problems.append(
                Diagnostic(
                    .warning, "damaged-text", at: place,
                    "\(decoded.damaged) byte\(decoded.damaged == 1 ? " is" : "s are") not valid \(decoded.encoding.name) and became U+FFFD",
                    help: "save the page again if the article shows \u{FFFD}"))
        }
        return problems
    }
}
