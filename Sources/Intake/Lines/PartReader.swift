import Archive
import Text

/// Reads one article out of the lines of a source.
struct PartReader {
    let kind: SourceKind
    /// The source holds several articles; the first line of words is the title.
    let isPart: Bool
    let matter: SourceFrontMatter
    let source: Source
    let encoding: CharacterEncoding
    /// Of the whole source, if it is Markdown.
    let links: ReferenceLinks?
    let sharedTags: [String]

    func read(_ lines: [NumberedLine]) -> (IncomingArticle, [Diagnostic]) {
        var draft = ArticleDraft(lines)
        take(matter, into: &draft)
        let numbers = (lines.first?.number ?? 0)...(lines.last?.number ?? 0)
        for line in links?.unused ?? [] where numbers.contains(line.number) {
            draft.drop(line.text, of: line.number, rule: "unused-link")
        }
        let exported = kind == .markdown ? ExportHeader.read(&draft) : nil
        HeaderReader(kind: kind, knownTitle: matter.title, isCurated: matter.title != nil).read(
            &draft)
        if let exported {
            draft.title = exported
            draft.evidence.removeAll { $0.field == "title" }
            draft.note("title", "metadata of the export")
        }
        let footer = FooterReader(kind: kind)
        if isPart { footer.readClosingOutlet(&draft, inCompilation: true) }
        footer.read(&draft)
        for tag in sharedTags where !draft.tags.contains(tag) {
            draft.tags.append(tag)
            draft.note("tags", "hashtags of the whole source")
        }
        let body = ArticleBody(draft, kind: kind)
        return finish(&draft, body)
    }

    private func take(_ matter: SourceFrontMatter, into draft: inout ArticleDraft) {
        for comment in matter.comments {
            draft.drop(comment, of: 0, rule: "front-matter-comment")
        }
        guard let article = matter.article else { return }
        draft.authors = article.authors
        draft.translators = article.translators
        draft.date = article.date
        draft.url = article.url
        draft.tags = article.tags
        let known: [(String, Bool)] = [
            ("title", matter.title != nil), ("authors", !article.authors.isEmpty),
            ("date", article.date != nil),
            ("url", article.url != nil), ("tags", !article.tags.isEmpty),
        ]
        for (field, isThere) in known where isThere { draft.note(field, "front matter") }
        if let outlet = article.outlet { draft.clue(.frontMatter, outlet, "front matter") }
    }

    private func finish(_ draft: inout ArticleDraft, _ body: ArticleBody) -> (
        IncomingArticle, [Diagnostic]
    ) {
        let title = self.title(&draft, body)
        let outlet = OutletChoice.best(draft.outletClues)
        if let outlet { draft.note("outlet", outlet.from) }
        if let outlet {
            draft.authors.removeAll {
                $0 == outlet.name && matter.article?.authors.contains($0) != true
            }
        }
        if draft.authors.isEmpty { draft.evidence.removeAll { $0.field == "authors" } }
        let language = self.language(&draft, body, title: title)
        draft.note("encoding", encoding.name)
        var article = IncomingArticle(
            title: title, authors: draft.authors, translators: draft.translators,
            outlet: outlet?.name, date: draft.date,
            language: language, url: draft.url, tags: draft.tags, frontMatter: matter.fields,
            markdown: body.markdown,
            text: body.text, dropped: draft.dropped + body.dropped, evidence: draft.evidence)
        var lost = lostLines(of: article, body)
        if !lost.isEmpty {
            let written = ArticleBody.verbatim(draft)
            // Links and code over several lines cannot be compared line by line.
            if Letters.of(written.text) == Letters.of(article.text) {
                lost = []
            } else {
                (article.markdown, article.text) = written
            }
        }
        return (article, problems(article, lost: lost, body))
    }

    /// Lines of the source whose words are neither in the article nor in the list of what was left
    /// out.
    private func lostLines(of article: IncomingArticle, _ body: ArticleBody) -> [Int] {
        LossCheck(article: article, title: article.title).lost(
            body.sourceLines, isMarkdown: kind == .markdown,
            definitions: links?.definitions ?? [])
    }

    private func title(_ draft: inout ArticleDraft, _ body: ArticleBody) -> String {
        if let title = draft.title { return title }
        if source.name != "-", LineShape(source.stem).letters > 0 {
            draft.note("title", "file name")
            return source.stem
        }
        draft.note("title", "first words")
        let words =
            String(decoding: body.text.prefix(4096), as: UTF8.self).split(separator: "\n").first
            ?? ""
        let start = Scalars.string(words.unicodeScalars.prefix(30)).trimmed
        return start.isEmpty ? "-" : start
    }

    private func language(_ draft: inout ArticleDraft, _ body: ArticleBody, title: String) -> String
    {
        let chosen = LanguageDetector.choose(declared: matter.language, text: body.text)
        draft.note("language", matter.language == nil ? chosen.evidence : "front matter")
        // Front matter is the editor's word.
        return matter.language ?? chosen.language ?? LanguageDetector.language(
            of: Array(title.utf8)) ?? "und"
    }

    private func problems(
        _ article: IncomingArticle, lost: [Int], _ body: ArticleBody
    ) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if let number = lost.first {
            let excerpt = body.sourceLines.first { $0.number == number }.map {
                Scalars.string($0.text.unicodeScalars.prefix(200))
            }
            problems.append(
                Diagnostic(
                    .warning, "kept-as-written",
                    at: Diagnostic.Place(
                        file: source.name, line: number, column: 1, excerpt: excerpt),
                    "words of \(lost.count == 1 ? "this line" : "\(lost.count) lines") would be lost in canonical Markdown; the article `\(article.title)` is added as its source has it",
                    help: "compare the article with its source"))
        }
        if article.text.isEmpty {
            problems.append(
                Diagnostic(
                    .warning, "empty-article", at: Diagnostic.Place(file: source.name),
                    "the article `\(article.title)` has no text",
                    help: "check that the page was captured completely"))
        }
        return problems
    }
}

/// The front matter of a source: its fields, and where the body begins.
struct SourceFrontMatter {
    /// What the keys mean; `nil` without front matter.
    private(set) var article: Article?
    private(set) var title: String?
    private(set) var language: String?
    /// In the order of the source.
    private(set) var fields: [(key: String, value: Value)] = []
    /// Comment lines of the front matter.
    private(set) var comments: [String] = []
    /// Index of the body's first line.
    private(set) var bodyStart = 0
    private(set) var diagnostics: [Diagnostic] = []

    init(_ lines: [String], isMarkdown: Bool, file: String) {
        guard isMarkdown else { return }
        // The closing fence must be within the maximum length of a front matter.
        let head = lines.prefix(2002).joined(separator: "\n") + "\n"
        let reader = FrontMatterReader(Array(head.utf8), path: file)
        diagnostics = reader.diagnostics
        guard reader.bodyLine > 1 else { return }
        article = reader.article
        // A title is one line, however it was wrapped.
        let words = reader.article.title.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(
            separator: " ")
        title = words.isEmpty ? nil : words
        language = reader.article.language.isEmpty ? nil : reader.article.language
        fields = reader.fields
        bodyStart = min(reader.bodyLine - 1, lines.count)
        comments =
            reader.isBracketed
            ? [] : lines[..<bodyStart].filter { $0.hasPrefix("#") && LineShape($0).letters > 0 }
    }
}
