import ArgumentParser
import Files
import Foundation
import Intake
import Text

struct AddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Turn captured pages into articles.",
        discussion: """
            Stores the bytes in content/originals/, splits compilations, extracts title, authors, outlet, date and \
            language, writes canonical Markdown, and reports what it left out. The text is not changed. Duplicate \
            files and articles are reported and not added. Nothing is fetched from the network.

            EXAMPLES
              variorum add clipping.md notes.txt
              variorum add captured/                    every page in a folder
              variorum add --assets page.html           with the pictures in page_files/
              variorum add crawl.warc.gz saved.mhtml    every page of a web archive; a page in MHTML
              variorum add letter.docx book.epub        through pandoc, where it is installed
              pbpaste | variorum add -                  standard input
              variorum add --dry-run --json page.md     what would be added, as JSON
            """)

    @Argument(help: ArgumentHelp("Files or folders; - is standard input.", valueName: "file"))
    var files: [String]

    @OptionGroup var common: CommonOptions

    @Flag(help: "Write nothing; show what would be added.")
    var dryRun = false

    @Flag(help: "Never split a source into several articles.")
    var oneArticle = false

    @Flag(help: "Copy pictures that were captured with a page into content/assets/.")
    var assets = false

    func run() async throws {
        let list = SourceList(files)
        let progress = ProgressLine()
        var diagnostics = list.diagnostics
        var added = 0
        var missing = MissingFacts()
        do {
            var adder = try Adder(
                root: common.archive, isDryRun: dryRun, copiesPictures: assets,
                options: Intake.Options(isOneArticle: oneArticle))
            for (number, path) in list.paths.enumerated() {
                progress.show("\(number + 1) of \(list.paths.count): \(path)")
                switch SourceList.read(path) {
                case .failure(let unreadable): diagnostics.append(unreadable.diagnostic)
                case .success(let source):
                    let outcome: Adder.Outcome
                    do {
                        outcome = try adder.add(source)
                    } catch let error as FileError where !error.concernsTheDisk {
                        // What is wrong with one file does not keep the others out.
                        diagnostics.append(Self.failed(error, source: path))
                        continue
                    }
                    diagnostics += outcome.diagnostics
                    added += outcome.added.count
                    progress.clear()
                    for article in outcome.added {
                        show(article)
                        missing.note(article.article, file: article.file, source: path)
                    }
                }
            }
        } catch {
            diagnostics.append(
                Diagnostic(
                    .error, "add-failed", at: .init(file: common.archive), "cannot write: \(error)",
                    help:
                        "fix the cause, then run `add` again; articles not named above were not added"
                ))
        }
        progress.clear()
        Console.show(diagnostics, json: common.json && !dryRun)
        if !(common.json && dryRun) {
            if !missing.report.isEmpty { Console.say(missing.report) }
            Console.say(
                "\(added) \(added == 1 ? "article" : "articles") \(dryRun ? "found" : "added")")
        }
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            throw ExitCode.failure
        }
    }

    private static func failed(_ error: FileError, source: String) -> Diagnostic {
        Diagnostic(
            .error, "add-failed", at: .init(file: source),
            "cannot \(error.action) \(error.description)",
            help: "fix the cause, then run `add` again; nothing of this file was added")
    }

    private func show(_ added: Adder.Outcome.Added) {
        if common.json {
            if dryRun { Console.data(added.article.json) }
        } else {
            Console.say(added.article.report(file: added.file).trimmingCharacters(in: .newlines))
        }
    }
}
