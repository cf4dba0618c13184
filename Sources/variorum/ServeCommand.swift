import Archive
import ArgumentParser
import Dispatch
import Foundation
import Preview
import Publishing
import Site
import Text

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Build, serve on this machine, rebuild on change and reload the browser.",
        discussion: """
            When a build fails, the last site is still served, and its pages show the diagnostics.

            EXAMPLES
              variorum serve
              variorum serve --port 9000 --drafts
              variorum serve --host 192.168.1.20
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var jobs: JobOptions

    @Option(help: ArgumentHelp("The port to listen on.", valueName: "n"))
    var port: UInt16 = 8080

    @Option(
        help: ArgumentHelp(
            "The address or name to listen on; requests for other hosts are refused.",
            valueName: "address"))
    var host = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            "Write the site here (default: public in the archive).", valueName: "dir"))
    var output: String?

    @Flag(help: "Include drafts.")
    var drafts = false

    func run() async throws {
        var options = BuildOptions(archive: common.archive, output: output, jobs: jobs.count)
        options.today = Today.date
        options.drafts = drafts
        // Before anything of the folder is served.
        if let problem = OutputLocation.problem(options.output, archive: options.archive) {
            Console.show([problem], json: common.json)
            throw ExitCode.failure
        }
        let preview = Preview(options, host: host, port: port, say: { Console.say($0) })
        do {
            try await untilInterrupted { try await preview.run() }
        } catch let error as PreviewError {
            Console.say("error: \(error)")
            throw ExitCode.failure
        } catch let error as ContentFolderError {
            Console.show([error.diagnostic], json: common.json)
            throw ExitCode.failure
        }
    }
}

/// Runs work until SIGINT (Ctrl-C) or SIGTERM, which cancels it.
///
/// Work that has not ended after a second is abandoned: a build that was replacing files is
/// completed by the next command. A second signal ends the program at once.
func untilInterrupted(_ work: @escaping @Sendable () async throws -> Void) async throws {
    let task = Task { try await work() }
    let sources = [SIGINT, SIGTERM].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
            signal(number, SIG_DFL)
            Console.say("ending")
            task.cancel()
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(900)) { _exit(0) }
        }
        source.activate()
        return source
    }
    defer { for source in sources { source.cancel() } }
    try await task.value
}
