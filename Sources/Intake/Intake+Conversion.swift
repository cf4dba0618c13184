import Archive
import Text

extension Intake {
    /// Articles for the archive's loading out of files that lie among the articles in another form.
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
