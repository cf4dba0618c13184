import Archive
import Files
import Publishing
import Text

/// All pages of the site, kind by kind.
///
/// A new kind of page is a file of this folder and a line
/// here.
struct SitePages {
    let renderer: PageRenderer
    let jobs: Int

    /// Renders the pages whose model changed, on all threads.
    ///
    /// - Parameter put: renders and stores what a task is about, unless its cache key is that of
    ///   the last build; called from several threads.
    func render<Entry: Sendable>(
        _ put: @escaping @Sendable (OutputTask) throws -> Entry
    ) async throws -> [Entry] {
        let renderer = renderer
        let archive = renderer.archive
        async let forms = NameForms(renderer)
        let articles = try await Array(archive.articles.indices).concurrentMap(jobs: jobs) {
            try put(ArticlePage(renderer: renderer, index: $0).task)
        }
        let claims = try await Array(archive.claims.indices).concurrentMap(jobs: jobs) {
            try put(ClaimPage(renderer: renderer, index: $0).task)
        }
        // Small pieces: pages of entities that show an edited article follow one another.
        let entities = try await EntityPage.tasks(renderer, await forms, jobs: jobs)
            .concurrentMap(jobs: jobs, most: 8, put)
        let lists = try await lists.concurrentMap(jobs: jobs, most: 8) {
            try put(renderer.task($0))
        }
        return articles + claims + entities + lists
    }

    /// Pages that are few, or of which one is as quick to make as the next.
    private var lists: [PageModel] {
        ArticleLists(renderer: renderer).models
            + EntityLists(renderer: renderer).models
            + TaxonomyPages(renderer: renderer).models
            + ClaimLists(renderer: renderer).models
            + MetricPages(renderer: renderer).models
            + EditorPages(renderer: renderer).models
            + Redirects(renderer: renderer).models
            + ServicePages(renderer: renderer).models
            + [HomePage(renderer: renderer).model]
    }
}
