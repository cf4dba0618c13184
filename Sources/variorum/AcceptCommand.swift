import Archive
import ArgumentParser
import Discovery
import Files
import Site
import Text

struct AcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Write the names that were ticked into entity files.",
        discussion: """
            Reads \(ReviewText.path): a row with [x] becomes an entity file, or aliases of the entity that it is the same \
            as; a row with [-] is remembered in \(RejectedNames.path) and not proposed again; a row with [ ] stays. Running it \
            again changes nothing. If a row cannot be accepted, nothing is written.

            EXAMPLES
              variorum accept
              variorum accept --dry-run            show what would be written
              variorum accept --sure               also accept open rows with a score of 0.9 or more
              variorum accept --sure --score 0.95  … of 0.95 or more
            """)

    @OptionGroup var common: CommonOptions

    @Flag(help: "Also accept rows without a decision that have a high score.")
    var sure = false

    @Option(help: ArgumentHelp("The score from which --sure accepts.", valueName: "0…1"))
    var score = 0.9

    @Flag(help: "Write nothing; show what would be written.")
    var dryRun = false

    func validate() throws {
        guard 0...1 ~= score else { throw ValidationError("--score must be from 0 to 1.") }
    }

    func run() throws {
        var options = BuildOptions(archive: common.archive, jobs: 2)
        options.today = Today.date
        let result: Accept.Result
        do {
            result = try Accept(options).run(sure: sure ? score : nil, isDryRun: dryRun)
        } catch let error as ContentFolderError {
            Console.show([error.diagnostic], json: common.json)
            throw ExitCode.failure
        } catch let error as FileError {
            Console.say("error: cannot \(error.action) \(error)")
            Console.say(
                "run `accept` again when the cause is fixed; decisions are still in the review file"
            )
            throw ExitCode.failure
        }
        Console.show(result.diagnostics, json: common.json)
        guard !result.diagnostics.contains(where: { $0.severity == .error }) else {
            Console.say("nothing was written")
            throw ExitCode.failure
        }
        if dryRun {
            for path in result.created { Console.say("would write \(path)") }
            for path in result.changed { Console.say("would add aliases to \(path)") }
        }
        let files = result.created.count
        Console.say(
            "\(files) \(files == 1 ? "entity" : "entities") \(dryRun ? "to be written" : "written")"
        )
        Console.say(
            "\(result.aliasesAdded) \(result.aliasesAdded == 1 ? "alias" : "aliases") added to \(result.changed.count) files"
        )
        Console.say("\(result.rejected) rejected, \(result.open) still open")
    }
}
