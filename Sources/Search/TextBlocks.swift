import Text

/// Blocks of a plain text: what an empty line separates.
///
/// Nothing is found across two blocks; a single line end inside one is white space.
public enum TextBlocks {
    /// Ascending; without the empty lines between them.
    public static func ranges(_ text: [UInt8]) -> [Range<Int>] {
        text.withUnsafeBufferPointer { text in
            var ranges: [Range<Int>] = []
            var start = 0
            var at = 0
            while at < text.count {
                if at + 8 <= text.count, !EightBytes(text, at: at).holds(0x0A) {
                    at += 8
                } else if text[at] == 0x0A, at + 1 < text.count, text[at + 1] == 0x0A {
                    if at > start { ranges.append(start..<at) }
                    while at < text.count, text[at] == 0x0A { at += 1 }
                    start = at
                } else {
                    at += 1
                }
            }
            if text.count > start { ranges.append(start..<text.count) }
            return ranges
        }
    }
}
