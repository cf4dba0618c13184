import Text

/// Where a Markdown file's front matter ends and its body begins.
///
/// Besides YAML between `---` and TOML between `+++` these forms are read: blank lines before the
/// first fence (Hugo), YAML without a first fence (Hexo), a JSON object (Hugo), JSON fields before
/// `;;;` (Hexo), lines like `[#]: key: (value)` (LCTT), and fields alone before a blank line.
struct FrontMatter: Equatable {
    enum Format: Equatable {
        case none, yaml, toml, unclosed
        /// The fields of a JSON object without its braces.
        case jsonFields
        /// `BracketedMatter`.
        case bracketed
    }

    var format: Format
    /// The bytes between the fences.
    var content: Range<Int>
    /// Offset of the body's first byte.
    var body: Int
    /// Line of the file (1-based) on which the body begins.
    var bodyLine: Int

    /// A `---` that is a thematic break is distinguished by what follows: a blank line, or no line
    /// that begins like `key:`.
    init(_ bytes: [UInt8]) {
        self = FrontMatter(format: .none, content: 0..<0, body: 0, bodyLine: 1)
        var lines = Lines(bytes)
        var blank = 0
        while let line = lines.next() {
            guard Self.isBlank(bytes[line]) else {
                guard let found = Self.beginning(bytes, at: line, number: blank + 1) else { return }
                // A fence after blank lines that nothing closes is a thematic break.
                if found.format != .unclosed || blank == 0 { self = found }
                return
            }
            blank += 1
            guard blank < 100 else { return }
        }
    }

    /// Front matter whose first line is `line`, the `number`th of the file.
    private static func beginning(_ bytes: [UInt8], at line: Range<Int>, number: Int)
        -> FrontMatter?
    {
        if let format = opening(bytes[line]) {
            return fenced(bytes, after: line.upperBound + 1, format, number)
        }
        switch bytes[line.lowerBound] {
        case UInt8(ascii: "{"): return object(bytes, at: line.lowerBound, number)
        case UInt8(ascii: "\""): return jsonFields(bytes, at: line.lowerBound, number)
        case UInt8(ascii: "["): return bracketed(bytes, at: line.lowerBound, number)
        default: return unfenced(bytes, at: line.lowerBound, number)
        }
    }

    private static func fenced(
        _ bytes: [UInt8], after start: Int, _ format: Format, _ first: Int
    ) -> FrontMatter? {
        guard start <= bytes.count else { return nil }
        var lines = Lines(bytes, at: start)
        let beginsWithKey = secondLineIsKey(bytes, start, format)
        var number = first
        var looksLikeKeys = false
        var isEmpty = true
        while let line = lines.next() {
            number += 1
            if closes(bytes[line], format) {
                guard looksLikeKeys || isEmpty else { return nil }
                return FrontMatter(
                    format: format, content: start..<line.lowerBound, body: lines.at,
                    bodyLine: number + 1)
            }
            if number == first + 1, isBlank(bytes[line]) { return nil }
            isEmpty = false
            looksLikeKeys = looksLikeKeys || looksLikeKey(bytes[line], format)
            // A text that begins with a thematic break is not read to its end for a fence.
            if number > 2000, !beginsWithKey { break }
        }
        guard looksLikeKeys, beginsWithKey else { return nil }
        return FrontMatter(format: .unclosed, content: start..<start, body: 0, bodyLine: 1)
    }

    /// A JSON object from its brace to the line of its last one.
    private static func object(_ bytes: [UInt8], at start: Int, _ first: Int) -> FrontMatter? {
        guard start + 1 < bytes.count,
            bytes[start + 1] <= 0x20 || bytes[start + 1] == UInt8(ascii: "\"")
        else { return nil }
        var depth = 0
        var isText = false
        var hasKey = false
        var at = start
        while at < bytes.count, at - start < 1 << 20 {
            let byte = bytes[at]
            if isText {
                if byte == UInt8(ascii: "\\") {
                    at += 1
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                    hasKey = true
                }
            } else if byte == UInt8(ascii: "\"") {
                isText = true
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                depth += 1
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                depth -= 1
                if depth == 0 { break }
            } else if !hasKey, byte > 0x20 {
                return nil
            }
            at += 1
        }
        guard depth == 0, at < bytes.count, hasKey || at == start + 1 else { return nil }
        var lines = Lines(bytes, at: at + 1)
        guard let rest = lines.next() ?? Optional(bytes.count..<bytes.count), isBlank(bytes[rest])
        else { return nil }
        let ends = bytes[start..<at].count { $0 == 0x0A }
        return FrontMatter(
            format: .yaml, content: start..<at + 1, body: lines.at, bodyLine: first + ends + 1)
    }

    private static func jsonFields(_ bytes: [UInt8], at start: Int, _ first: Int) -> FrontMatter? {
        var lines = Lines(bytes, at: start)
        var number = first
        var hasField = false
        while let line = lines.next(), number - first < 200 {
            if bytes[line].starts(with: ";;;".utf8), isBlank(bytes[line].dropFirst(3)) {
                guard hasField else { return nil }
                return FrontMatter(
                    format: .jsonFields, content: start..<line.lowerBound, body: lines.at,
                    bodyLine: number + 1)
            }
            hasField = hasField || looksLikeKey(bytes[line], .yaml)
            guard hasField else { return nil }
            number += 1
        }
        return nil
    }

