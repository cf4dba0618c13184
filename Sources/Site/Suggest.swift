import Annotation
import Archive
import Discovery
import Files
import Text

/// Proposes entities for the names in the articles of an archive.
public struct Suggest: Sendable {
    let options: BuildOptions

    public init(_ options: BuildOptions) {
        self.options = options
    }

    public struct Result: Sendable {
        /// The surest first.
        public var proposals: [NameProposal]
        /// Rows of the review file, and how many of them are new; not written with `--json`.
        public var rows = 0
        public var added = 0
        public var articles = 0
        public var diagnostics: [Diagnostic] = []
    }

    /// - Parameters:
    ///   - slugs: articles to look at; empty for all.
    ///   - writes: whether to write the review file.
    /// - Throws: `ContentFolderError` when there is no archive; `FileError` when the review file
    ///   cannot be read or written.
    public func run(slugs: [String] = [], writes: Bool) async throws -> Result {
        var watch = Stopwatch()
        let content = try ContentFolder.read(root: options.archive, jobs: options.jobs)
        let annotated = try await AnnotatedArchive(
            content, options: options, advises: false, watch: &watch)
        let archive = annotated.archive
        var result = Result(proposals: [])
        let (rejected, problems) = try Self.rejected(below: options.archive)
        result.diagnostics = problems
        let review = try Self.review(below: options.archive)
        result.diagnostics += review?.diagnostics ?? []
        for slug in slugs where !archive.articles.contains(where: { $0.slug == slug }) {
            result.diagnostics.append(Self.unknown(slug, archive))
        }
        guard !result.diagnostics.contains(where: { $0.severity == .error }) else { return result }

        options.progress("finding names")
        let texts = Array(annotated.texts)
        let discovery = try NameDiscovery(
            known: try KnownNames(BuiltInNames.knownNames), model: try BuiltInNames.model(),
            compounds: BuiltInNames.compounds)
        let kinds = Set(archive.kinds.compactMap { NameKind(id: $0.id) })
        let found = try await discovery.proposals(texts, kinds: kinds, jobs: options.jobs)
        result.articles = texts.count
        result.proposals = OpenProposals.of(found, archive, rejected: rejected)
        if !slugs.isEmpty {
            let chosen = Set(
                archive.articles.indices.filter { slugs.contains(archive.articles[$0].slug) })
            let listed = Set((review?.rows ?? []).flatMap(\.foldedForms))
            result.articles = chosen.count
            result.proposals = OpenProposals.filtered(result.proposals) { proposal in
                proposal.forms.contains {
                    !$0.articles.isDisjoint(with: chosen) || writes && listed.contains($0.folded)
                }
            }
        }
        if writes {
            let merge = ReviewMerge(result.proposals, old: review?.rows ?? [], archive)
            let text = ReviewText(archive, texts).text(merge.rows, ids: merge.ids)
            try Disk.makeFolder(options.archive + "/content/review")
            try Disk.replace(
                options.archive + "/" + ReviewText.path, with: Array(text.utf8))
            result.rows = merge.rows.count
            result.added = merge.added
        }
        return result
    }

    private static func unknown(_ slug: String, _ archive: Archive) -> Diagnostic {
        let near = Spelling.nearest(to: slug, among: archive.articles.map(\.slug))
        return Diagnostic(
            .error, "unknown-article", at: .init(file: "content/articles"),
            "no article has the slug `\(slug)`",
            help: near.map { "did you mean `\($0)`?" }
                ?? "the slug is the file name below content/articles/")
    }

    static func rejected(below root: String) throws -> (RejectedNames, [Diagnostic]) {
        guard let bytes = try Disk.readIfPresent(root + "/" + RejectedNames.path) else {
            return (RejectedNames(), [])
        }
        let (names, diagnostics) = RejectedNames.read(bytes)
        return (names, diagnostics)
    }

    static func review(below root: String) throws -> ReviewReader? {
        try Disk.readIfPresent(root + "/" + ReviewText.path).map {
            ReviewReader(String(decoding: $0, as: UTF8.self))
        }
    }
}
