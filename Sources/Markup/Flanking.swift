import Text

/// CommonMark's rules for runs of `*` (section "Emphasis and strong emphasis" of the
/// specification).
enum Flanking {
    private enum Side { case space, punctuation, word }

    static func opens(_ run: Range<Int>, in source: [UInt8]) -> Bool {
        wouldOpen(at: run.upperBound, after: run.lowerBound, in: source)
    }

    static func closes(_ run: Range<Int>, in source: [UInt8]) -> Bool {
        wouldClose(at: run.lowerBound, before: run.upperBound, in: source)
    }

    /// Whether a run would be left-flanking with the text that ends at `before` on its left and the
    /// text that begins at `at` on its right.
    static func wouldOpen(at: Int, after before: Int, in source: [UInt8]) -> Bool {
        let left = side(source, before: before)
        switch side(source, at: at) {
        case .space: return false
        case .word: return true
        case .punctuation: return left != .word
        }
    }

    /// Whether a run would be right-flanking with the text that ends at `at` on its left and the
    /// text that begins at `after` on its right.
    static func wouldClose(at: Int, before after: Int, in source: [UInt8]) -> Bool {
        let right = side(source, at: after)
        switch side(source, before: at) {
        case .space: return false
        case .word: return true
        case .punctuation: return right != .word
        }
    }

    private static func side(_ source: [UInt8], at offset: Int) -> Side {
        guard offset < source.count else { return .space }
        return side(UTF8Scalars.decode(source, at: offset).scalar)
    }

    private static func side(_ source: [UInt8], before offset: Int) -> Side {
        guard let (scalar, _) = UTF8Scalars.decode(source, before: offset) else { return .space }
        return side(scalar)
    }

    private static func side(_ scalar: UInt32) -> Side {
        if scalar < 0x80 {
            let byte = UInt8(truncatingIfNeeded: scalar)
            if byte == 0x20 || (0x09...0x0D).contains(byte) { return .space }
            return SourceAlignment.isPunctuation(byte) ? .punctuation : .word
        }
        guard let properties = Unicode.Scalar(scalar)?.properties else { return .word }
        switch properties.generalCategory {
        case .spaceSeparator: return .space
        case .connectorPunctuation, .dashPunctuation, .closePunctuation, .finalPunctuation,
            .initialPunctuation, .otherPunctuation, .openPunctuation:
            return .punctuation
        default: return .word
        }
    }
}

/// Punctuation that may be at the edge of an emphasis without being part of what is emphasized.
enum EdgeMark {
    private static let pairs: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
        ("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("〈", "〉"), ("【", "】"),
        ("〔", "〕"), ("（", "）"), ("［", "］"), ("(", ")"), ("[", "]"), ("{", "}"),
    ]

    /// The mark that closes what a mark opens.
    static func closing(for scalar: UInt32) -> UInt32? {
        pairs.first { scalar == $0.open }?.close.value
    }

    static func isClosing(_ scalar: UInt32) -> Bool {
        pairs.contains { scalar == $0.close }
    }

    /// A mark between sentences or parts of one.
    static func isStop(_ scalar: UInt32) -> Bool {
        switch scalar {
        case ",", ".", ":", ";", "!", "?", "…", "—", "、", "。", "，", "．", "：",
            "；", "！", "？", "～":
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
