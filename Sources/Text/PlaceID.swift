/// The id of a place in an article, made from its words: a sentence, a mention, a remark.
///
/// Written as eight letters and digits, and after them `-2`, `-3` … for further places with the
/// same words in the same article, in their order.
public struct PlaceID: Sendable, Hashable {
    /// `WordHash.value`, and above it the number of places before it with the same hash.
    public let bits: UInt64

    public init(bits: UInt64) { self.bits = bits }

    /// Ids for places in the order of a text, by the hashes of their words.
    public static func numbered(_ hashes: [UInt64]) -> [PlaceID] {
        let sorted = hashes.sorted()
        guard zip(sorted, sorted.dropFirst()).contains(where: ==) else {
            return hashes.map(PlaceID.init(bits:))
        }
        var seen: [UInt64: UInt64] = [:]
        seen.reserveCapacity(hashes.count)
        return hashes.map { hash in
            let before = seen[hash, default: 0]
            seen[hash] = before + 1
            return PlaceID(bits: hash | before << UInt64(WordHash.bitCount))
        }
    }

    /// Whether a fragment has the form of a sentence's id: `sk3m2abcd`, `sk3m2abcd-2`, or `s12` as
    /// sites of earlier versions have it.
    public static func isSentence(_ fragment: String) -> Bool {
        guard fragment.utf8.first == 0x73 else { return false }
        let parts = fragment.utf8.dropFirst().split(separator: 0x2D, maxSplits: 1)
        guard let first = parts.first else { return false }
        let isNumber = { (digits: Substring.UTF8View) in digits.allSatisfy { 0x30...0x39 ~= $0 } }
        if parts.count == 2 { guard isNumber(parts[1]) else { return false } }
        return parts.count == 1 && isNumber(first)
            || first.count == 8 && first.allSatisfy { 0x61...0x7A ~= $0 || 0x32...0x37 ~= $0 }
    }

    public func append(to bytes: inout [UInt8]) {
        for place in stride(from: 0, to: WordHash.bitCount, by: 5) {
            let digit = UInt8(truncatingIfNeeded: bits >> UInt64(place) & 31)
            bytes.append(digit < 26 ? 0x61 + digit : 0x32 + digit - 26)
        }
        let before = bits >> UInt64(WordHash.bitCount)
        guard before > 0 else { return }
        bytes.append(0x2D)
        bytes.append(contentsOf: String(before + 1).utf8)
    }
}

extension PlaceID: CustomStringConvertible {
    public var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A hash of words: the same for texts that differ only in white space, punctuation, width, case,
/// script and accents.
///
/// Marks before a digit (`-5`, `1.5`) and signs such as `%` are parts of words. A text without a
/// word is hashed with all its marks. `docs/search.md` specifies it, and
/// `templates/assets/search.js`
/// computes it, too. Two lanes of MurmurHash3 (Austin Appleby, public domain), over scalars.
public struct WordHash: Sendable {
    public static let bitCount = 40

    private var first = Lane(state: 0, c1: 0xCC9E_2D51, c2: 0x1B87_3593)
    private var second = Lane(state: 0x9747_B28C, c1: 0x239B_961B, c2: 0xAB0E_9789)
    private var count: UInt32 = 0

    public init() {}

    /// The hash of one text.
    public static func of(_ text: [UInt8], _ range: Range<Int>) -> UInt64 {
        var hash = WordHash()
        hash.add(words: text, range)
        return hash.value
    }

    /// Adds one scalar as it is.
    public mutating func add(_ scalar: UInt32) {
        first.add(scalar)
        second.add(scalar)
        count &+= 1
    }

    /// Adds a text as it is, and an end that no text has.
    public mutating func add(exactly text: String) {
        for scalar in text.unicodeScalars { add(scalar.value) }
        add(UInt32.max)
    }

    /// Adds the words of a range of a text.
    public mutating func add(words text: [UInt8], _ range: Range<Int>) {
        let before = count
        addWords(text, range, withMarks: false)
        if count == before { addWords(text, range, withMarks: true) }
    }

    private mutating func addWords(_ text: [UInt8], _ range: Range<Int>, withMarks: Bool) {
        var at = range.lowerBound
        while at < range.upperBound {
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            at += length
            // Han ideographs, nearly all of a Chinese text.
            if scalar >= 0x4E00, scalar <= 0x9FFF {
                add(Folding.fold(scalar))
                continue
            }
            let folded = LatinLetters.plain(Folding.fold(scalar))
            switch ScalarClass(folded) {
            case .han: add(folded)
            case .word: if !Self.isIgnored(folded) { add(folded) }
            case .space, .zeroWidth: break
            case .other:
                if withMarks || !Self.isPunctuation(folded) || isDigit(text, at, range) {
                    add(Self.isHyphen(folded) ? 0x2D : folded)
                }
            }
        }
    }

    private func isDigit(_ text: [UInt8], _ at: Int, _ range: Range<Int>) -> Bool {
        guard at < range.upperBound else { return false }
        let scalar = Folding.fold(UTF8Scalars.decode(text, at: at).scalar)
        return scalar >= 0x30 && scalar <= 0x39
    }

    /// Accents and variation selectors.
    private static func isIgnored(_ scalar: UInt32) -> Bool {
        LatinLetters.isAccent(scalar) || scalar >= 0xFE00 && scalar <= 0xFE0F
            || scalar >= 0xE0100 && scalar <= 0xE01EF
    }

    private static func isHyphen(_ scalar: UInt32) -> Bool {
        scalar >= 0x2010 && scalar <= 0x2013 || scalar == 0x2212
    }

    private static func isPunctuation(_ scalar: UInt32) -> Bool {
        switch scalar {
        case "!", "\"", "'", "(", ")", "*", ",", "-", ".", "/", ":", ";", "<", ">", "?", "[", "\\",
            "]", "_", "`", "{", "|", "}", "~", "«", "·", "»":
            true
        default:
            // General punctuation, and that of Chinese and Japanese.
            scalar >= 0x2010 && scalar <= 0x2027 || scalar >= 0x2032 && scalar <= 0x205E
                || scalar >= 0x3001 && scalar <= 0x3003 || scalar >= 0x3008 && scalar <= 0x301F
                || scalar == "・" || scalar == "−" || scalar == "∙" || scalar == "⋅"
                || scalar == "⸱" || scalar == "⸳" || scalar == "゠" || scalar == "⸗"
        }
    }

    /// The lowest `bitCount` bits.
    public var value: UInt64 {
        let (low, high) = (first.final(count), second.final(count))
        return UInt64(low & 0xFFFFF) | UInt64(high & 0xFFFFF) << 20
    }

    private struct Lane {
        var state: UInt32
        let c1: UInt32
        let c2: UInt32

        @inline(__always)
        mutating func add(_ scalar: UInt32) {
            var k = scalar &* c1
            k = (k << 15 | k >> 17) &* c2
            state ^= k
            state = (state << 13 | state >> 19) &* 5 &+ 0xE654_6B64
        }

        func final(_ count: UInt32) -> UInt32 {
            var h = state ^ count
            h = (h ^ h >> 16) &* 0x85EB_CA6B
            h = (h ^ h >> 13) &* 0xC2B2_AE35
            return h ^ h >> 16
        }
    }
}
