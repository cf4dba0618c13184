import Archive
import ArgumentParser
import Publishing
import Site
import Text

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check originals, quotes and the built site against their records.",
        discussion: """
            Checks that every original has the hash in its article, that every quote is in its article, and that every \
            file of the site has the hash in the manifest. Exits 1 if something differs. Changes nothing, except that it first \
            completes a build that was interrupted while it replaced files of the site.

            EXAMPLES
              variorum verify
              variorum verify --site /srv/www/archive
              variorum verify --json | jq -r .file
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var jobs: JobOptions

    @Option(
        help: ArgumentHelp("The built site (default: public in the archive).", valueName: "dir"))
    var site: String?

    @Flag(help: "The site was built with drafts.")
    var drafts = false

    func run() async throws {
        let progress = ProgressLine()
        var options = BuildOptions(archive: common.archive, output: site, jobs: jobs.count)
        options.today = Today.date
        options.drafts = drafts
        options.progress = progress.show
        let recovered = Recovery.run(options.output)
        let report: Verification.Report
        do {
            report = try await Verification(options).run()
        } catch let error as ContentFolderError {
            Console.show(recovered + [error.diagnostic], json: common.json)
            throw ExitCode.failure
        }
        progress.clear()
        Console.show(recovered + report.diagnostics, json: common.json)
        let counts = [
            (report.originals, "original"), (report.quotes, "quote"), (report.files, "file"),
        ].map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
        Console.say(
            "compared \(counts[0]), \(counts[1]) and \(counts[2])"
                + (report.diagnostics.isEmpty ? ": all as recorded" : ""))
        if report.hasErrors || recovered.contains(where: { $0.severity == .error }) {
            throw ExitCode.failure
        }
    }
}
