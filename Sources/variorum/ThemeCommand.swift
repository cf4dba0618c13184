import Archive
import ArgumentParser
import Site
import Text

struct ThemeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme",
        abstract: "Write the built-in theme, or files of it, into templates/.",
        discussion: """
            A file in templates/ is used in place of the built-in one of the same name. Write only the files \
            that you want to change: the other files are updated with the program.

            Existing files that differ are overwritten only with --force; without it, if there is one, nothing is \
            written.

            EXAMPLES
              variorum theme --list                    the files, and which of them you have
              variorum theme article.mustache          the template of article pages
              variorum theme article style.css         names without folder and extension work too
              variorum theme                           the whole theme
              variorum theme base.mustache --force     the built-in file again, in place of yours
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("Files of the theme (default: all).", valueName: "file"))
    var files: [String] = []

    @Flag(help: "List the files of the theme and write nothing.")
    var list = false

    @Flag(help: "Overwrite files that differ from the built-in ones.")
    var force = false

    func validate() throws {
        if list, force || !files.isEmpty {
            throw ValidationError("--list takes no files and no --force.")
        }
    }

    func run() async throws {
        let export = ThemeExport(archive: common.archive)
        do {
            if list {
                for file in try export.list() {
                    Console.data("\(file.name)\t\(file.state.rawValue)")
                }
                return
            }
            let report = try export.write(files, overwrites: force)
            for path in report.written { Console.data(path) }
            Console.show(report.diagnostics, json: common.json)
            guard report.diagnostics.isEmpty else {
                if report.written.isEmpty { Console.say("nothing was written") }
                throw ExitCode.failure
            }
            let unchanged = report.unchanged.count
            Console.say(
                "\(Self.count(report.written.count)) written"
                    + (unchanged > 0
                        ? ", \(unchanged) already there" : ""))
        } catch let error as ContentFolderError {
            Console.show([error.diagnostic], json: common.json)
            throw ExitCode.failure
        }
    }

    private static func count(_ files: Int) -> String { "\(files) file\(files == 1 ? "" : "s")" }
}
