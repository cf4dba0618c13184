import Text

/// A value of YAML or TOML with the position it was written at.
struct SourceNode {
    /// Line and column as libYAML counts them: from 1, columns in scalars; line 0 is unknown,
    /// column 0 the whole line.
    struct Position {
        var line: Int
        var column: Int
    }

    struct Field {
        var key: String
        var position: Position
        var value: SourceNode
    }

    indirect enum Content {
        /// `isText`: written in quotes or as a block, so it is a string whatever it looks like.
        case scalar(String, isText: Bool)
        case list([SourceNode])
        case map([Field])
    }

    var content: Content
    var position: Position

    /// Whether it is `null`, `~` or nothing at all.
    var isNull: Bool {
        guard case .scalar(let text, isText: false) = content else { return false }
        return CoreSchema.isNull(text)
    }

    /// A scalar as it is written; `nil` for lists and mappings.
    var scalarText: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    /// Without places, scalars by the core schema of YAML 1.2 (section 10.3).
    var value: Value {
        switch content {
        case .scalar(let text, let isText): isText ? .string(text) : CoreSchema.value(text)
        case .list(let items): .list(items.map(\.value))
        case .map(let fields):
            .map(
                Dictionary(
                    fields.map { ($0.key, $0.value.value) }, uniquingKeysWith: { first, _ in first }
                ))
        }
    }

    /// What it is, for messages: "a list", "a number".
    var kindName: String {
        switch content {
        case .list: return "a list"
        case .map: return "`key: value` pairs"
        case .scalar: break
        }
        return switch value {
        case .null: "nothing"
        case .bool: "true or false"
        case .int, .double: "a number"
        default: "text"
        }
    }
}

/// What plain scalars mean in the core schema of YAML 1.2.
enum CoreSchema {
    static func isNull(_ text: String) -> Bool {
        text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
    }

    /// The truth values of YAML 1.1 too, where one is asked for.
    static func bool(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "on": true
        case "false", "no", "off": false
        default: nil
        }
    }

    static func value(_ text: String) -> Value {
        if isNull(text) { return .null }
        switch text {
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        case ".nan", ".NaN", ".NAN": return .double(.nan)
        case ".inf", ".Inf", ".INF", "+.inf": return .double(.infinity)
        case "-.inf", "-.Inf", "-.INF": return .double(-.infinity)
        default: return number(text) ?? .string(text)
        }
    }

    private static func number(_ text: String) -> Value? {
        guard let first = text.utf8.first, first < 0x3A, first > 0x2A else { return nil }
        if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16).map { .int($0) } }
        if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8).map { .int($0) } }
        if let number = Int(text) { return .int(number) }
        let isDecimal = text.utf8.allSatisfy { byte in
            byte &- 0x30 < 10 || byte == 0x2E || byte == 0x2D || byte == 0x2B || byte | 0x20 == 0x65
        }
        return isDecimal ? Double(text).map { .double($0) } : nil
    }
}

/// The YAML or TOML of one file while it is read: gives places their excerpts and gathers what is
/// wrong.
///
/// Lives on one core while its file is read; only its diagnostics leave.
final class SourceFile {
    let path: String
    /// The lines from `firstLine` on; for an article only its front matter.
    let bytes: [UInt8]
    /// Line of the file on which `bytes` begins, 1-based.
    let firstLine: Int
    private(set) var diagnostics: [Diagnostic] = []
    private var lineStarts: [Int] = []
    private var lastExcerpt: (line: Int, text: String)?

    init(path: String, bytes: [UInt8], firstLine: Int = 1) {
        self.path = path
        self.bytes = bytes
        self.firstLine = firstLine
    }

    func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    func error(_ id: String, at place: Diagnostic.Place, _ message: String, help: String? = nil) {
        diagnostics.append(Diagnostic(.error, id, at: place, message, help: help))
    }

    func warning(_ id: String, at place: Diagnostic.Place, _ message: String, help: String? = nil) {
        diagnostics.append(Diagnostic(.warning, id, at: place, message, help: help))
    }

    /// The file as a whole.
    var wholeFile: Diagnostic.Place { Diagnostic.Place(file: path) }

    /// A position as libYAML counts: line 1 is the first of `bytes`, columns are scalars from 1.
    func place(_ position: SourceNode.Position) -> Diagnostic.Place {
        guard position.line > 0, let line = lineRange(position.line) else { return wholeFile }
        var at = line.lowerBound
        var scalars = 1
        while at < line.upperBound, scalars < position.column {
            at += UTF8Scalars.decode(bytes, at: at).length
            scalars += 1
        }
        return Diagnostic.Place(
            file: path, line: firstLine + position.line - 1,
            column: position.column == 0 ? 0 : at - line.lowerBound + 1,
            excerpt: excerpt(position.line, line))
    }

    /// Bytes of a line of `bytes` (1-based) without its line end.
    func lineRange(_ line: Int) -> Range<Int>? {
        if lineStarts.isEmpty {
            lineStarts = [0]
            for (at, byte) in bytes.enumerated() where byte == 0x0A { lineStarts.append(at + 1) }
        }
        guard line >= 1, line <= lineStarts.count else { return nil }
        let start = lineStarts[line - 1]
        return start..<(line < lineStarts.count ? lineStarts[line] - 1 : bytes.count)
    }

    /// Values of one line share one excerpt.
    private func excerpt(_ number: Int, _ line: Range<Int>) -> String {
        if let lastExcerpt, lastExcerpt.line == number { return lastExcerpt.text }
        let text = String(decoding: bytes[line], as: UTF8.self)
        lastExcerpt = (number, text)
        return text
    }
}
