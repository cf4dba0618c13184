import Archive
import ArgumentParser
import Site
import Text

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Turn content/ into the site in public/.",
        discussion: """
            Writes only files that differ, and only if there are no errors: the old site is not changed until \
            the new one is complete.

            EXAMPLES
              variorum build
              variorum build --output /srv/www/archive --base-url https://example.org/archive/
              variorum build --strict --json       for continuous integration
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var jobs: JobOptions

    @Option(
        help: ArgumentHelp(
            "Write the site here (default: public in the archive).", valueName: "dir"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The address of the site, for feeds, sitemap and canonical links.", valueName: "url"))
    var baseURL: String?

    @Flag(help: "Include drafts.")
    var drafts = false

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    @Flag(help: "Rewrite every file.")
    var clean = false

    @Flag(help: "Print how long each stage took; with --json, one JSON line for each.")
    var profile = false

    func run() async throws {
        let progress = ProgressLine()
        var options = BuildOptions(archive: common.archive, output: output, jobs: jobs.count)
        options.today = Today.date
        options.baseURL = baseURL
        options.drafts = drafts
        options.strict = strict
        options.clean = clean
        options.progress = progress.show
        let report: BuildReport
        do {
            report = try await Build(options).run()
        } catch let error as ContentFolderError {
            Console.show([error.diagnostic], json: common.json)
            throw ExitCode.failure
        }
        progress.clear()
        Console.show(report.diagnostics, json: common.json)
        if profile, common.json {
            for line in ProfileTable.json(report.stages) { Console.data(line) }
        } else if profile {
            Console.say(ProfileTable.text(report.stages))
        }
        guard let published = report.published else {
            if !report.hasErrors { Console.say("warnings are errors with --strict") }
            if !report.isInterrupted {
                Console.say("nothing was written; the old site stays as it was")
            }
            throw ExitCode.failure
        }
        Console.say(
            "\(report.articles) articles, \(report.mentions) mentions, \(report.claims) claims: "
                + "\(published.files) files, \(published.written.count) written, \(published.removed.count) removed"
        )
        // The process ends here, so the data of the site need not be freed.
        withExtendedLifetime(report) { Self.exit() }
    }
}
