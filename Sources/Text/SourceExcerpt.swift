/// A source line and the caret under one of its bytes, as both are printed below a diagnostic.
///
/// A line of more than 100 columns is cut to the part around the caret, with `…` for the rest.
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

/// How many columns of a terminal a scalar takes.
public enum DisplayWidth {
    /// 2 for East Asian wide and fullwidth scalars and emoji, 0 for marks and scalars without
    /// width, 1 for the rest (Unicode Standard Annex #11, by range).
    ///
    /// A tab counts 1.
    public static func columns(_ scalar: UInt32) -> Int {
        if scalar < 0x300 { return scalar == 0xAD ? 0 : 1 }
        switch scalar {
        case 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
            0x20D0...0x20FF, 0x302A...0x302D, 0x3099...0x309A, 0xFE00...0xFE0F, 0xFE20...0xFE2F,
            0xFEFF,
            0xE0100...0xE01EF:
            return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
            0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            return 2
        default:
            return 1
        }
    }

    /// Columns of a whole string without line ends.
    public static func columns(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns($1.value) }
    }
}
