import Archive
import Text

/// The front matter of a source: what it says, and where the body begins.
struct SourceFrontMatter {
    /// What the keys mean; `nil` without front matter.
    private(set) var article: Article?
    private(set) var title: String?
    private(set) var language: String?
    /// In the order of the source.
    private(set) var fields: [(key: String, value: Value)] = []
    /// Lines of the front matter that say nothing to a program.
    private(set) var comments: [String] = []
    /// Index of the body's first line.
    private(set) var bodyStart = 0
    private(set) var diagnostics: [Diagnostic] = []

    init(_ lines: [String], isMarkdown: Bool, file: String) {
        guard isMarkdown, let first = lines.first?.trimmed, first == "---" || first == "+++" else {
            return
        }
        // The fence must come within what a front matter can be long.
        let head = lines.prefix(2002).joined(separator: "\n") + "\n"
        let reader = FrontMatterReader(Array(head.utf8), path: file)
        diagnostics = reader.diagnostics
        guard reader.bodyLine > 1 else { return }
        article = reader.article
        // A title is one line, however it was wrapped.
        let words = reader.article.title.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(
            separator: " ")
        title = words.isEmpty ? nil : words
        language = reader.article.language.isEmpty ? nil : reader.article.language
        fields = reader.fields
        bodyStart = min(reader.bodyLine - 1, lines.count)
        comments = lines[..<bodyStart].filter { $0.hasPrefix("#") && LineShape($0).letters > 0 }
    }
}
