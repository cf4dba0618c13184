import Archive
import ArgumentParser
import Files
import Text

struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Create a starter archive that builds, with one example of each kind.",
        discussion: """
            EXAMPLES
              variorum new my-archive
              cd my-archive && variorum serve
            """)

    @Argument(
        help: ArgumentHelp(
            "The folder to create; it must be empty or not exist yet.", valueName: "dir"))
    var folder: String

    func run() async throws {
        if Disk.exists(folder) {
            let existing = try FolderEntries.of(folder)
            guard existing.isEmpty else {
                Console.show(
                    [
                        Diagnostic(
                            .error, "folder-not-empty", at: .init(file: folder),
                            "this folder already contains \(existing.count) \(existing.count == 1 ? "file" : "files")",
                            help: "name a folder that is empty or does not exist yet")
                    ], json: false)
                throw ExitCode.failure
            }
        }
        for file in StarterArchive.files {
            let path = "\(folder)/\(file.path)"
            if let slash = path.lastIndex(of: "/") { try Disk.makeFolder(String(path[..<slash])) }
            try Disk.create(Array(file.text.utf8), at: path)
        }
        Console.say("created an archive in \(folder); next: cd \(folder) && variorum serve")
    }
}
