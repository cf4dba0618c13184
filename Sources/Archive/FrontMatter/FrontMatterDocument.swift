import Text

/// A Markdown file taken apart: its front matter ready to be read, its body.
struct FrontMatterDocument {
    var fields: MapReader
    var body: [UInt8]
    /// Line of the file (1-based) on which the body begins.
    var bodyLine: Int
    /// Whether the front matter could not be read; what it would have said is unknown.
    var isBroken: Bool

    /// - Parameters:
    ///   - bytes: normalized text.
    ///   - subject: what is read, with its article.
    init(_ bytes: consuming [UInt8], path: String, subject: String) {
        let matter = FrontMatter(copy bytes)
        // Only the lines that diagnostics point to: the front matter, or the fence that opens it.
        let head =
            matter.format == .unclosed ? bytes.firstIndex(of: 0x0A) ?? bytes.count : matter.body
        let file = SourceFile(path: path, bytes: Array(bytes[..<head]))
        if matter.format == .unclosed {
            file.error(
                "bad-front-matter", at: file.place(SourceNode.Position(line: 1, column: 1)),
                "the front matter that begins here is not closed",
                help: "close it with a line of the same three characters")
        }
        let root = matter.root(in: file)
        let start = SourceNode.Position(line: 1, column: 1)
        switch root?.content {
        case .map(let fields):
            self.fields = MapReader(fields, at: start, in: file, subject: subject)
        case .none: fields = MapReader([], at: start, in: file, subject: subject)
        case .some:
            file.error(
                "bad-front-matter", at: file.place(SourceNode.Position(line: 2, column: 1)),
                "the front matter must be a list of keys and values",
                help: "write `key: value` lines")
            fields = MapReader([], at: start, in: file, subject: subject)
        }
        isBroken = file.diagnostics.contains { $0.severity == .error }
        bodyLine = matter.bodyLine
        bytes.removeFirst(matter.body)
        body = bytes
    }

    var file: SourceFile { fields.file }

    /// Whether the body holds nothing but white space.
    var isEmpty: Bool { body.allSatisfy { $0 == 0x20 || 0x09...0x0A ~= $0 } }
}

/// The front matter of a Markdown text that is not yet in an archive.
public struct FrontMatterReader: Sendable {
    /// What the keys mean, by their names in four programs.
    ///
    /// `title` is that of the front matter, `""` without one; `language` likewise.
    public var article: Article
    /// The keys as written, in their order.
    public var fields: [(key: String, value: Value)]
    /// Line (1-based) on which the body begins; 1 without front matter.
    public var bodyLine: Int
    /// Its lines are `[#]: key: (value)`.
    public var isBracketed: Bool
    /// Mistakes in the front matter, with places in the text.
    public var diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - bytes: UTF-8, line ends `\n`.
    ///   - path: for the diagnostics.
    public init(_ bytes: [UInt8], path: String) {
        let matter = FrontMatter(bytes)
        var document = FrontMatterDocument(bytes, path: path, subject: "an article")
        article = Article(
            slug: "", file: path, title: "", language: "", body: [], bodyLine: document.bodyLine)
        FieldsOfArticle.read(&document.fields, into: &article)
        bodyLine = document.bodyLine
        isBracketed = matter.format == .bracketed
        diagnostics = document.file.diagnostics
        let file = SourceFile(path: path, bytes: Array(bytes[..<matter.body]))
        let root = matter.root(in: file)
        fields = []
        if case .map(let written)? = root?.content {
            fields = written.map { ($0.key, $0.value.value) }
        }
    }
}
