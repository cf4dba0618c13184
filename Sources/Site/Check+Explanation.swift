import Annotation
import Archive
import Intake
import Text

extension Check {
    /// Why a place of an article is a mention or is none.
    ///
    /// - Returns: `nil` when the archive has no such article.
    /// - Throws: `ContentFolderError` when there is no archive.
    public func explanation(at place: TextPlace) throws -> MentionExplanation? {
        let content = try ContentFolder.read(root: options.archive, jobs: options.jobs)
        let archive = Archive.load(content, jobs: options.jobs, converting: Intake.convert)
        let articles = archive.articles
        guard
            let index = articles.firstIndex(where: { $0.file == place.file })
                ?? articles.firstIndex(where: { place.file.hasSuffix("/" + $0.file) })
        else { return nil }
        return MentionExplainer(archive, MentionMatcher(archive))
            .explanation(line: place.line, column: place.column, inArticle: index)
    }
}
