import Text

/// Reads the review file as an editor left it.
///
/// A row is `- [ ] name | kind | id` with indented lines below: `forms: …; …` and `same as? [ ]
/// id`.
/// Full-width marks count as their narrow forms. Everything else is for the reader and ignored.
public struct ReviewReader {
    public private(set) var rows: [ReviewRow] = []
    public private(set) var diagnostics: [Diagnostic] = []
    private let path: String

    public init(_ text: String, path: String = ReviewText.path) {
        self.path = path
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            read(line, number: index + 1)
        }
    }

    private mutating func read(_ line: Substring, number: Int) {
        let content = line.drop { $0 == " " || $0 == "\t" }
        guard let marker = content.first, marker == "-" || marker == "*" else { return }
        let item = content.dropFirst().trimmed
        if content.startIndex == line.startIndex {
            readRow(item, number)
        } else if !rows.isEmpty {
            readDetail(item, number)
        } else {
            error("this line belongs to no row", number, help: "remove it")
        }
    }

    private mutating func readRow(_ item: Substring, _ number: Int) {
        guard let (box, rest) = Self.box(item) else {
            error(
                "a row must begin with a box", number,
                help: "write `- [ ]`, `- [x]` or `- [-]` before the name")
            return
        }
        guard let box else {
            error(
                "`\(item.prefix(3))` is not a box", number,
                help: "write `[ ]` to decide later, `[x]` to accept, `[-]` to reject")
            return
        }
        let parts = rest.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "|" || $0 == "｜" }
        ).map(\.trimmed)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else {
            error(
                "a row must have a name, a kind and an id", number,
                help: "write `- [x] name | person | id`")
            return
        }
        rows.append(
            ReviewRow(
                box: box, name: String(parts[0]), kind: String(parts[1]), id: String(parts[2]),
                forms: [], line: number))
    }

    private mutating func readDetail(_ item: Substring, _ number: Int) {
        let last = rows.count - 1
        if let forms = Self.value(of: "forms", item) {
            rows[last].forms = forms.split { $0 == ";" || $0 == "；" || $0 == "、" }
                .map { String(Self.withoutCount($0.trimmed)) }.filter { !$0.isEmpty }
        } else if item.hasPrefix("same as") {
            let rest = item.dropFirst("same as".count).drop { $0 == "?" || $0 == "？" || $0 == " " }
            guard let (box, id) = Self.box(rest), let box else {
                error(
                    "`\(rest.prefix(3))` is not a box", number,
                    help: "write `same as? [x] id` if they are the same")
                return
            }
            if box == .accepted { rows[last].sameAs.append(String(id.prefix { $0 != " " })) }
        } else if item.hasPrefix("score ") {
            rows[last].score = Double(item.dropFirst("score ".count).prefix { $0 != ":" })
        }
    }

    /// The box that a text begins with, and the rest.
    /// - Returns: `nil` without brackets; the box is `nil` for an unknown character.
    private static func box(_ text: Substring) -> (box: ReviewRow.Box?, rest: Substring)? {
        guard let open = text.first, "[［【".contains(open),
            let close = text.firstIndex(where: { "]］】".contains($0) })
        else { return nil }
        let inside = text[text.index(after: text.startIndex)..<close].trimmed
        let rest = text[text.index(after: close)...].trimmed
        let box: ReviewRow.Box? =
            switch inside {
            case "": .open
            case "x", "X", "×", "✓", "✔", "ｘ": .accepted
            case "-", "–", "—", "－": .rejected
            default: nil
            }
        return (box, rest)
    }

    private static func value(of key: String, _ item: Substring) -> Substring? {
        guard item.hasPrefix(key) else { return nil }
        let rest = item.dropFirst(key.count).drop { $0 == " " }
        guard let colon = rest.first, colon == ":" || colon == "：" else { return nil }
        return rest.dropFirst().trimmed
    }

    /// `元宝 ×12` without the count.
    private static func withoutCount(_ form: Substring) -> Substring {
        guard let sign = form.lastIndex(of: "×"), form[sign...].dropFirst().allSatisfy(\.isNumber)
        else { return form }
        return form[..<sign].trimmed
    }

    private mutating func error(_ message: String, _ line: Int, help: String) {
        diagnostics.append(
            Diagnostic(
                .error, "bad-review-row", at: .init(file: path, line: line, column: 1), message,
                help: help))
    }
}

extension Substring {
    var trimmed: Substring {
        var text = drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
