import Markup
import Text

/// A remark in Markdown as it can stand inside a line.
enum LineOfMarkdown {
    /// One paragraph with its links and emphasis; anything longer as its words, paragraphs after
    /// one another.
    static func html(_ markdown: String, options: HTMLOptions) -> String {
        let document = MarkdownDocument(Array(markdown.utf8))
        let plain = document.plainText()
        guard plain.blocks.count == 1, plain.blocks[0].kind == .paragraph else {
            let words = plain.blocks.map { String(decoding: plain.utf8[$0.range], as: UTF8.self) }
            return HTML.escape(words.joined(separator: " "))
        }
        let html = String(decoding: HTMLWriter.html(of: document, options: options), as: UTF8.self)
        guard html.hasPrefix("<p>"), html.hasSuffix("</p>\n") else {
            return HTML.escape(String(decoding: plain.utf8, as: UTF8.self))
        }
        return String(html.dropFirst("<p>".count).dropLast("</p>\n".count))
    }
}
