import Text

/// What a line looks like from afar: how many letters of which script, and how it ends.
struct LineShape {
    /// Ideographs, kana, hangul.
    private(set) var han = 0
    /// Letters and digits of other scripts.
    private(set) var word = 0
    /// Every scalar, white space and punctuation too.
    private(set) var scalars = 0
    /// The last scalar that is not white space.
    private(set) var last: Unicode.Scalar?
    /// The last scalar that is neither white space nor a closing quote or bracket.
    private(set) var lastInside: Unicode.Scalar?

    var letters: Int { han + word }
    var isBlank: Bool { last == nil }
    var isMostlyHan: Bool { han > 0 && han * 3 >= word }

    /// The line ends as a sentence does: a stop, perhaps inside closing quotes or brackets.
    var endsSentence: Bool {
        guard let lastInside else { return false }
        return "。！？!?…；;.".unicodeScalars.contains(lastInside)
    }

    init(_ line: String) {
        for scalar in line.unicodeScalars {
            scalars += 1
            switch ScalarClass(scalar.value) {
            case .han: han += 1
            case .word: word += 1
            case .space, .zeroWidth: continue
            case .other: break
            }
            last = scalar
            if !Self.closers.contains(scalar) { lastInside = scalar }
        }
    }

    private static let closers = Set("”’」』）)】》〉\"'*_]］".unicodeScalars)
}

extension String {
    /// Without white space (of every kind, the ideographic and the zero-width one too) at its ends.
    var trimmed: String { Substring(self).trimmed }
}

extension Substring {
    var trimmed: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, Self.isEmptySpace(first) { scalars.removeFirst() }
        while let last = scalars.last, Self.isEmptySpace(last) { scalars.removeLast() }
        return String(Substring(scalars))
    }

    private static func isEmptySpace(_ scalar: Unicode.Scalar) -> Bool {
        switch ScalarClass(scalar.value) {
        case .space, .zeroWidth: true
        default: false
        }
    }
}

/// The letters and digits of a text without white space, punctuation and marks: what two texts have
/// in common when only their layout differs.
enum Letters {
    static func of(_ text: String) -> [UInt8] {
        of(Array(text.utf8))
    }

    /// UTF-8 in, UTF-8 out; the bytes must be valid.
    static func of(_ utf8: [UInt8]) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(utf8.count)
        var i = 0
        while i < utf8.count {
            let (scalar, length) = UTF8Scalars.decode(utf8, at: i)
            switch ScalarClass(scalar) {
            case .han, .word: letters.append(contentsOf: utf8[i..<i + length])
            case .space, .zeroWidth, .other: break
            }
            i += length
        }
        return letters
    }
}
