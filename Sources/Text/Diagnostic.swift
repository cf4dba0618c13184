/// Something a user should know about their content: where, what is wrong, what to do.
///
/// A diagnostic is a value; `rendered` and `jsonLine` decide how it looks.
public struct Diagnostic: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable {
        case error, warning, note
    }

    /// A place in a file of the archive.
    public struct Place: Sendable, Hashable {
        /// Path relative to the archive folder, with `/`: `content/claims/capex.yml`.
        public var file: String
        /// 1-based; 0 when the file as a whole is meant.
        public var line: Int
        /// 1-based, in UTF-8 bytes; 0 when the line as a whole is meant.
        public var column: Int
        /// The source line without its line end, for the excerpt under the message.
        public var excerpt: String?

        public init(file: String, line: Int = 0, column: Int = 0, excerpt: String? = nil) {
            self.file = file
            self.line = line
            self.column = column
            self.excerpt = excerpt
        }
    }

    public var severity: Severity
    /// Stable kebab-case name, printed in brackets: `orphan-quote`.
    public var id: String
    /// `nil` when no file is to blame.
    public var place: Place?
    /// One sentence, without a full stop at the end.
    public var message: String
    /// Further lines of facts, in order.
    public var notes: [String]
    /// What to do, as an imperative.
    public var help: String?

    public init(
        _ severity: Severity, _ id: String, at place: Place? = nil,
        _ message: String, notes: [String] = [], help: String? = nil
    ) {
        self.severity = severity
        self.id = id
        self.place = place
        self.message = message
        self.notes = notes
        self.help = help
    }
}

extension Diagnostic: Comparable {
    /// File order: by file, line, column, then severity and words, so that a run prints the same
    /// every time.
    public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
        key(a) < key(b)
    }

    private static func key(_ d: Diagnostic) -> (String, Int, Int, String, String) {
        (d.place?.file ?? "", d.place?.line ?? 0, d.place?.column ?? 0, d.id, d.message)
    }
}

extension Diagnostic {
    /// For people: place, severity, message and id; the source line with a caret; notes; help.
    ///
    /// No line end after the last line.
    ///
    ///     content/claims/capex.yml:12:14: error: no such article [unknown-article]
    ///         - article: hunyuan
    ///                    ^
    ///       note: …
    ///       help: …
    ///
    /// - Parameter color: with ANSI escapes for a terminal.
    public func rendered(color: Bool = false) -> String {
        let style = color ? ANSIStyle.terminal : .plain
        var lines = [head(style)]
        if let place, let excerpt = place.excerpt, place.line > 0 {
            let source = SourceExcerpt(excerpt, column: place.column)
            lines.append(source.line)
            if let caret = source.caret { lines.append(style.caret(caret)) }
        }
        lines += notes.map { "  " + style.label("note:") + " " + Self.indented($0) }
        if let help { lines.append("  " + style.label("help:") + " " + Self.indented(help)) }
        return lines.joined(separator: "\n")
    }

    /// For programs: one JSON object without a line end.
    ///
    /// Keys without a value are left out; `line` and `column` are 1-based, `column` in UTF-8 bytes.
    public var jsonLine: String {
        var json = JSONWriter()
        json.object { json in
            json.member("severity", severity.rawValue)
            json.member("id", id)
            if let place {
                json.member("file", place.file)
                if place.line > 0 { json.member("line", place.line) }
                if place.column > 0 { json.member("column", place.column) }
            }
            json.member("message", message)
            json.member(ifAny: "notes", notes)
            if let help { json.member("help", help) }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private func head(_ style: ANSIStyle) -> String {
        var words = ""
        if let place {
            var parts = [place.file]
            if place.line > 0 { parts.append("\(place.line)") }
            if place.line > 0, place.column > 0 { parts.append("\(place.column)") }
            words = style.strong(parts.joined(separator: ":") + ":") + " "
        }
        return words + style.severity(severity) + " " + style.strong(message) + " [\(id)]"
    }

    /// Further lines are indented to the first word after the label.
    private static func indented(_ words: String) -> String {
        words.split(separator: "\n", omittingEmptySubsequences: false).joined(
            separator: "\n        ")
    }
}

/// Words as they are, or between ANSI escapes.
private struct ANSIStyle {
    static let plain = ANSIStyle(isOn: false)
    static let terminal = ANSIStyle(isOn: true)

    let isOn: Bool

    func strong(_ words: String) -> String { wrap(words, "1") }
    func caret(_ words: String) -> String { wrap(words, "1;32") }
    func label(_ words: String) -> String { wrap(words, "1;36") }

    func severity(_ severity: Diagnostic.Severity) -> String {
        let code =
            switch severity {
            case .error: "1;31"
            case .warning: "1;35"
            case .note: "1;36"
            }
        return wrap(severity.rawValue + ":", code)
    }

    private func wrap(_ words: String, _ code: String) -> String {
        isOn ? "\u{1B}[\(code)m\(words)\u{1B}[0m" : words
    }
}
