import Archive
import ArgumentParser
import Discovery
import Files
import Site
import Text

struct SuggestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Propose the names in the articles, to be reviewed.",
        discussion: """
            Finds people, organizations and products (and places, if archive.yml declares a kind `place`) that have no entity \
            file yet, and lists them in \(ReviewText.path) with their forms, contexts and reasons. Tick what is right, then run \
            `variorum accept`. Nothing is published before that. What you wrote into the file stays when `suggest` runs \
            again; rejected names are not proposed again. Nothing is fetched from the network.

            EXAMPLES
              variorum suggest                     propose names from all articles
              variorum suggest interview           only names that occur in one article
              variorum suggest --json | jq .name   print proposals as JSON lines and write nothing
            """)

    @Argument(help: ArgumentHelp("Slugs of articles (default: all).", valueName: "slug"))
    var slugs: [String] = []

    @OptionGroup var common: CommonOptions
    @OptionGroup var jobs: JobOptions

    func run() async throws {
        let progress = ProgressLine()
        var options = BuildOptions(archive: common.archive, jobs: jobs.count)
        options.today = Today.date
        options.progress = progress.show
        let result: Suggest.Result
        do {
            result = try await Suggest(options).run(slugs: slugs, writes: !common.json)
        } catch let error as ContentFolderError {
            progress.clear()
            Console.show([error.diagnostic], json: false)
            throw ExitCode.failure
        } catch let error as FileError {
            progress.clear()
            Console.say("error: cannot \(error.action) \(error)")
            throw ExitCode.failure
        }
        progress.clear()
        Console.report(result.diagnostics)
        guard !result.diagnostics.contains(where: { $0.severity == .error }) else {
            Console.say("nothing was written")
            throw ExitCode.failure
        }
        guard !common.json else {
            for proposal in result.proposals { Console.data(proposal.json) }
            return
        }
        Console.say(summary(result))
    }

    private func summary(_ result: Suggest.Result) -> String {
        let articles = "\(result.articles) \(result.articles == 1 ? "article" : "articles")"
        guard result.rows > 0 else { return "\(articles): no new names" }
        return """
            \(articles): \(result.rows) names to review, \(result.added) of them new
            Tick names in \(ReviewText.path), then run `variorum accept`.
            """
    }
}
