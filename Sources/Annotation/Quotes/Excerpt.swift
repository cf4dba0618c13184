import Text

/// Words of an article for a message: on one line, not too long.
enum Excerpt {
    private static let longest = 120
    private static let reach = 12

    /// White space collapsed; the end of a long text cut.
    static func line(_ words: String) -> String {
        var line = String.UnicodeScalarView()
        var isSpace = false
        for scalar in words.unicodeScalars {
            if ScalarClass(scalar.value) == .space {
                isSpace = !line.isEmpty
                continue
            }
            if isSpace { line.append(" ") }
            isSpace = false
            line.append(scalar)
        }
        return line.count > longest ? String(line.prefix(longest)) + "…" : String(line)
    }

    /// A span between brackets with a few characters of its block on both sides, as …雨天也[營業]，請….
    static func around(_ range: Range<Int>, in text: ArticleText) -> String {
        let block = text.block(at: range.lowerBound).map { text.plain.blocks[$0].range } ?? range
        let before = text.words(min(block.lowerBound, range.lowerBound)..<range.lowerBound)
            .unicodeScalars
        let behind = text.words(range.upperBound..<max(block.upperBound, range.upperBound))
            .unicodeScalars
        let left = (before.count > reach ? "…" : "") + String(before.suffix(reach))
        let right = String(behind.prefix(reach)) + (behind.count > reach ? "…" : "")
        return line(left + "[" + text.words(range) + "]" + right)
    }
}
