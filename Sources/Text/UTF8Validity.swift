/// Whether bytes are UTF-8.
///
/// Every text is asked once or twice, so runs of ASCII and of Han are passed by eight and six
/// bytes; the standard library takes three times as long for Chinese. Source of the ranges: The
/// Unicode Standard 16.0, table 3-7.
public enum UTF8Validity {
    /// Offset of the first byte that is not part of a valid scalar.
    public static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { text in
            var at = 0
            while true {
                at = endOfRun(text, from: at)
                guard at < text.count else { return nil }
                let length = scalarLength(text, at: at)
                guard length > 0 else { return at }
                at += length
            }
        }
    }

    /// What a text of unknown encoding looks like as UTF-8: valid sequences of more than one byte,
    /// invalid bytes, and the offset of the first of these.
    public static func count(_ bytes: [UInt8]) -> (sequences: Int, broken: Int, first: Int) {
        bytes.withUnsafeBufferPointer { text in
            var (sequences, broken, first) = (0, 0, 0)
            var at = 0
            while at < text.count {
                let length = scalarLength(text, at: at)
                if length == 0 {
                    if broken == 0 { first = at }
                    broken += 1
                } else if length > 1 {
                    sequences += 1
                }
                at += max(1, length)
            }
            return (sequences, broken, first)
        }
    }

    /// Passes what is ASCII, or two scalars of three bytes each.
    private static func endOfRun(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var at = start
        while at + 8 <= text.count {
            let bytes = ByteWord(text, at: at)
            if bytes.isASCII {
                at += 8
            } else if bytes.beginsWithTwoTriples {
                at += 6
            } else {
                break
            }
        }
        return at
    }

    /// In bytes; 0 when none begins here.
    private static func scalarLength(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        let second: ClosedRange<UInt8>
        let length: Int
        switch text[start] {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard start + length <= text.count, second.contains(text[start + 1]) else { return 0 }
        for at in start + 2..<start + length where text[at] & 0xC0 != 0x80 { return 0 }
        return length
    }
}

extension ByteWord {
    fileprivate var isASCII: Bool { word & Self.highs == 0 }

    /// The first six are two scalars of three bytes.
    ///
    /// False after E0 and ED, where the second byte is restricted.
    fileprivate var beginsWithTwoTriples: Bool {
        let bytes = UInt64(littleEndian: word)
        guard bytes & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0 else { return false }
        let (first, second) = (bytes & 0x0F, bytes >> 24 & 0x0F)
        return first != 0 && first != 0x0D && second != 0 && second != 0x0D
    }
}

/// Turns byte offsets of a UTF-8 text into code-point offsets.
///
/// Ascending offsets cost one pass over
/// the text in all; a smaller offset than the last one starts over.
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
