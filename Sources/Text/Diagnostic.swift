/// Something a user should know about their content: where, what is wrong, what to do.
///
/// A diagnostic is a value; how it looks is decided in `Diagnostic+Rendering.swift`.
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
