import Files
import Foundation
import Text

/// Word, OpenDocument and EPUB files → a page, through pandoc where it is installed.
///
/// pandoc runs in its sandbox: it reads the one file that it is given and fetches nothing. Pictures
/// are taken out of the file itself.
enum DocumentConverter {
    /// pandoc's name of a source's format; `nil` if pandoc is not needed.
    static func format(of source: Source) -> String? {
        guard source.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        switch source.fileExtension {
        case "docx", "epub", "odt": return source.fileExtension
        default: break
        }
        let head = Array(source.bytes.prefix(4096))
        if ByteSearch.contains(Array("application/epub+zip".utf8), in: head) { return "epub" }
        if ByteSearch.contains(Array("opendocument.text".utf8), in: head) { return "odt" }
        return ByteSearch.contains(Array("word/".utf8), in: head) ? "docx" : nil
    }

    struct Refusal: Error {
        var diagnostic: Diagnostic
    }

    /// The page that a source becomes.
    ///
    /// `search`: folders to look for pandoc in, as in `PATH`.
    static func page(
        from source: Source, format: String,
        search: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
    ) throws -> Result<CapturedDocument, Refusal> {
        let place = Diagnostic.Place(file: source.name)
        guard let pandoc = executable("pandoc", in: search) else {
            return .failure(
                Refusal(
                    diagnostic: Diagnostic(
                        .error, "no-converter", at: place,
                        "\(format) files are converted with pandoc, which is not installed",
                        help: "install pandoc, or save the text as HTML, Markdown or plain text")))
        }
        let folder = try Disk.makeTemporaryFolder()
        defer { remove(folder) }
        // pandoc uses the name of the file as the last resort for the title.
        let name = FileName.slug(source.stem)
        let input = "\(folder)/\(name).\(format)"
        let output = "\(folder)/page.html"
        try Disk.create(source.bytes, at: input)
        let said = try run(
            pandoc,
            [
                "--sandbox", "--standalone", "--mathjax", "--wrap=none", "--from=\(format)",
                "--to=html5", "--output=\(output)", input,
            ])
        guard Disk.exists(output) else {
            return .failure(
                Refusal(
                    diagnostic: Diagnostic(
                        .error, "not-converted", at: place,
                        "pandoc cannot read it as \(format)"
                            + (said.isEmpty ? "" : ": \(said)"),
                        help: "open it in the program that made it, save it as HTML, and add that"))
            )
        }
        var document = CapturedDocument(
            Source(name: source.name, bytes: try Disk.read(output)))
        document.isPage = true
        document.isWhole = true
        document.pictures = pictures(in: source)
        return .success(document)
    }

    /// By the addresses that pandoc has for them: those in the file, without its top folder.
    private static func pictures(in source: Source) -> PictureShelf {
        var shelf = PictureShelf()
        guard let archive = ZIPArchive(source.bytes) else { return shelf }
        for name in archive.names {
            guard let picture = archive.file(name, most: 32 << 20), PictureFormat(picture) != nil
            else { continue }
            shelf.add(picture, at: name)
            if let slash = name.firstIndex(of: "/") {
                shelf.add(picture, at: String(name[name.index(after: slash)...]))
            }
        }
        return shelf
    }

    /// Returns the first line that a program writes to standard error; the program is terminated
    /// after a minute.
    static func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let limit = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: limit)
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        limit.cancel()
        let lines = String(decoding: said, as: UTF8.self).split(separator: "\n")
        return lines.first.map { Scalars.string($0.unicodeScalars.prefix(200)) } ?? ""
    }

    static func executable(_ name: String, in search: String) -> String? {
        for folder in search.split(separator: ":") {
            let path = "\(folder)/\(name)"
            if Disk.isExecutable(path) { return path }
        }
        return nil
    }

    static func remove(_ folder: String) {
        do {
            try Disk.removeFolder(folder)
        } catch {
            // The system's temporary folder is cleaned by the system too.
            return
        }
    }
}
