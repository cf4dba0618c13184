import Text

/// Punctuation that may stand at the edge of an emphasis without being part of what is emphasized.
enum EdgeMark {
    private static let pairs: [(open: UInt32, close: UInt32)] = [
        (0x201C, 0x201D), (0x2018, 0x2019), (0x300C, 0x300D), (0x300E, 0x300F), (0x300A, 0x300B),
        (0x3008, 0x3009), (0x3010, 0x3011), (0x3014, 0x3015), (0xFF08, 0xFF09), (0xFF3B, 0xFF3D),
        (0x28, 0x29), (0x5B, 0x5D), (0x7B, 0x7D),
    ]

    /// The mark that closes what a mark opens.
    static func closing(for scalar: UInt32) -> UInt32? {
        pairs.first { $0.open == scalar }?.close
    }

    static func isClosing(_ scalar: UInt32) -> Bool {
        pairs.contains { $0.close == scalar }
    }

    /// A mark between sentences or parts of one.
    static func isStop(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F, 0x2026, 0x2014, 0x3001, 0x3002, 0xFF0C, 0xFF0E,
            0xFF1A,
            0xFF1B, 0xFF01, 0xFF1F, 0xFF5E:
            true
        default: false
        }
    }

    /// Whether every opening mark of a text has its closing mark after it, and the other way round.
    static func isBalanced(_ text: ArraySlice<UInt8>) -> Bool {
        var open: [UInt32] = []
        var bytes = Array(text)[...]
        while !bytes.isEmpty {
            let (scalar, length) = UTF8Scalars.decode(Array(bytes.prefix(4)), at: 0)
            if let close = closing(for: scalar) {
                open.append(close)
            } else if isClosing(scalar) {
                guard open.popLast() == scalar else { return false }
            }
            bytes = bytes.dropFirst(length)
        }
        return open.isEmpty
    }
}
