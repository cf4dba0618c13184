import Archive
import Files
import Publishing
import Text

/// Compares an archive with its own records: the hashes of originals, the text of quotes, and the
/// manifest of the built site.
///
/// Changes nothing.
public struct Verification: Sendable {
    /// What was compared, and the differences.
    public struct Report: Sendable {
        /// Originals whose article has a `sha256`.
        public var originals = 0
        /// Statements, misprints and remarks.
        public var quotes = 0
        /// Files in the manifest of the site.
        public var files = 0
        /// In file order.
        public var diagnostics: [Diagnostic] = []

        public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    }

    let options: BuildOptions

    /// `options.output` is the built site.
    public init(_ options: BuildOptions) {
        self.options = options
    }

    /// - Throws: `ContentFolderError` when there is no archive, `FileError` when the site cannot be
    ///   read.
    public func run() async throws -> Report {
        var watch = Stopwatch()
        let content = try ContentFolder.read(root: options.archive, jobs: options.jobs)
        let annotated = try await AnnotatedArchive(content, options: options, watch: &watch)
        let archive = annotated.archive
        var report = Report()
        report.originals = archive.articles.count { $0.original != nil && $0.sha256 != nil }
        report.quotes = annotated.ledger.articles.reduce(0) {
            $0 + $1.statements.count + $1.sic.count + $1.notes.count
        }
        options.progress("reading originals")
        report.diagnostics =
            annotated.diagnostics.filter { $0.severity == .error }
            + OriginalFile.check(archive, root: options.archive, jobs: options.jobs)
            + OriginalFile.unused(in: content)
            + unproven(archive)
        options.progress("reading the site")
        try await verifySite(&report)
        report.diagnostics.sort()
        return report
    }

    /// Warnings for originals without a `sha256`.
    private func unproven(_ archive: Archive) -> [Diagnostic] {
        archive.articles.filter { $0.original != nil && $0.sha256 == nil }.map { article in
            Diagnostic(
                .warning, "unproven-original", at: Diagnostic.Place(file: article.file),
                "the front matter names an original and not its `sha256`",
                help:
                    "add the hash that `sha256sum \(OriginalFile.path(article.original ?? ""))` prints"
            )
        }
    }

    // MARK: The site

    private func verifySite(_ report: inout Report) async throws {
        guard Disk.exists("\(options.output)/\(Manifest.path)") else {
            report.diagnostics.append(
                Diagnostic(
                    .error, "no-manifest", at: Diagnostic.Place(file: options.output),
                    Disk.exists(options.output)
                        ? "there is no `\(Manifest.path)` that says which files belong to the site"
                        : "there is no site here",
                    help: "build it: variorum build"))
            return
        }
        let records = try Manifest.read(from: options.output) ?? []
        guard !records.isEmpty else {
            report.diagnostics.append(
                problem(
                    "bad-manifest", Manifest.path, "the manifest is invalid or incomplete",
                    help: "build the site again: variorum build --clean"))
            return
        }
        report.files = records.count
        report.diagnostics += try await records.concurrentMap(jobs: options.jobs) {
            try verify($0)
        }.compactMap { $0 }
        let known = Set(records.map(\.path) + [Manifest.path])
        let strangers = try FolderEntries.files(below: options.output).filter {
            !known.contains($0) && !$0.hasPrefix(".variorum-")
        }
        report.diagnostics += strangers.map {
            var note = problem(
                "foreign-file", $0,
                "the manifest does not name this file: the program did not write it",
                help:
                    "move it to content/assets/ if it belongs to the archive; a build keeps it as it is"
            )
            note.severity = .note
            return note
        }
    }

    private func verify(_ record: SiteFile) throws -> Diagnostic? {
        guard let bytes = try Disk.readIfPresent("\(options.output)/\(record.path)") else {
            return problem(
                "missing-file", record.path, "the manifest names this file, and it is gone")
        }
        guard bytes.count == record.size else {
            return problem(
                "changed-file", record.path,
                "this file has \(bytes.count) bytes, and \(record.size) were written")
        }
        guard ContentHash(of: bytes) != record.sha256 else { return nil }
        return problem("changed-file", record.path, "the file has changed since it was built")
    }

    private func problem(
        _ id: String, _ path: String, _ message: String,
        help: String = "build the site again: variorum build --clean"
    ) -> Diagnostic {
        Diagnostic(
            .error, id, at: Diagnostic.Place(file: "\(options.output)/\(path)"), message, help: help
        )
    }
}
