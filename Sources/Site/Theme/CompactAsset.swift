/// Leaves out of the theme's own scripts and style sheets what only their readers need: comments
/// that stand on lines of their own, indentation, empty lines, spaces beside punctuation.
///
/// A reader's first search costs a quarter fewer bytes of script. Of the language only quotes are
/// understood, and a line with a slash or a grave accent, which may begin anything, keeps its
/// spaces. Files of an archive, which may be written in any way, are not touched.
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

    /// The line ends with the end of a comment.
    private static func ends(_ line: ArraySlice<UInt8>) -> Bool {
        line.suffix(2).elementsEqual([0x2A, 0x2F])
    }

    /// The end of a comment stands somewhere in the line.
    private static func contains(_ line: ArraySlice<UInt8>) -> Bool {
        zip(line, line.dropFirst()).contains { $0 == 0x2A && $1 == 0x2F }
    }

    /// Signs behind and before which a space says nothing, in scripts and in style sheets.
    private static let behind = Set("{};,:([=<>?&|".utf8)
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
                behind.contains(line[at - 1]) || before.contains(line[at + 1])
            {
                continue
            }
            output.append(byte)
        }
    }
}
