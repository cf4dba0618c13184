import Markup
import Text

/// The gate of intake: every word of the source is in the article or in the list of what was
/// dropped.
///
/// Each line of the source is searched for, letters and digits only: in the article's text and in
/// its raw Markdown (for code, raw HTML and shortcodes), first near the match of the previous line
/// and then anywhere, and in the list of what was dropped. A line that is not found is lost.
struct LossCheck {
    private let words: [UInt8]
    private let dropped: [UInt8]
    private let raw: [UInt8]

    init(article: IncomingArticle, title: String) {
        words = Letters.of(article.text)
        var rest = Letters.of(title)
        for entry in article.dropped {
            rest.append(0x20)
            rest.append(contentsOf: Letters.of(entry.words))
            rest.append(0x20)
            rest.append(contentsOf: Letters.of(VisibleLine(entry.words).text))
        }
        dropped = rest
        raw = Letters.of(article.markdown)
    }

    /// Line numbers of the source whose words are nowhere.
    ///
    /// - Parameter definitions: lines that define links, which are not words.
    func lost(_ lines: [NumberedLine], isMarkdown: Bool, definitions: [String]) -> [Int] {
        let addresses = Set(definitions)
        var lost: [Int] = []
        var inWords = 0
        var inRaw = 0
        /// Near where the line before was found; moves on.
        func advances(_ letters: [UInt8], in text: [UInt8], from cursor: inout Int) -> Bool {
            guard let end = ByteSearch.end(of: letters, in: text, from: cursor, limit: 1 << 16)
            else {
                return false
            }
            cursor = end
            return true
        }
        for line in lines {
            guard lost.count < 20 else { break }
            if addresses.contains(line.text) { continue }
            let visible = Letters.of(isMarkdown ? VisibleLine(line.text).text : line.text)
            if visible.isEmpty || advances(visible, in: words, from: &inWords) { continue }
            guard isMarkdown else {
                if !contains(visible) { lost.append(line.number) }
                continue
            }
            let written = Letters.of(line.text)
            if advances(written, in: raw, from: &inRaw) { continue }
            let seen = Letters.of(Self.seenWords(line.text, definitions))
            if advances(seen, in: words, from: &inWords) { continue }
            if contains(visible) || contains(seen) || ByteSearch.contains(written, in: raw) {
                continue
            }
            lost.append(line.number)
        }
        return lost
    }

    /// The words of one line of Markdown, as the parser sees it with definitions of links.
    private static func seenWords(_ line: String, _ definitions: [String]) -> [UInt8] {
        let text = ([line, ""] + definitions).joined(separator: "\n")
        return MarkdownDocument(text).plainText().utf8
    }

    private func contains(_ letters: [UInt8]) -> Bool {
        ByteSearch.contains(letters, in: dropped)
            || ByteSearch.contains(letters, in: words)
    }
}
