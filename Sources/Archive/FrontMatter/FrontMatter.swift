import Text

/// Where a Markdown file's front matter ends and its body begins.
struct FrontMatter: Equatable {
    enum Format: Equatable { case none, yaml, toml, unclosed }

    var format: Format
    /// The bytes between the fences.
    var content: Range<Int>
    /// Offset of the body's first byte.
    var body: Int
    /// Line of the file (1-based) on which the body begins.
    var bodyLine: Int

    /// Front matter begins on the first line.
    ///
    /// A `---` there that is a thematic break is distinguished by
    /// what follows: a blank line, or no line that begins like `key:`.
    init(_ bytes: [UInt8]) {
        self = FrontMatter(format: .none, content: 0..<0, body: 0, bodyLine: 1)
        var lines = Lines(bytes)
        guard let first = lines.next(), let format = Self.opening(bytes[first]) else { return }
        let start = lines.at
        let beginsWithKey = Self.secondLineIsKey(bytes, start, format)
        var number = 1
        var looksLikeKeys = false
        var isEmpty = true
        while let line = lines.next() {
            number += 1
            if Self.closes(bytes[line], format) {
                guard looksLikeKeys || isEmpty else { return }
                self = FrontMatter(
                    format: format, content: start..<line.lowerBound, body: lines.at,
                    bodyLine: number + 1)
                return
            }
            if number == 2, Self.isBlank(bytes[line]) { return }
            isEmpty = false
            looksLikeKeys = looksLikeKeys || Self.looksLikeKey(bytes[line], format)
            // A text that begins with a thematic break is not read to its end for a fence.
            if number > 2000, !beginsWithKey { break }
        }
        guard looksLikeKeys, beginsWithKey else { return }
        self = FrontMatter(format: .unclosed, content: start..<start, body: 0, bodyLine: 1)
    }

    private init(format: Format, content: Range<Int>, body: Int, bodyLine: Int) {
        self.format = format
        self.content = content
        self.body = body
        self.bodyLine = bodyLine
    }

    private struct Lines {
        let bytes: [UInt8]
        var at = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

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
        var lines = Lines(bytes)
        lines.at = start
        return lines.next().map { looksLikeKey(bytes[$0], format) } ?? false
    }
}
