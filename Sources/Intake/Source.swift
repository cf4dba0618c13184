/// Captured bytes before anything is known about them.
public struct Source: Sendable {
    /// The file's path as the user gave it, or `-` for standard input; used in messages and,
    /// without its extension, as the title of last resort.
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Lower-case extension without the dot; empty if there is none.
    var fileExtension: String {
        let file = fileName
        guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return "" }
        return file[file.index(after: dot)...].lowercased()
    }

    /// The last path component without its extension.
    var stem: String {
        let file = fileName
        guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
        return String(file[..<dot])
    }

    private var fileName: String {
        String(name.split(separator: "/").last ?? "")
    }
}

/// What a source is, judged by its first bytes, its extension and the look of its lines, in that
/// order.
enum SourceKind: Equatable {
    case empty
    /// Not text; the name of the format if it is known.
    case binary(String)
    case savedPage
    case markdown
    case plainText

    /// Judges bytes before they are decoded: `nil` when they may be text.
    static func ofBytes(_ bytes: [UInt8]) -> SourceKind? {
        if bytes.isEmpty { return .empty }
        for (magic, format) in signatures where bytes.starts(with: magic) {
            return .binary(format)
        }
        return nil
    }

    /// Whether bytes are a web page, by their extension or their first words.
    static func isSavedPage(_ source: Source) -> Bool {
        if ["html", "htm", "xhtml", "shtml"].contains(source.fileExtension) { return true }
        var start = source.bytes.prefix(1024)[...]
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
        let head = start.drop { $0 <= 0x20 }.prefix(14).map {
            (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
        }
        return head.starts(with: "<!doctype html".utf8) || head.starts(with: "<html".utf8)
    }

    /// Judges decoded text.
    static func ofLines(_ lines: [String], fileExtension: String) -> SourceKind {
        if lines.allSatisfy({ LineShape($0).isBlank }) { return .empty }
        if isSavedPage(lines, fileExtension: fileExtension) { return .savedPage }
        if ["md", "markdown", "mdown", "mkd"].contains(fileExtension) { return .markdown }
        return MarkdownSigns.found(in: lines) ? .markdown : .plainText
    }

    private static func isSavedPage(_ lines: [String], fileExtension: String) -> Bool {
        if ["html", "htm", "xhtml", "shtml"].contains(fileExtension) {
            return true
        }
        guard let first = lines.first(where: { !LineShape($0).isBlank }) else { return false }
        let start = first.trimmed.prefix(64).lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
    }

    private static let signatures: [([UInt8], String)] = [
        (Array("%PDF".utf8), "PDF"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG image"),
        ([0xFF, 0xD8, 0xFF], "JPEG image"),
        (Array("GIF8".utf8), "GIF image"),
        ([0x50, 0x4B, 0x03, 0x04], "ZIP, Word or EPUB"),
        ([0x1F, 0x8B], "gzip"),
        (Array("SQLite format 3".utf8), "SQLite"),
        (Array("{\\rtf".utf8), "RTF"),
        (Array("Rar!".utf8), "RAR"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7z"),
        ([0x7F, 0x45, 0x4C, 0x46], "ELF program"),
        ([0xD0, 0xCF, 0x11, 0xE0], "old Microsoft Office"),
        (Array("bplist".utf8), "property list"),
    ]
}