    private static func bracketed(_ bytes: [UInt8], at start: Int, _ first: Int) -> FrontMatter? {
        var lines = Lines(bytes, at: start)
        var end = start
        var number = first
        while let line = lines.next(), BracketedMatter.isField(bytes[line]) {
            end = lines.at
            number += 1
        }
        guard end > start else { return nil }
        return FrontMatter(format: .bracketed, content: start..<end, body: end, bodyLine: number)
    }

    /// Fields that `---` closes, or that a blank line does if two of them are keys of articles.
    private static func unfenced(_ bytes: [UInt8], at start: Int, _ first: Int) -> FrontMatter? {
        var lines = Lines(bytes, at: start)
        var number = first
        var known = 0
        while let line = lines.next(), number - first < 200 {
            let text = bytes[line]
            let closes = closes(text, .yaml)
            if closes || isBlank(text) {
                guard known >= (closes ? 1 : 2) else { return nil }
                return FrontMatter(
                    format: .yaml, content: start..<line.lowerBound, body: lines.at,
                    bodyLine: number + 1)
            }
            let continues =
                number > first
                && (text.first == 0x20 || text.first == 0x09 || text.starts(with: "- ".utf8)
                    || text.first == 0x23)
            guard continues || looksLikeKey(text, .yaml) else { return nil }
            let key = text.prefix { $0 != 0x3A }
            if knownKeys.contains(where: { $0.utf8.elementsEqual(key) }) { known += 1 }
            if number == first, known == 0 { return nil }
            number += 1
        }
        return nil
    }

    /// As programs write them: `Title: …` in capitals is more often a line of a text.
    private static let knownKeys = [
        "title", "date", "author", "authors", "tags", "tag", "categories", "category", "slug",
        "draft", "layout", "permalink", "updated", "lang", "description", "summary", "url",
    ]

    private init(format: Format, content: Range<Int>, body: Int, bodyLine: Int) {
        self.format = format
        self.content = content
        self.body = body
        self.bodyLine = bodyLine
    }

    private struct Lines {
        let bytes: [UInt8]
        var at = 0

        init(_ bytes: [UInt8], at start: Int = 0) {
            self.bytes = bytes
            at = start
        }

        /// The next line without its end.
        mutating func next() -> Range<Int>? {
            guard at < bytes.count else { return nil }
            let start = at
            while at < bytes.count, bytes[at] != 0x0A { at += 1 }
            let end = at
            if at < bytes.count { at += 1 }
            return start..<end
        }
    }

    private static func opening(_ line: ArraySlice<UInt8>) -> Format? {
        if isFence(line, 0x2D) { return .yaml }
        return isFence(line, 0x2B) ? .toml : nil
    }

    private static func closes(_ line: ArraySlice<UInt8>, _ format: Format) -> Bool {
        format == .yaml ? isFence(line, 0x2D) || isFence(line, 0x2E) : isFence(line, 0x2B)
    }

    /// Three of `byte` and white space.
    private static func isFence(_ line: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
        line.count >= 3 && line.prefix(3).allSatisfy { $0 == byte } && isBlank(line.dropFirst(3))
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
        line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// `key:` and a space or the line's end (YAML), `key =` (TOML); a key has no space but in
    /// quotes.
    private static func looksLikeKey(_ line: ArraySlice<UInt8>, _ format: Format) -> Bool {
        let sign: UInt8 = format == .yaml ? 0x3A : 0x3D
        guard let at = line.firstIndex(of: sign), at > line.startIndex else { return false }
        var key = line[..<at]
        while key.last == 0x20 { key = key.dropLast() }
        guard let first = key.first, first != 0x20, first != 0x23 else { return false }
        let isQuoted = first == 0x22 || first == 0x27
        guard
            isQuoted
                || !key.contains(where: { $0 == 0x20 || $0 == 0x2A || $0 == 0x5B || $0 == 0x3E })
        else {
            return false
        }
        return format == .toml || at + 1 == line.endIndex || line[at + 1] == 0x20
            || line[at + 1] == 0x09
    }

    private static func secondLineIsKey(_ bytes: [UInt8], _ start: Int, _ format: Format) -> Bool {
        var lines = Lines(bytes, at: start)
        return lines.next().map { looksLikeKey(bytes[$0], format) } ?? false
    }
}

extension FrontMatter {
    /// What it says; `nil` when it is empty or broken.
    ///
    /// - Parameter file: holds the bytes before the body at least.
    func root(in file: SourceFile) -> SourceNode? {
        switch format {
        case .none, .unclosed: nil
        case .yaml: YAMLReader.read(file, range: content, broken: "bad-front-matter")
        case .jsonFields:
            YAMLReader.read(file, range: content, broken: "bad-front-matter", isFields: true)
        case .toml: TOMLReader.read(file, range: content)
        case .bracketed: BracketedMatter.read(file, range: content)
        }
    }
}
