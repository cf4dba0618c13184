import Annotation
import Archive
import ArgumentParser
import Publishing
import Site
import Text

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Report every problem in the content, without changing it.",
        discussion: """
            Broken links, orphaned quotes, ambiguous, doubtful and unused names, unknown ids, missing or \
            changed originals. Exits 1 when there is an error. If the last build was interrupted while it replaced files of \
            the site, it is completed first.

            EXAMPLES
              variorum check
              variorum check --json | jq .id
              variorum check --explain content/articles/interview.md:14:7
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var jobs: JobOptions

    @Flag(help: "Include drafts.")
    var drafts = false

    @Option(
        help: ArgumentHelp(
            "Explain why a position in an article (line and column in bytes) is or is not a mention.",
            valueName: "file:line:column"),
        transform: {
            guard let place = TextPlace($0) else {
                throw ValidationError(
                    "--explain takes a place as in content/articles/interview.md:14:7, not \"\($0)\"."
                )
            }
            return place
        })
    var explain: TextPlace?

    func run() async throws {
        let progress = ProgressLine()
        var options = BuildOptions(archive: common.archive, jobs: jobs.count)
        options.today = Today.date
        options.drafts = drafts
        options.progress = progress.show
        let recovered = Recovery.run(options.output)
        if let explain {
            Console.report(recovered)
            try show(explain, Check(options))
            return
        }
        let diagnostics: [Diagnostic]
        do {
            diagnostics = try await Check(options).run()
        } catch let error as ContentFolderError {
            diagnostics = [error.diagnostic]
        }
        progress.clear()
        let all = recovered + diagnostics
        Console.show(all, json: common.json)
        guard !all.contains(where: { $0.severity == .error }) else {
            throw ExitCode.failure
        }
        if diagnostics.isEmpty, !common.json { Console.say("no problems found") }
    }

    private func show(_ place: TextPlace, _ check: Check) throws {
        do {
            if let explanation = try check.explanation(at: place) {
                Console.data(
                    common.json
                        ? explanation.jsonLine : explanation.lines.joined(separator: "\n"))
                return
            }
            let missing = Diagnostic(
                .error, "unknown-article", "there is no article `\(place.file)`",
                help: "write the path as diagnostics print it, as in content/articles/interview.md")
            Console.show([missing], json: common.json)
        } catch let error as ContentFolderError {
            Console.show([error.diagnostic], json: common.json)
        }
        throw ExitCode.failure
    }
}
