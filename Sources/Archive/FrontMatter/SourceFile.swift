import Text

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
