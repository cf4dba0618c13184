import Markup
import Text

/// The lines that are left of an article as canonical Markdown.
struct ArticleBody {
    private(set) var markdown: [UInt8] = []
    /// Its words as a reader sees them.
    private(set) var text: [UInt8] = []
    private(set) var dropped: [IncomingArticle.Dropped] = []
    /// The lines of the source, as `LossCheck` compares them.
    let sourceLines: [NumberedLine]

    init(_ draft: ArticleDraft, kind: SourceKind) {
        sourceLines = draft.lines
        // A removed line leaves a blank one, so that its neighbours do not become one paragraph.
        var lines = draft.lines.indices.map { i in
            draft.isKept[i] ? draft.lines[i] : NumberedLine(draft.lines[i].number, "")
        }
        guard kind == .markdown else {
            write(PlainTextMarkdown.write(lines.map(\.text)))
            return
        }
        var unwrapped: [(host: String, images: Int)] = []
        for i in lines.indices where !draft.fenced[i] && lines[i].text.contains("](") {
            let (line, proxies) = ImageProxy.unwrapImages(in: lines[i].text)
            lines[i].text = line
            for proxy in proxies {
                if let known = unwrapped.firstIndex(where: { $0.host == proxy }) {
                    unwrapped[known].images += 1
                } else {
                    unwrapped.append((proxy, 1))
                }
            }
        }
        dropped = unwrapped.map { host, images in
            IncomingArticle.Dropped(
                rule: "image-proxy",
                words: "\(host), around \(images) image\(images == 1 ? "" : "s")")
        }
        lines = ParagraphBreaks.separate(lines, fenced: CodeFences.mask(lines.map(\.text)))
        var words = lines.map(\.text)
        let fenced = CodeFences.mask(words)
        for i in words.indices where !fenced[i] && Self.hasTypographicIndent(words[i]) {
            words[i] = words[i].trimmed
        }
        words = SwallowedDefinitions.escape(words, fenced: fenced)
        let blank = words.indices.map { VisibleLine.isBlankLine(words[$0]) && !fenced[$0] }
        let first = blank.firstIndex(of: false) ?? words.endIndex
        let last = blank.lastIndex(of: false) ?? words.startIndex - 1
        write(Array((words[first..<max(first, last + 1)].joined(separator: "\n") + "\n").utf8))
    }

    private mutating func write(_ source: [UInt8]) {
        markdown = CanonicalMarkdown.write(MarkdownDocument(source))
        text = MarkdownDocument(markdown).plainText().utf8
    }

    /// The lines that are left of an article as its source has them, and their words.
    static func verbatim(_ draft: ArticleDraft) -> (markdown: [UInt8], text: [UInt8]) {
        let lines = draft.lines.indices.map { draft.isKept[$0] ? draft.lines[$0].text : "" }
        let start = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
        let end = lines.lastIndex { !$0.isEmpty } ?? start - 1
        let markdown = Array((lines[start..<end + 1].joined(separator: "\n") + "\n").utf8)
        return (markdown, MarkdownDocument(markdown).plainText().utf8)
    }

    /// Indented with ideographic or no-break spaces: layout, not meaning.
    private static func hasTypographicIndent(_ line: String) -> Bool {
        guard let first = line.unicodeScalars.first(where: { $0 != " " && $0 != "\t" }) else {
            return false
        }
        return first == "\u{3000}" || first == "\u{A0}"
    }
}
