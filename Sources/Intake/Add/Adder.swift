import Archive
import Files
import Foundation
import Text

/// Brings captured sources into an archive: the bytes into `content/originals/`, the articles in
/// them into `content/articles/`.
///
/// Nothing that is there is overwritten. A file appears under its name only when it is complete and
/// on the disk; when one file of a source cannot be written, those before it are taken back. A
/// source
/// that is in the archive already is read again: articles of it that are missing are added.
public struct Adder {
    /// What became of one source.
    public struct Outcome: Sendable {
        public struct Added: Sendable {
            /// Relative to the archive, `content/articles/<slug>.md`; where it would go on a dry
            /// run.
            public var file: String
            public var article: IncomingArticle
        }

        public var source: String
        public var added: [Added]
        /// Relative to the archive; `nil` when nothing was kept.
        public var original: String?
        public var diagnostics: [Diagnostic]

        /// Nothing in it is an error.
        public var isGood: Bool { !diagnostics.contains { $0.severity == .error } }
    }

    private let root: String
    private let isDryRun: Bool
    private let options: Intake.Options
    /// What is wrong with the rules in `content/rules/`; reported once, with the first source.
    private var ruleDiagnostics: [Diagnostic]
    private var originals: OriginalsFolder
    private var takenSlugs: Set<String>
    private var known: KnownArticles
    private let copiesPictures: Bool

    /// Looks at what the archive folder `root` holds; it need not exist yet.
    ///
    /// `copiesPictures`: those that were captured with a page become files of `content/assets/`.
    public init(
        root: String, isDryRun: Bool = false, copiesPictures: Bool = false,
        options: Intake.Options = Intake.Options()
    ) throws {
        self.root = root
        self.isDryRun = isDryRun
        self.copiesPictures = copiesPictures
        known = try KnownArticles(root: root)
        var options = options
        let rules = try SiteRuleFolder.read(root: root)
        options.rules += rules.rules
        ruleDiagnostics = rules.diagnostics
        self.options = options
        originals = try OriginalsFolder(root: root)
        takenSlugs = Set(
            try FolderEntries.files(below: root + "/content/articles").map {
                Source(name: $0, bytes: []).stem.lowercased()
            })
    }

    /// Adds one source.
    ///
    /// What is wrong with it is a diagnostic; only the disk throws, and then nothing was added.
    public mutating func add(_ source: Source) throws -> Outcome {
        var outcome = Outcome(
            source: source.name, added: [], original: nil, diagnostics: ruleDiagnostics)
        ruleDiagnostics = []
        let kept = try originals.twin(of: source.bytes)
        var reading = try read(source)
        if let kept, known.names(kept) {
            let files = try known.files(of: reading.articles, original: kept)
            let missing = zip(reading.articles, files).filter { $0.1 == nil }.map(\.0)
            guard !missing.isEmpty else {
                outcome.diagnostics.append(Self.alreadyAdded(source, kept))
                return outcome
            }
            reading.articles = missing
        }
        outcome.diagnostics += reading.diagnostics
        guard outcome.isGood, !reading.articles.isEmpty else { return outcome }
        let original = kept ?? originals.name(for: source)
        let digest = ContentHash(of: source.bytes).hex
        for article in reading.articles {
            if let twin = try known.twin(of: article) {
                outcome.diagnostics.append(Self.sameArticle(article, in: source, twin))
                if twin.isSame { continue }
            }
            let slug = slug(of: article)
            takenSlugs.insert(slug.lowercased())
            let file = "content/articles/\(slug).md"
            known.remember(article, as: file, original: original)
            outcome.added.append(Outcome.Added(file: file, article: article))
        }
        guard !outcome.added.isEmpty else { return outcome }
        outcome.original = "content/" + original
        if !isDryRun {
            do {
                let files = files(of: outcome, source, original, digest, isNew: kept == nil)
                try NewFiles.write(files, below: root)
            } catch {
                forget(outcome)
                throw error
            }
        }
        if kept == nil { originals.remember(source.bytes, as: original, onDisk: !isDryRun) }
        return outcome
    }

    private mutating func forget(_ outcome: Outcome) {
        known.forgetLast(outcome.added.count)
        for added in outcome.added {
            takenSlugs.remove(Source(name: added.file, bytes: []).stem.lowercased())
        }
    }

    /// The original first: one that no article names yet is completed when it is added again.
    private func files(
        of outcome: Outcome, _ source: Source, _ original: String, _ digest: String, isNew: Bool
    ) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        if isNew { files.append(("content/" + original, source.bytes)) }
        var pictures: Set<String> = []
        for picture in outcome.added.flatMap(\.article.assets) {
            let path = "content/" + picture.path
            guard pictures.insert(path).inserted, !Disk.exists(root + "/" + path) else {
                continue
            }
            files.append((path, picture.bytes))
        }
        for added in outcome.added {
            let slug = String(added.file.dropFirst("content/articles/".count).dropLast(3))
            let bytes = ArticleFile.bytes(
                of: added.article, slug: slug, original: original, sha256: digest)
            files.append((added.file, bytes))
        }
        return files
    }

    private func read(_ source: Source) throws -> Intake.Reading {
        var options = options
        if copiesPictures {
            let folder = PictureFolder(besides: source.name)
            options.neighbor = { folder?.picture($0) }
        }
        if PDFConverter.isPDF(source) { return try PDFConverter.read(source) }
        guard let format = DocumentConverter.format(of: source) else {
            return Intake.read(source, options: options)
        }
        switch try DocumentConverter.page(from: source, format: format) {
        case .success(let document): return Intake.read(document, options: options)
        case .failure(let refusal):
            return Intake.Reading(articles: [], diagnostics: [refusal.diagnostic])
        }
    }

    /// The slug that the source's front matter names, else one from the title.
    private func slug(of article: IncomingArticle) -> String {
        var name = FileName.slug(article.title)
        if case .string(let written)? = article.frontMatter.first(where: { $0.key == "slug" })?
            .value,
            Slug.problem(written) == nil, !written.hasPrefix("."), !written.hasPrefix("_"),
            written.utf8.count <= 200
        {
            name = written
        }
        return FileName.free(name) { takenSlugs.contains($0.lowercased()) }
    }

    private static func sameArticle(
        _ article: IncomingArticle, in source: Source, _ twin: KnownArticles.Twin
    ) -> Diagnostic {
        let place = Diagnostic.Place(file: source.name)
        return twin.isSame
            ? Diagnostic(
                .warning, "same-article", at: place,
                "the article `\(article.title)` is already in the archive as `\(twin.file)`",
                help: "nothing was added; to add it again, remove that file first")
            : Diagnostic(
                .warning, "same-address", at: place,
                "`\(twin.file)` was published at the same address, \(article.url ?? ""), with a different text",
                help: "compare the two, and keep the one you want")
    }

    private static func alreadyAdded(_ source: Source, _ twin: String) -> Diagnostic {
        Diagnostic(
            .warning, "already-added", at: Diagnostic.Place(file: source.name),
            "the same file is already in the archive as `content/\(twin)`",
            help: "nothing was added; an article of it that you remove can be added again")
    }
}
