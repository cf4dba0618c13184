/// A source line and the caret under one of its bytes, as both are printed below a diagnostic.
///
/// A line of more than 100 columns is cut to what stands around the caret, with `…` for the rest.
/// Control characters other than tabs are shown as U+FFFD, so that none reaches a terminal.
struct SourceExcerpt {
    private static let widest = 100
    /// Columns kept before the caret in a cut line.
    private static let lead = 40

    let line: String
    /// Tabs and spaces up to the caret and the caret; `nil` when the line as a whole is meant.
    let caret: String?

    /// - Parameter column: 1-based, in UTF-8 bytes; 0: no caret.
    init(_ excerpt: String, column: Int) {
        let scalars = Array(excerpt.unicodeScalars)
        let widths = scalars.map { DisplayWidth.columns($0.value) }
        var mark = 0
        var bytes = 0
        while column > 0, mark < scalars.count, bytes + UTF8.width(scalars[mark]) < column {
            bytes += UTF8.width(scalars[mark])
            mark += 1
        }
        var shown = 0..<scalars.count
        if widths.reduce(0, +) > Self.widest {
            shown = Self.window(widths, around: mark)
        }
        let before = shown.lowerBound > 0 ? "…" : ""
        let after = shown.upperBound < scalars.count ? "…" : ""
        line = before + Self.string(scalars[shown]) + after
        guard column > 0 else {
            caret = nil
            return
        }
        var pad = before.isEmpty ? "" : " "
        for at in shown.lowerBound..<mark {
            pad += scalars[at].value == 0x09 ? "\t" : String(repeating: " ", count: widths[at])
        }
        caret = pad + "^"
    }

    private static func window(_ widths: [Int], around mark: Int) -> Range<Int> {
        var start = mark
        var used = 0
        while start > 0, used + widths[start - 1] <= lead {
            start -= 1
            used += widths[start]
        }
        var end = mark
        while end < widths.count, used + widths[end] <= widest - 2 {
            used += widths[end]
            end += 1
        }
        while start > 0, used + widths[start - 1] <= widest - 2 {
            start -= 1
            used += widths[start]
        }
        return start..<end
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(
            contentsOf: scalars.map { $0.value >= 0x20 || $0.value == 0x09 ? $0 : "\u{FFFD}" })
        return String(view)
    }
}
