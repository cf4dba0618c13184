import Archive
import Foundation
import Text

/// Brings captured sources into an archive: the bytes into `content/originals/`, the articles in
/// them
/// into `content/articles/`.
///
/// Nothing that is there is overwritten. A file appears under its name only when it is complete;
/// when
/// one file of a source cannot be written, those before it are taken back.
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
    /// What is wrong with the rules in `content/rules/`; told once, with the first source.
    private var ruleDiagnostics: [Diagnostic]
    private var originals: OriginalsFolder
    private var takenSlugs: Set<String>

    /// Looks at what the archive folder `root` holds; it need not exist yet.
    public init(root: String, isDryRun: Bool = false, options: Intake.Options = Intake.Options())
        throws
    {
        self.root = root
        self.isDryRun = isDryRun
        var options = options
        let rules = try SiteRuleFolder.read(root: root)
        options.rules += rules.rules
        ruleDiagnostics = rules.diagnostics
        self.options = options
        originals = try OriginalsFolder(root: root)
        takenSlugs = try DiskFolder.stems(in: root + "/content/articles")
    }

    /// Adds one source.
    ///
    /// What is wrong with it is a diagnostic; only the disk throws.
    public mutating func add(_ source: Source) throws -> Outcome {
        var outcome = Outcome(
            source: source.name, added: [], original: nil, diagnostics: ruleDiagnostics)
        ruleDiagnostics = []
        if let twin = try originals.twin(of: source.bytes) {
            outcome.diagnostics.append(Self.alreadyAdded(source, twin))
            return outcome
        }
        let reading = Intake.read(source, options: options)
        outcome.diagnostics += reading.diagnostics
        guard outcome.isGood, !reading.articles.isEmpty else { return outcome }
        let original = originals.name(for: source)
        let digest = SHA256Hex.of(source.bytes)
        for article in reading.articles {
            let slug = slug(of: article)
            takenSlugs.insert(slug.lowercased())
            outcome.added.append(
                Outcome.Added(file: "content/articles/\(slug).md", article: article))
        }
        outcome.original = "content/" + original
        originals.remember(source.bytes, as: original, onDisk: !isDryRun)
        guard !isDryRun else { return outcome }
        var files: [(path: String, bytes: [UInt8])] = [("content/" + original, source.bytes)]
        for added in outcome.added {
            let slug = String(added.file.dropFirst("content/articles/".count).dropLast(3))
            files.append(
                (
                    added.file,
                    ArticleFile.bytes(
                        of: added.article, slug: slug, original: original, sha256: digest)
                ))
        }
        try DiskFolder.write(files, below: root)
        return outcome
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

    private static func alreadyAdded(_ source: Source, _ twin: String) -> Diagnostic {
        Diagnostic(
            .warning, "already-added", at: Diagnostic.Place(file: source.name),
            "the same bytes are in the archive as `content/\(twin)`",
            help: "nothing was added; to add it again, remove that file and its articles first")
    }
}
