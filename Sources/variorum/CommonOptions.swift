import ArgumentParser
import Foundation

/// What every command that works on an archive understands.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The archive folder.", valueName: "dir"))
    var archive = "."

    @Flag(help: "Print diagnostics as JSON lines.")
    var json = false
}

/// How many threads to work with.
struct JobOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How many articles to work on at once (default: one for each core).", valueName: "n"))
    var jobs: Int?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 up.") }
    }

    var count: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}
