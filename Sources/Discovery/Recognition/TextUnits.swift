import Text

/// A text divided into the units that the model tags: a Han character, a run of Latin letters and
/// digits, or a single mark.
///
/// White space is no unit.
///
/// Units are made from folded text, so Traditional and Simplified, full width and half width, share
/// their weights; capitals are read from the original.
public struct TextUnits: Sendable {
    /// The form of a unit, as features see it.
    public enum Shape: UInt8, Sendable {
        case han, kana
        case digits, lower, capitalized, capitals, mixed, lettersAndDigits
        case opening, closing, titleOpening, titleClosing
        case comma, listComma, stop, middleDot, hyphen, apostrophe, colon, slash, mark
        /// Before the first or after the last unit.
        case edge
    }

    public struct Unit: Sendable {
        /// Range in the folded bytes.
        public var start: Int32
        public var end: Int32
        public var hash: UInt32
        /// Hashes of the first three and the last three letters of a word; 0 for other units.
        var prefix: UInt32 = 0
        var suffix: UInt32 = 0
        public var shape: Shape
        public var spaceBefore: Bool
        /// The scalar of a Han unit, else 0.
        var scalar: UInt32 = 0

        static let edge = Unit(start: 0, end: 0, hash: 1, shape: .edge, spaceBefore: false)
    }

    public private(set) var units: [Unit] = []

    /// - Parameter range: of the folded bytes; `nil` for all.
    public init(_ text: FoldedText, original: [UInt8], in range: Range<Int>? = nil) {
        let bytes = text.bytes
        let range = range ?? 0..<bytes.count
        units.reserveCapacity(range.count / 3)
        var at = range.lowerBound
        var spaceBefore = true
        while at < range.upperBound {
            let (scalar, length) = UTF8Scalars.decode(bytes, at: at)
            switch ScalarClass(scalar) {
            case .space, .zeroWidth:
                at += length
                spaceBefore = true
                continue
            case .han:
                let isKana = 0x3041...0x30FF ~= scalar
                units.append(
                    Unit(
                        start: Int32(at), end: Int32(at + length), hash: Self.mix(scalar),
                        shape: isKana ? .kana : .han, spaceBefore: spaceBefore, scalar: scalar))
                at += length
            case .word:
                let end = Self.endOfWord(bytes, at)
                units.append(
                    word(at..<end, bytes, original, text.original(at..<end), spaceBefore))
                at = end
            case .other:
                units.append(
                    Unit(
                        start: Int32(at), end: Int32(at + length), hash: Self.mix(scalar),
                        shape: Self.shape(mark: scalar), spaceBefore: spaceBefore))
                at += length
            }
            spaceBefore = false
        }
    }

    private static func endOfWord(_ bytes: [UInt8], _ start: Int) -> Int {
        var at = start
        while at < bytes.count {
            let (scalar, length) = UTF8Scalars.decode(bytes, at: at)
            guard ScalarClass(scalar) == .word else { break }
            at += length
        }
        return at
    }

    private func word(
        _ range: Range<Int>, _ bytes: [UInt8], _ original: [UInt8], _ source: Range<Int>,
        _ spaceBefore: Bool
    ) -> Unit {
        Unit(
            start: Int32(range.lowerBound), end: Int32(range.upperBound),
            hash: Self.hash(bytes[range]), prefix: Self.hash(bytes[range].prefix(3)) | 1,
            suffix: Self.hash(bytes[range].suffix(3)) | 1, shape: Self.shape(original[source]),
            spaceBefore: spaceBefore)
    }

    /// The shape of a word as it is written.
    private static func shape(_ word: ArraySlice<UInt8>) -> Shape {
        var upper = 0
        var lower = 0
        var digits = 0
        var startsUpper = false
        for (index, scalar) in String(decoding: word, as: UTF8.self).unicodeScalars.enumerated() {
            switch scalar {
            case "a"..."z": lower += 1
            case "0"..."9", "０"..."９": digits += 1
            case _ where scalar.properties.isUppercase:
                upper += 1
                if index == 0 { startsUpper = true }
            default: lower += 1
            }
        }
        if upper == 0, lower == 0 { return .digits }
        if digits > 0 { return .lettersAndDigits }
        if upper == 0 { return .lower }
        if lower == 0 { return upper == 1 ? .capitalized : .capitals }
        return startsUpper && upper == 1 ? .capitalized : .mixed
    }

    private static func shape(mark scalar: UInt32) -> Shape {
        switch Unicode.Scalar(scalar) ?? " " {
        case "《", "〈": .titleOpening
        case "》", "〉": .titleClosing
        case "“", "「", "『", "\"", "‘", "(", "[", "【": .opening
        case "”", "」", "』", "’", ")", "]", "】": .closing
        case ",", ";": .comma
        case "、": .listComma
        case ".", "。", "!", "?", "…": .stop
        case "·": .middleDot
        case "-", "–", "—": .hyphen
        case "'": .apostrophe
        case ":": .colon
        case "/", "|", "\\": .slash
        default: .mark
        }
    }

    static func mix(_ value: UInt32) -> UInt32 {
        var hash = (value &+ 0x9E37_79B9) &* 0x85EB_CA6B
        hash ^= hash >> 15
        hash = hash &* 0xC2B2_AE35
        return hash ^ hash >> 13
    }

    static func hash(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return mix(hash)
    }
}
