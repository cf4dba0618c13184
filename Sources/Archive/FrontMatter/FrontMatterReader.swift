import Text

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
    /// Mistakes in the front matter, with places in the text.
    public var diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - bytes: UTF-8, line ends `\n`.
    ///   - path: for the diagnostics.
    public init(_ bytes: [UInt8], path: String) {
        let matter = FrontMatter(bytes)
        var document = MarkdownDocument(bytes, path: path, subject: "an article")
        article = Article(
            slug: "", file: path, title: "", language: "", body: [], bodyLine: document.bodyLine)
        FieldsOfArticle.read(&document.fields, into: &article)
        bodyLine = document.bodyLine
        diagnostics = document.file.diagnostics
        let file = SourceFile(path: path, bytes: Array(bytes[..<matter.body]))
        var root: SourceNode?
        switch matter.format {
        case .none, .unclosed: break
        case .yaml: root = YAMLReader.read(file, range: matter.content, broken: "bad-front-matter")
        case .toml: root = TOMLReader.read(file, range: matter.content)
        }
        fields = []
        if case .map(let written)? = root?.content {
            fields = written.map { ($0.key, $0.value.value) }
        }
    }
}
