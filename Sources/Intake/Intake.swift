import Archive
import Text

/// Captured sources → articles.
///
/// Start here.
///
/// 0. A file that contains others is opened (`SourceContainer`): gzip, MHTML, WARC.
/// 1. The bytes are looked at (`SourceKind`), their encoding is found (`EncodingDetector`), and
///    they become lines (`SourceText`).
/// 2. Front matter is taken off; a source that runs several articles together is divided
///    (`Compilation`).
/// 3. In each part, the lines above the text (`HeaderReader`) and below it (`FooterReader`) that
///    are not part of it are read and removed.
/// 4. What is left becomes canonical Markdown (`ArticleBody`), and the gate (`LossCheck`) compares
///    it with the source.
///
/// Nothing here touches the disk; `Adder` writes what comes out.
public enum Intake {
    public struct Options: Sendable {
        /// Never split the source into several articles.
        public var isOneArticle = false

        /// Rules for sites; they take precedence over the built-in ones.
        public var rules: [SiteRule] = []

        /// Reads a picture beside the page, by its relative path; `nil` if pictures are not copied.
        public var neighbor: (@Sendable (_ path: String) -> [UInt8]?)?

        public init(
            isOneArticle: Bool = false, rules: [SiteRule] = [],
            neighbor: (@Sendable (_ path: String) -> [UInt8]?)? = nil
        ) {
            self.isOneArticle = isOneArticle
            self.rules = rules
            self.neighbor = neighbor
        }
    }

    public struct Reading: Sendable {
        /// In the order of the source.
        ///
        /// Empty when the source could not be read.
        public var articles: [IncomingArticle]
        /// Errors mean that nothing should be written.
        public var diagnostics: [Diagnostic]
    }

    /// The articles of a source.
    ///
    /// Pure: the same bytes and name give the same articles.
    public static func read(_ source: Source, options: Options = Options()) -> Reading {
        let container = SourceContainer(source)
        var reading = Reading(articles: [], diagnostics: container.diagnostics)
        for document in container.documents {
            var part = read(document, options: options)
            if container.isCollection, let address = document.address {
                part.diagnostics = part.diagnostics.map { $0.ofPage(address.url) }
            }
            reading.articles += part.articles
            reading.diagnostics += part.diagnostics
        }
        if container.isCollection, reading.articles.isEmpty, !container.documents.isEmpty {
            reading.diagnostics.append(
                Diagnostic(
                    .error, "no-article", at: Diagnostic.Place(file: source.name),
                    "none of its \(container.documents.count) pages contains an article",
                    help: "see the messages about each page above"))
        }
        return reading
    }

    /// The articles of one document.
    static func read(_ document: CapturedDocument, options: Options = Options()) -> Reading {
        let source = document.source
        let place = Diagnostic.Place(file: source.name)
        if let kind = SourceKind.ofBytes(source.bytes),
            let refusal = Refusals.diagnostic(for: kind, at: place)
        {
            return Reading(articles: [], diagnostics: [refusal])
        }
        if document.isPage || SourceKind.isSavedPage(source) {
            var reading = PageReader(document: document, options: options).read()
            for index in reading.articles.indices {
                document.facts?.apply(to: &reading.articles[index])
            }
            return reading
        }
        let text: SourceText
        switch Refusals.decode(source.bytes, at: place) {
        case .success(let decoded): text = decoded
        case .failure(let refusal): return Reading(articles: [], diagnostics: [refusal.diagnostic])
        }
        if let table = TableExport.read(text, source: source) { return table }
        let kind = SourceKind.ofLines(text.lines, fileExtension: source.fileExtension)
        if let refusal = Refusals.diagnostic(for: kind, at: place) {
            return Reading(articles: [], diagnostics: [refusal])
        }
        // Recognised by its text only, for example in UTF-16.
        if kind == .savedPage {
            return PageReader(document: document, options: options).read()
        }
        return read(text, kind: kind, source: source, options: options)
    }

    private static func read(_ text: SourceText, kind: SourceKind, source: Source, options: Options)
        -> Reading
    {
        let matter = SourceFrontMatter(text.lines, isMarkdown: kind == .markdown, file: source.name)
        var diagnostics = matter.diagnostics
        let numbered = text.lines.indices[matter.bodyStart...].map {
            NumberedLine($0 + 1, text.lines[$0])
        }
        let links = kind == .markdown ? ReferenceLinks(numbered) : nil
        let whole = links?.lines ?? numbered
        let body = whole.map(\.text)
        let parts =
            options.isOneArticle || matter.title != nil
            ? [0..<body.count] : Compilation.split(body, fenced: CodeFences.mask(body))
        var articles: [IncomingArticle] = []
        var shared: [String] = []
        for part in parts {
            let reader = PartReader(
                kind: kind, isPart: parts.count > 1, matter: matter, source: source,
                encoding: text.encoding, links: links,
                sharedTags: shared)
            let (article, problems) = reader.read(Array(whole[part]))
            // Tags above the first title are tags of the whole page.
            if parts.count > 1, articles.isEmpty { shared = article.tags }
            articles.append(article)
            diagnostics += problems
        }
        if text.controls > 0 {
            diagnostics.append(
                Diagnostic(
                    .note, "control-character", at: Diagnostic.Place(file: source.name),
                    "\(text.controls) control character\(text.controls == 1 ? " was" : "s were") left out"
                ))
        }
        return Reading(articles: articles, diagnostics: diagnostics)
    }
}

extension Diagnostic {
    /// The same problem of one page of many, as a warning: it does not keep the others out.
    fileprivate func ofPage(_ address: String) -> Diagnostic {
        var copy = self
        if copy.severity == .error { copy.severity = .warning }
        copy.notes.insert("the page \(address)", at: 0)
        return copy
    }
}

extension Intake {
    /// Converts files among the articles that are in another format, when an archive is loaded.
    public static func convert(
        _ raw: RawArticle
    ) -> (articles: [ConvertedArticle], diagnostics: [Diagnostic]) {
        let reading = read(Source(name: raw.file, bytes: raw.bytes))
        guard !reading.diagnostics.contains(where: { $0.severity == .error }) else {
            return ([], reading.diagnostics)
        }
        var taken: Set<String> = []
        let articles = reading.articles.map { article in
            // One article keeps the file's name; of several each is named by its title.
            guard reading.articles.count > 1 else {
                return ConvertedArticle(markdown: ArticleFile.bytes(of: article))
            }
            let slug = FileName.free(FileName.slug(article.title)) { taken.contains($0) }
            taken.insert(slug)
            return ConvertedArticle(slug: slug, markdown: ArticleFile.bytes(of: article))
        }
        return (articles, reading.diagnostics)
    }
}
