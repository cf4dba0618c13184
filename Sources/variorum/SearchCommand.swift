import ArgumentParser
import Publishing
import Search
import Text

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Search the built site from the command line.",
        discussion: """
            Results contain every term; "…" is a phrase; -term excludes (write -- before a query \
            that begins with it). Traditional and Simplified Chinese match each other. If the last build was interrupted \
            while it replaced files of the site, it is completed first; messages about that go to standard error.

            EXAMPLES
              variorum search 资本开支
              variorum search '"AI 大模型" -搜索' --facet year=2025
              variorum search 767.6 --json
              variorum search 混元 --explain
            """)

    @Argument(help: "The query.")
    var query: [String]

    @OptionGroup var common: CommonOptions

    @Option(
        help: ArgumentHelp("The built site (default: public in the archive).", valueName: "dir"))
    var site: String?

    @Option(
        name: .customLong("facet"),
        help: ArgumentHelp(
            "Show only results with this value, such as kind=person; may be repeated.",
            valueName: "facet=value"))
    var facets: [String] = []

    @Option(help: ArgumentHelp("How many results to show.", valueName: "n"))
    var limit = 20

    @Flag(
        help:
            "Also print the index keys and files that were read, and how many texts were verified."
    )
    var explain = false

    func validate() throws {
        for facet in facets where !facet.dropFirst().contains("=") {
            throw ValidationError("--facet takes facet=value, such as year=2025, not “\(facet)”.")
        }
        if limit < 0 { throw ValidationError("--limit must be 0 or more.") }
    }

    func run() async throws {
        let folder = site ?? common.archive + "/public"
        // Not on standard output, which is the answer's.
        let recovered = Recovery.run(folder)
        Console.report(recovered)
        let wanted = facets.map { facet in
            let parts = facet.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (facet: String(parts[0]), value: String(parts[1]))
        }
        let answer: SearchAnswer
        do {
            answer = try SearchEngine(folder: folder).search(
                query.joined(separator: " "), facets: wanted, limit: limit)
        } catch {
            Console.show(
                [
                    Diagnostic(
                        .error, "no-index", at: .init(file: folder), "\(error)",
                        help: "build the site first: variorum build")
                ], json: common.json)
            throw ExitCode.failure
        }
        if common.json {
            Console.data(SearchOutput.json(answer, explained: explain))
        } else {
            Console.data(Array(SearchOutput.text(answer).utf8))
            if explain { Console.data(Array(SearchOutput.text(answer.explanation).utf8)) }
        }
        if recovered.contains(where: { $0.severity == .error }) { throw ExitCode.failure }
    }
}
