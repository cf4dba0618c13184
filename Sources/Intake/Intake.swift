import Archive
import Text

/// Captured sources → articles.
///
/// Start here.
///
/// 1. The bytes are looked at (`SourceKind`), their encoding is found (`EncodingDetector`), and
///    they
///    become lines (`SourceText`).
/// 2. Front matter is taken off; a source that runs several articles together is divided
///    (`Compilation`).
/// 3. In each part what is no text of the article is read and taken away: above it (`HeaderReader`)
///    and below it (`FooterReader`).
/// 4. What is left becomes canonical Markdown (`ArticleBody`), and the gate (`LossCheck`) compares
///    it
///    with the source.
///
/// Nothing here touches the disk; `Adder` writes what comes out.
public enum Intake {
    public struct Options: Sendable {
        /// Never divide the source, whatever it looks like.
        public var isOneArticle = false

        /// Rules for sites, asked before the built-in ones.
        public var rules: [SiteRule] = []

        public init(isOneArticle: Bool = false, rules: [SiteRule] = []) {
            self.isOneArticle = isOneArticle
            self.rules = rules
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
        let place = Diagnostic.Place(file: source.name)
        if let kind = SourceKind.ofBytes(source.bytes),
            let refusal = Refusals.diagnostic(for: kind, at: place)
        {
            return Reading(articles: [], diagnostics: [refusal])
        }
        if SourceKind.isSavedPage(source) {
            return PageReader(source: source, options: options).read()
        }
        let text: SourceText
        switch Refusals.decode(source.bytes, at: place) {
        case .success(let decoded): text = decoded
        case .failure(let refusal): return Reading(articles: [], diagnostics: [refusal.diagnostic])
        }
        let kind = SourceKind.ofLines(text.lines, fileExtension: source.fileExtension)
        if let refusal = Refusals.diagnostic(for: kind, at: place) {
            return Reading(articles: [], diagnostics: [refusal])
        }
        return read(text, kind: kind, source: source, options: options)
    }

    private static func read(_ text: SourceText, kind: SourceKind, source: Source, options: Options)
        -> Reading
    {
        let matter = SourceFrontMatter(text.lines, isMarkdown: kind == .markdown, file: source.name)
        var diagnostics = matter.diagnostics
        let body = Array(text.lines[matter.bodyStart...])
        let whole = body.indices.map { NumberedLine(matter.bodyStart + $0 + 1, body[$0]) }
        let parts =
            options.isOneArticle || matter.title != nil
            ? [0..<body.count] : Compilation.split(body, fenced: CodeFences.mask(body))
        var articles: [IncomingArticle] = []
        var shared: [String] = []
        for part in parts {
            let reader = PartReader(
                kind: kind, isPart: parts.count > 1, matter: matter, source: source,
                encoding: text.encoding,
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
