import ArgumentParser

@main
struct Variorum: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "variorum",
        abstract:
            "Turns a folder of articles into an annotated, cross-referenced, searchable site.",
        discussion: """
            An archive is a folder with content/ in it. Every command works on the archive in this folder, \
            or on the one that --archive names.

            EXAMPLES
              variorum new my-archive              a starter archive that builds
              variorum add page.md clipping.txt    captured texts become articles
              variorum check                       every problem in the content
              variorum build                       content/ becomes public/
              variorum serve                       look at it while you write
              variorum theme article.mustache      a template of your own, to change
              variorum quantities 突破767億元      what is read from words
              variorum verify                      originals, quotes and site are as recorded

            Exit codes: 0 success, 1 problems found, 64 wrong usage.
            """,
        version: "0.1.0",
        subcommands: [
            NewCommand.self, AddCommand.self, CheckCommand.self, BuildCommand.self,
            ServeCommand.self,
            ThemeCommand.self, SearchCommand.self, QuantitiesCommand.self, VerifyCommand.self,
        ])
}
