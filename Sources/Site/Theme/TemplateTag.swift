import Text

/// A tag of a template: `{{name}}`, `{{#name}}`, `{{> name}}` ….
struct TemplateTag {
    enum Kind {
        /// `{{name}}`: escaped.
        case variable
        /// `{{{name}}}` and `{{& name}}`: not escaped.
        case unescaped
        /// `{{#name}}`
        case section
        /// `{{^name}}`
        case inverted
        /// `{{/name}}`
        case end
        /// `{{> name}}`
        case partial
        /// `{{<name}}`
        case parent
        /// `{{$name}}`
        case block
        /// `{{! words }}`
        case comment
        /// `{{= … =}}` and `{{% … }}`: settings for the rest of the template.
        case setting
    }

    let kind: Kind
    /// Without its type character and white space; `site.title`, `count(terms)`.
    let name: String
    /// Bytes of the template, brackets included.
    let range: Range<Int>

    /// Whether a function is applied: `{{count(terms)}}`.
    var hasFunction: Bool { name.utf8.contains(UInt8(ascii: "(")) }

    /// Whether the name of a partial or parent is itself a variable: `{{> *name}}`.
    var isDynamic: Bool { name.utf8.first == UInt8(ascii: "*") }

    /// The name without functions around it, split at its dots.
    ///
    /// A leading dot, which restricts the lookup to the innermost section, gives no part.
    var path: [Substring] {
        let inner = name.split(separator: "(", omittingEmptySubsequences: false).last ?? ""
        return inner.prefix { $0 != ")" }.split(separator: ".")
    }

    /// Whether the tag needs a closing `end` tag.
    var opens: Bool {
        switch kind {
        case .section, .inverted, .parent, .block: true
        case .variable, .unescaped, .end, .partial, .comment, .setting: false
        }
    }

    /// The tag in normal form.
    var text: String {
        switch kind {
        case .variable, .comment, .setting: "{{\(name)}}"
        case .unescaped: "{{{\(name)}}}"
        case .section: "{{#\(name)}}"
        case .inverted: "{{^\(name)}}"
        case .end: "{{/\(name)}}"
        case .partial: "{{> \(name)}}"
        case .parent: "{{<\(name)}}"
        case .block: "{{$\(name)}}"
        }
    }
}

/// The tags of one template, in order, with its bytes.
struct TemplateTags {
    let bytes: [UInt8]
    /// For diagnostics.
    let file: String
    private(set) var all: [TemplateTag] = []
    /// The offset of a tag without closing brackets.
    private(set) var unclosed: Int?

    init(_ bytes: [UInt8], file: String = "") {
        self.bytes = bytes
        self.file = file
        var at = 0
        while at + 1 < bytes.count {
            guard bytes[at] == Self.open, bytes[at + 1] == Self.open else {
                at += 1
                continue
            }
            guard let tag = tag(at: at) else {
                unclosed = at
                return
            }
            all.append(tag)
            at = tag.range.upperBound
        }
    }

    /// - Returns: `nil` when the closing brackets are missing.
    private func tag(at start: Int) -> TemplateTag? {
        let sign = start + 2
        guard let close = close(after: sign) else { return nil }
        var kind = TemplateTag.Kind.variable
        var end = close + 2
        if sign < close {
            switch Unicode.Scalar(bytes[sign]) {
            case "#": kind = .section
            case "^": kind = .inverted
            case "/": kind = .end
            case ">": kind = .partial
            case "<": kind = .parent
            case "$": kind = .block
            case "!": kind = .comment
            case "=", "%": kind = .setting
            case "&": kind = .unescaped
            case "{":
                kind = .unescaped
                guard end < bytes.count, bytes[end] == Self.close else { return nil }
                end += 1
            default: break
            }
        }
        let name = bytes[(kind == .variable ? sign : sign + 1)..<close]
        return TemplateTag(kind: kind, name: Self.trimmed(name), range: start..<end)
    }

    private func close(after start: Int) -> Int? {
        var at = start
        while at + 1 < bytes.count {
            if bytes[at] == Self.close, bytes[at + 1] == Self.close { return at }
            at += 1
        }
        return nil
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let isSpace = { (byte: UInt8) in byte == 0x20 || 0x09...0x0D ~= byte }
        var rest = bytes
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return String(decoding: rest.drop(while: isSpace), as: UTF8.self)
    }

    /// The line and column of a byte, with the line.
    func place(of offset: Int) -> Diagnostic.Place {
        let start = bytes[..<offset].lastIndex(of: Self.newline).map { $0 + 1 } ?? 0
        let end = bytes[offset...].firstIndex(of: Self.newline) ?? bytes.count
        let number = bytes[..<offset].reduce(1) { $1 == Self.newline ? $0 + 1 : $0 }
        return Diagnostic.Place(
            file: file, line: number, column: offset - start + 1,
            excerpt: String(
                decoding: bytes[start..<end].prefix { $0 != UInt8(ascii: "\r") }, as: UTF8.self))
    }

    func place(of tag: TemplateTag) -> Diagnostic.Place { place(of: tag.range.lowerBound) }

    private static let open = UInt8(ascii: "{")
    private static let close = UInt8(ascii: "}")
    private static let newline = UInt8(ascii: "\n")
}
