import ArgumentParser
import Foundation

/// Options of every command that works on an archive.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The archive folder.", valueName: "dir"))
    var archive = "."

    @Flag(help: "Print diagnostics as JSON lines.")
    var json = false
}

/// The number of threads.
struct JobOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How many articles to process at once (default: one per core).", valueName: "n"))
    var jobs: Int?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    }

    var count: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}
