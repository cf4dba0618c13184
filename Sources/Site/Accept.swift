import Archive
import Discovery
import Files
import Intake
import Text

/// Writes the decisions of the review file into entity files.
public struct Accept: Sendable {
    let options: BuildOptions

    public init(_ options: BuildOptions) {
        self.options = options
    }

    public struct Result: Sendable {
        /// Paths of entity files, relative to the archive folder.
        public var created: [String] = []
        public var changed: [String] = []
        public var aliasesAdded = 0
        public var rejected = 0
        /// Rows that are still open.
        public var open = 0
        public var diagnostics: [Diagnostic] = []
    }

    /// - Parameters:
    ///   - sure: also accept open rows from this score on.
    ///   - isDryRun: write nothing.
    /// - Throws: `ContentFolderError` when there is no archive; `FileError`.
    public func run(sure: Double?, isDryRun: Bool) throws -> Result {
        let content = try ContentFolder.read(root: options.archive, jobs: options.jobs)
        let archive = Archive.load(content, jobs: options.jobs, converting: Intake.convert)
        var result = Result()
        let (rejected, problems) = try Suggest.rejected(below: options.archive)
        guard let review = try Suggest.review(below: options.archive) else {
            result.diagnostics = [
                Diagnostic(
                    .error, "no-review", at: .init(file: ReviewText.path),
                    "there is nothing to accept: this file does not exist",
                    help: "run `variorum suggest` first")
            ]
            return result
        }
        let acceptance = try Acceptance(
            review.rows, archive, rejected: rejected, sure: sure,
            today: options.today.map(\.text) ?? ""
        ) {
            String(decoding: try Disk.read(options.archive + "/" + $0), as: UTF8.self)
        }
        result.diagnostics = problems + review.diagnostics + acceptance.diagnostics
        guard !result.diagnostics.contains(where: { $0.severity == .error }) else { return result }
        result.created = acceptance.created.map(\.path)
        result.changed = acceptance.changed.map(\.path)
        result.aliasesAdded = acceptance.aliasesAdded
        result.rejected = acceptance.newlyRejected
        result.open = acceptance.open.count
        if !isDryRun { try write(acceptance) }
        return result
    }

    /// Entity files first: if this is interrupted, the review file still has its rows, and
    /// accepting
    /// them again changes nothing.
    private func write(_ acceptance: Acceptance) throws {
        let root = options.archive
        try NewFiles.write(
            acceptance.created.map { ($0.path, Array($0.text.utf8)) }, below: root)
        for (path, text) in acceptance.changed {
            try Disk.replace(root + "/" + path, with: Array(text.utf8))
        }
        if acceptance.newlyRejected > 0 {
            try Disk.replace(
                root + "/" + RejectedNames.path, with: Array(acceptance.rejected.yaml.utf8))
        }
        let path = root + "/" + ReviewText.path
        let text = String(decoding: try Disk.read(path), as: UTF8.self)
        let rest = ReviewText.keeping(acceptance.open.map(\.line), of: text)
        if rest != text { try Disk.replace(path, with: Array(rest.utf8)) }
    }
}
