/// Minifies the built-in scripts and style sheets: removes comments on lines of their own,
/// indentation, empty lines, and spaces beside punctuation.
///
/// The scripts of a first search become a quarter smaller. Of the syntax only quotes are parsed: a
/// line with a slash or a grave accent, which may begin a regular expression, a comment or a
/// template string, keeps its spaces. Files of an archive are not changed.
enum CompactAsset {
    static func of(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var isComment = false
        for line in bytes.split(separator: 0x0A) {
            guard let start = line.firstIndex(where: { $0 != 0x20 }) else { continue }
            let words = line[start...]
            if isComment {
                isComment = !ends(words)
            } else if words.starts(with: [0x2F, 0x2A]), ends(words) || !contains(words) {
                isComment = !ends(words)
            } else if !words.starts(with: [0x2F, 0x2F]) {
                append(words, to: &output)
                output.append(0x0A)
            }
        }
        return output
    }

    /// Whether the line ends with the end of a comment.
    private static func ends(_ line: ArraySlice<UInt8>) -> Bool {
        line.suffix(2).elementsEqual([0x2A, 0x2F])
    }

    /// Whether the line contains the end of a comment.
    private static func contains(_ line: ArraySlice<UInt8>) -> Bool {
        zip(line, line.dropFirst()).contains { $0 == 0x2A && $1 == 0x2F }
    }

    /// Characters after and before which a space is redundant, in scripts and in style sheets.
    private static let after = Set("{};,:([=<>?&|".utf8)
    private static let before = Set("{})];,=<>?&|!".utf8)

    private static func append(_ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
        guard !line.contains(0x2F), !line.contains(0x60) else { return output += line }
        var quote: UInt8?
        var isEscaped = false
        for at in line.indices {
            let byte = line[at]
            if let open = quote {
                if !isEscaped, byte == open { quote = nil }
                isEscaped = !isEscaped && byte == 0x5C
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x20, at > line.startIndex, at + 1 < line.endIndex,
                after.contains(line[at - 1]) || before.contains(line[at + 1])
            {
                continue
            }
            output.append(byte)
        }
    }
}
