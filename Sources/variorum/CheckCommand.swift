import Archive
import ArgumentParser
import Site
import Text

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Report every problem in the content; change nothing.",
        discussion: """
            Broken links, orphaned quotes, ambiguous, doubtful and unused names, unknown ids, missing or \
            changed originals. Exits 1 when there is an error.

            EXAMPLES
              variorum check
              variorum check --json | jq .id
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var jobs: JobOptions

    @Flag(help: "Look at drafts too.")
    var drafts = false

    func run() async throws {
        let progress = ProgressLine()
        var options = BuildOptions(archive: common.archive, jobs: jobs.count)
        options.drafts = drafts
        options.progress = progress.show
        let diagnostics: [Diagnostic]
        do {
            diagnostics = try await Check(options).run()
        } catch let error as ContentFolderError {
            diagnostics = [error.diagnostic]
        }
        progress.clear()
        Console.show(diagnostics, json: common.json)
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            throw ExitCode.failure
        }
        if diagnostics.isEmpty, !common.json { Console.say("no problems found") }
    }
}
