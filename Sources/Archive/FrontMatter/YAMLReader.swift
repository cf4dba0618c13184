import Text
import Yams

/// Reads YAML into nodes with places; the only file that knows Yams.
enum YAMLReader {
    /// How many nodes a document may become once its aliases are written out; one without aliases
    /// has no more nodes than bytes.
    private static let nodeLimit = 200_000
    /// How many aliases may occur in a document that uses lists or maps as keys, which Yams
    /// compares in full.
    private static let aliasLimit = 24

    /// The root of the document in `file`; `nil` when it is empty or broken (then a diagnostic
    /// says so).
    /// - Parameters:
    ///   - broken: id of the diagnostic for invalid YAML.
    ///   - isFields: the text is a JSON object without its braces.
    static func read(
        _ file: SourceFile, range: Range<Int>, broken: String, isFields: Bool = false
    ) -> SourceNode? {
        let lines = file.bytes[..<range.lowerBound].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        let bytes = file.bytes[range]
        guard !hasAliasBomb(bytes) else {
            tooManyAliases(file)
            return nil
        }
        do {
            let text = String(decoding: bytes, as: UTF8.self)
            let parser = try Parser(
                yaml: isFields ? "{\(text)}" : text, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else { return nil }
            var converter = Converter(
                file: file, lines: lines, left: max(nodeLimit, bytes.count))
            guard let node = converter.node(root) else {
                tooManyAliases(file)
                return nil
            }
            return node
        } catch {
            file.report(YAMLProblem(error, linesBefore: lines).diagnostic(broken, file))
            return nil
        }
    }

    private static func tooManyAliases(_ file: SourceFile) {
        file.error(
            "too-many-aliases", at: file.wholeFile,
            "the aliases (`*name`) of this file expand to too many values",
            help: "write the values where they are used")
    }

    /// Yams hashes every key, and a key that holds aliases of aliases has no bound.
    ///
    /// Yams does not give its events away, so aliases are counted as libYAML's scanner finds them:
    /// `*name` where a value can begin, for a name that an `&name` before it has. Bold words and
    /// ampersands of a text are none.
    private static func hasAliasBomb(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.contains(0x26), bytes.contains(0x2A) else { return false }
        var anchors: Set<ArraySlice<UInt8>> = []
        var aliases = 0
        var hasComplexKey = false
        var before: UInt8 = 0x0A
        for at in bytes.indices {
            let byte = bytes[at]
            switch (before, byte) {
            case (0x3F, 0x20), (0x3F, 0x0A), (0x5D, 0x3A), (0x7D, 0x3A), (0x5D, 0x20), (0x7D, 0x20):
                hasComplexKey = true  // ? key, ]: and }:
            case (...0x20, 0x26), (0x5B, 0x26), (0x7B, 0x26), (0x2C, 0x26), (0x3A, 0x26):
                if let name = anchorName(bytes, after: at) { anchors.insert(name) }
            case (...0x20, 0x2A), (0x5B, 0x2A), (0x7B, 0x2A), (0x2C, 0x2A), (0x3A, 0x2A):
                if let name = anchorName(bytes, after: at), anchors.contains(name) { aliases += 1 }
            default: break
            }
            before = byte
        }
        return aliases > aliasLimit && hasComplexKey
    }

    /// The name after `&` or `*`: letters, digits, `_` and `-`, up to white space or a sign that
    /// ends it (libYAML, `yaml_parser_scan_anchor`).
    private static func anchorName(_ bytes: ArraySlice<UInt8>, after sign: Int)
        -> ArraySlice<UInt8>?
    {
        let name = bytes[(sign + 1)...].prefix {
            $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x5F || $0 == 0x2D
        }
        guard !name.isEmpty else { return nil }
        let next = name.endIndex < bytes.endIndex ? bytes[name.endIndex] : 0x0A
        return next <= 0x20 || "?:,]}%@`".utf8.contains(next) ? name : nil
    }

    private struct Converter {
        let file: SourceFile
        /// Lines of the file before the document.
        let lines: Int
        /// Nodes that may still be made.
        var left: Int

        /// `nil` when the limit is reached.
        mutating func node(_ node: Node) -> SourceNode? {
            left -= 1
            guard left > 0 else { return nil }
            let position = position(node.mark)
            switch node {
            case .scalar(let scalar):
                return SourceNode(
                    content: .scalar(
                        ControlCharacters.replaced(in: scalar.string, at: position, file),
                        isText: scalar.style != .plain),
                    position: position)
            case .sequence(let sequence):
                var items: [SourceNode] = []
                items.reserveCapacity(sequence.count)
                for item in sequence {
                    guard let item = self.node(item) else { return nil }
                    items.append(item)
                }
                return SourceNode(content: .list(items), position: position)
            case .mapping(let mapping):
                var fields: [SourceNode.Field] = []
                fields.reserveCapacity(mapping.count)
                for (key, value) in mapping {
                    guard let value = self.node(value) else { return nil }
                    fields.append(contentsOf: self.fields(key, value))
                }
                return SourceNode(content: .map(fields), position: position)
            case .alias:
                return SourceNode(content: .scalar("", isText: false), position: position)
            }
        }

        /// One field, or those of the map that `<<` merges.
        private func fields(_ key: Node, _ value: SourceNode) -> [SourceNode.Field] {
            let name = key.scalar?.string ?? "?"
            if name == "<<", case .map(let merged) = value.content { return merged }
            return [SourceNode.Field(key: name, position: position(key.mark), value: value)]
        }

        private func position(_ mark: Mark?) -> SourceNode.Position {
            guard let mark else { return SourceNode.Position(line: 0, column: 0) }
            return SourceNode.Position(line: lines + mark.line, column: mark.column)
        }
    }
}

/// libYAML's error for an invalid document, in the program's words, at the file's own line.
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
                message = "invalid YAML: the \(open) that begins here is not closed"
                help = "close it, and separate its items with commas"
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
            message = "invalid YAML: \(problem)"
            help = "remove the character"
        default:
            message = "invalid YAML"
            help = "check the indentation and the quotes"
        }
        position = SourceNode.Position(
            line: mark.map { linesBefore + $0.line } ?? 0, column: mark?.column ?? 0)
    }

    func diagnostic(_ id: String, _ file: SourceFile) -> Diagnostic {
        var help = help
        var position = position
        // libYAML points past the last line when something is missing at the end.
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
        return "invalid YAML: " + (context.isEmpty ? "" : context + ", ") + problem
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
            return "close the bracket, and separate items with commas"
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
