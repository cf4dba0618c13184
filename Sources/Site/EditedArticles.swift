import Annotation
import Archive
import Markup
import Text

/// Renders the pages of edited articles without a build: a preview shows them until the next build
/// is complete.
///
/// Renders only the article's own files, and only when the edit is limited to the body: front
/// matter also appears on other pages.
public struct EditedArticles: Sendable {
    private let renderer: PageRenderer
    private let matcher: MentionMatcher
    private let links: LinkCheck
    /// By the file's path in the archive: index in `Archive.articles`.
    private let articles: [String: Int]

    init(_ renderer: PageRenderer, _ matcher: MentionMatcher) {
        // Without the texts of all articles, which would stay in memory while the preview runs.
        self.renderer = PageRenderer(renderer, ArchiveGraph(renderer.graph))
        self.matcher = matcher
        links = LinkCheck(renderer.archive, advises: false)
        articles = Dictionary(
            renderer.archive.articles.enumerated().map { ($1.file, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// - Parameters:
    ///   - paths: the files that changed, relative to the archive folder.
    ///   - read: returns the bytes of a file; `nil` when the file does not exist.
    /// - Returns: the rendered files of these articles; `nil` when the edits may change other
    ///   files.
    public func files(of paths: [String], _ read: (String) -> [UInt8]?) -> [OutputFile]? {
        var files: [OutputFile] = []
        for path in paths {
            // A temporary file of an editor, which has been renamed.
            if articles[path] == nil, read(path) == nil { continue }
            guard let index = articles[path], let bytes = read(path),
                bytes.count <= ContentFolder.largestFile,
                let graph = graph(index, path, bytes)
            else { return nil }
            let page = ArticlePage(renderer: PageRenderer(renderer, graph), index: index)
            files += page.files
        }
        return files
    }

    /// Whether the article has no diagnostics that a build reports.
    private func isSound(_ graph: ArchiveGraph, _ index: Int) -> Bool {
        graph.readings[index].hasNoDiagnostics && graph.ledger.articles[index].hasNoDiagnostics
            && links.findings(inArticle: index).isEmpty
    }

    private func graph(_ index: Int, _ path: String, _ bytes: [UInt8]) -> ArchiveGraph? {
        var folder = ContentFolder([])
        folder.files = [ContentFolder.File(path: path, role: .article, bytes: bytes)]
        let loaded = Archive.load(folder, jobs: 1)
        guard let head = loaded.heads.first, let body = loaded.articles.first?.body else {
            return nil
        }
        let old = renderer.archive.articles[index]
        var article = head.article
        article.body = body
        if article.language.isEmpty { article.language = renderer.language }
        article.about = article.about.filter { renderer.archive.lookup.entityByID[$0.value] != nil }
        if old.slug == head.longSlug { article.slug = old.slug }
        var before = article
        before.body = old.body
        guard before == old else { return nil }
        let archive = renderer.archive
        let language = article.language
        let document = MarkdownDocument(note: body).naming {
            archive.title(of: $0, language: language)
        }
        .titled(article.title)
        let found = matcher.mentions(in: ArticleText(article: index, document: document))
        let graph = ArchiveGraph(
            renderer.graph,
            ArchiveGraph.Edit(index: index, article: article, document: document, found: found))
        return isSound(graph, index) ? graph : nil
    }
}
