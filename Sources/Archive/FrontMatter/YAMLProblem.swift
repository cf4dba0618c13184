import Text
import Yams

/// What libYAML says about a broken document, in the program's words and at the file's own lines.
struct YAMLProblem {
    private let message: String
    private let help: String
    private let position: SourceNode.Position

    /// - Parameter linesBefore: lines of the file before the document.
    init(_ error: any Error, linesBefore: Int) {
        var mark: Mark?
        switch error {
        case YamlError.scanner(let context, let problem, let at, _),
            YamlError.parser(let context, let problem, let at, _),
            YamlError.composer(let context, let problem, let at, _):
            if let context, let open = Self.unclosed(context, at) {
                message = "this is no YAML: the \(open) that begins here is not closed"
                help = "close it, and part its items with commas"
                mark = context.mark
            } else {
                message = Self.sentence(problem, context?.text)
                help = Self.help(problem)
                mark = at
            }
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            let names = keys.sorted().map { "`\($0)`" }.joined(separator: ", ")
            message = "\(names) is written more than once"
            help = "keep one of them"
            mark = context.mark
        case YamlError.reader(let problem, _, _, _):
            message = "this is no YAML: \(problem)"
            help = "remove the character"
        default:
            message = "this is no YAML"
            help = "check the indentation and the quotes"
        }
        position = SourceNode.Position(
            line: mark.map { linesBefore + $0.line } ?? 0, column: mark?.column ?? 0)
    }

    func diagnostic(_ id: String, _ file: SourceFile) -> Diagnostic {
        var help = help
        var position = position
        // libYAML points behind the last line when something is missing at the end.
        while position.line > 1, file.lineRange(position.line)?.isEmpty ?? true {
            position = SourceNode.Position(line: position.line - 1, column: 0)
        }
        if let line = file.lineRange(position.line), file.bytes[line].first == 0x09 {
            help = "indent with spaces, not with tabs"
        }
        return Diagnostic(.error, id, at: file.place(position), message, help: help)
    }

    private static func sentence(_ problem: String, _ context: String?) -> String {
        let context = (context ?? "").trimmingWhiteSpace()
        return "this is no YAML: " + (context.isEmpty ? "" : context + ", ") + problem
    }

    /// What is left open, when libYAML noticed only on a later line.
    private static func unclosed(
        _ context: YamlError.Context, _ mark: Mark
    ) -> String? {
        guard mark.line > context.mark.line else { return nil }
        switch context.text.trimmingWhiteSpace() {
        case "while parsing a flow sequence": return "list in brackets"
        case "while parsing a flow mapping": return "mapping in braces"
        case "while scanning a quoted scalar": return "text in quotes"
        default: return nil
        }
    }

    private static func help(_ problem: String) -> String {
        if problem.contains("mapping values are not allowed") {
            return "put the value in quotes: a colon and a space begin a new key"
        }
        if problem.contains("cannot start any token") {
            return "put the value in quotes"
        }
        if problem.contains("unexpected end of stream") { return "close the quotes" }
        if problem.contains("did not find expected ',' or") {
            return "close the bracket, and part items with commas"
        }
        if problem.contains("could not find expected ':'") { return "write `key: value`" }
        if problem.contains("undefined alias") { return "put text that begins with `*` in quotes" }
        if problem.contains("another document") { return "keep one document in a file" }
        return "check the indentation and the quotes around here"
    }
}

extension String {
    /// Without ASCII white space at either end.
    func trimmingWhiteSpace() -> String {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || 0x09...0x0D ~= $0 }
        guard let start = utf8.firstIndex(where: { !isSpace($0) }),
            let end = utf8.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return start == utf8.startIndex && utf8.index(after: end) == utf8.endIndex
            ? self : String(self[start...end])
    }
}
