import ArgumentParser

@main
struct Variorum: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "variorum",
        abstract:
            "Turns a folder of articles into an annotated, cross-referenced, searchable site.",
        discussion: """
            An archive is a folder that contains content/. Commands work on the archive in the current folder, \
            or on the one given with --archive.

            EXAMPLES
              variorum new my-archive              create a starter archive
              variorum add page.md clipping.txt    turn captured texts into articles
              variorum check                       report every problem in the content
              variorum build                       build the site in public/
              variorum serve                       preview the site while you write
              variorum theme article.mustache      copy a template, to change it
              variorum quantities 突破767億元      show the quantities in a text
              variorum verify                      compare originals, quotes and site with their records

            Exit codes: 0 success, 1 problems found, 64 wrong usage.
            """,
        version: "0.1.0",
        subcommands: [
            NewCommand.self, AddCommand.self, SuggestCommand.self, AcceptCommand.self,
            CheckCommand.self, BuildCommand.self,
            ServeCommand.self,
            ThemeCommand.self, SearchCommand.self, QuantitiesCommand.self, VerifyCommand.self,
        ])
}
