/// Turns byte offsets of a UTF-8 text into code-point offsets.
///
/// Ascending offsets cost one pass over
/// the text in all; a smaller offset than the last one starts anew.
public struct CodePointCounter {
    private let text: [UInt8]
    private var byte = 0
    private var codePoint = 0

    public init(_ text: [UInt8]) {
        self.text = text
    }

    /// Number of code points before the byte at `offset`.
    public mutating func callAsFunction(_ offset: Int) -> Int {
        if offset < byte {
            byte = 0
            codePoint = 0
        }
        while byte < offset {
            if text[byte] & 0xC0 != 0x80 { codePoint += 1 }
            byte += 1
        }
        return codePoint
    }
}
