/// The gate of intake: every word of the source is in the article or in the list of what was dropped.
///
/// Each line of the source is looked up, letters and digits only, first in the article's words from
/// where the line before was found, then anywhere in them, then in what was dropped, and last in the
/// article's raw Markdown (code, raw HTML and shortcodes stand there and not in its words). A line that
/// is found nowhere is lost; so is a text whose lines have more letters than article and list together.
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
    func lost(_ lines: [NumberedLine], isMarkdown: Bool, seenWords: (String) -> [UInt8]) -> [Int] {
        var lost: [Int] = []
        var cursor = 0
        for line in lines {
            guard lost.count < 20 else { break }
            let visible = Letters.of(isMarkdown ? VisibleLine(line.text).text : line.text)
            if visible.isEmpty { continue }
            if let end = Self.find(visible, in: words, from: cursor, limit: 1 << 16) {
                cursor = end
                continue
            }
            if contains(visible) { continue }
            if isMarkdown {
                if Self.find(Letters.of(line.text), in: raw, from: 0) != nil { continue }
                let seen = Letters.of(seenWords(line.text))
                if let end = Self.find(seen, in: words, from: cursor, limit: 1 << 16) {
                    cursor = end
                    continue
                }
                if contains(seen) { continue }
            }
            lost.append(line.number)
        }
        return lost
    }

    private func contains(_ letters: [UInt8]) -> Bool {
        Self.find(letters, in: dropped, from: 0) != nil || Self.find(letters, in: words, from: 0) != nil
    }

    /// The offset after the first occurrence at or after `start` that begins within `limit` bytes.
    private static func find(_ needle: [UInt8], in text: [UInt8], from start: Int, limit: Int = .max) -> Int? {
        guard let first = needle.first else { return start }
        guard text.count - start >= needle.count else { return nil }
        let last = min(text.count - needle.count, limit == .max ? Int.max : start + limit)
        return text.withUnsafeBufferPointer { text in
            needle.withUnsafeBufferPointer { needle in
                var i = start
                while i <= last {
                    if text[i] == first {
                        var k = 1
                        while k < needle.count, text[i + k] == needle[k] { k += 1 }
                        if k == needle.count { return i + k }
                    }
                    i += 1
                }
                return nil
            }
        }
    }
}
