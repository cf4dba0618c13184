/// Canonical composition (NFC) of a few scalars: a letter and its marks.
///
/// The pairs are those of Unicode; Hangul is computed (The Unicode Standard, sections 3.11, 3.12).
struct Composition: Sendable {
    static let shared = Composition()

    /// By first scalar and mark.
    private var composites: [UInt64: UInt32] = [:]
    private var parts: [UInt32: (first: UInt32, second: UInt32)] = [:]
    /// What a scalar folds to that folds to several.
    private var expansions: [UInt32: [UInt32]] = [:]

    private init() {
        var triple: [UInt32] = []
        for scalar in foldCompositions.description.unicodeScalars {
            triple.append(scalar.value)
            guard triple.count == 3 else { continue }
            composites[Self.key(triple[0], triple[1])] = triple[2]
            parts[triple[2]] = (triple[0], triple[1])
            triple = []
        }
        for line in foldExpansions.description.unicodeScalars.split(separator: "\n") {
            guard let source = line.first else { continue }
            expansions[source.value] = line.dropFirst().map(\.value)
        }
    }

    private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
        UInt64(first) << 32 | UInt64(second)
    }

    /// Whether a scalar folds to several.
    func expands(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x344, 0x2ADC: true
        case 0..<0x900, 0x1200..<0xFB00: false
        default: expansions[scalar] != nil
        }
    }

    /// Whether a scalar belongs to the character before it: combining marks, vowels and final
    /// consonants of Hangul, half-width sound marks of kana.
    static func extends(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0x300, 0x2000..<0x20D0, 0x3001..<0x302A, 0x303F..<0x3099, 0x309B...0x9FFF,
            0xAC00...0xD7FF, 0xFF00..<0xFF9E:
            false
        case 0x1160...0x11FF, "\u{FF9E}", "\u{FF9F}": true
        default:
            switch Unicode.Scalar(scalar)?.properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark: true
            default: false
            }
        }
    }

    /// The folded form of a character that is made of several scalars or folds to several.
    func folded(_ scalars: [UInt32]) -> [UInt32] {
        composed(composed(scalars).flatMap { expansions[$0] ?? [$0] }.map(Folding.fold))
    }

    /// - Parameter scalars: a character, or marks alone.
    func composed(_ scalars: [UInt32]) -> [UInt32] {
        var apart: [(scalar: UInt32, order: UInt8)] = []
        for scalar in scalars { decompose(scalar, into: &apart) }
        order(&apart)
        var composed: [UInt32] = []
        var starter: Int?
        var lastOrder: UInt8 = 0
        for (scalar, order) in apart {
            let isNext = starter.map { $0 == composed.count - 1 } ?? false
            if let at = starter, isNext || (lastOrder != 0 && lastOrder < order),
                let composite = composite(composed[at], scalar)
            {
                composed[at] = composite
                continue
            }
            if order == 0 { starter = composed.count }
            lastOrder = order
            composed.append(scalar)
        }
        return composed
    }

    private func decompose(_ scalar: UInt32, into apart: inout [(scalar: UInt32, order: UInt8)]) {
        if let (first, second) = parts[scalar] {
            decompose(first, into: &apart)
            decompose(second, into: &apart)
        } else if let expansion = expansions[scalar], expansion[0] >= 0x80 {
            for part in expansion { decompose(part, into: &apart) }
        } else if 0xAC00...0xD7A3 ~= scalar {
            let index = scalar - Hangul.syllable
            apart.append((Hangul.lead + index / (Hangul.vowels * Hangul.tails), 0))
            apart.append((Hangul.vowel + index / Hangul.tails % Hangul.vowels, 0))
            if index % Hangul.tails > 0 { apart.append((Hangul.tail + index % Hangul.tails, 0)) }
        } else {
            let order = Unicode.Scalar(scalar)?.properties.canonicalCombiningClass.rawValue
            apart.append((scalar, order ?? 0))
        }
    }

    /// Canonical order: marks by their class, those of one class as they are.
    private func order(_ apart: inout [(scalar: UInt32, order: UInt8)]) {
        for index in apart.indices.dropFirst() {
            var at = index
            while at > 0, apart[at].order != 0, apart[at - 1].order > apart[at].order {
                apart.swapAt(at, at - 1)
                at -= 1
            }
        }
    }

    private func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if Hangul.lead..<Hangul.lead + 19 ~= first, Hangul.vowel..<Hangul.vowel + 21 ~= second {
            let index = (first - Hangul.lead) * Hangul.vowels + second - Hangul.vowel
            return Hangul.syllable + index * Hangul.tails
        }
        if 0xAC00...0xD7A3 ~= first, (first - Hangul.syllable) % Hangul.tails == 0,
            Hangul.tail + 1..<Hangul.tail + Hangul.tails ~= second
        {
            return first + second - Hangul.tail
        }
        return composites[Self.key(first, second)]
    }

    private enum Hangul {
        static let syllable: UInt32 = 0xAC00
        static let lead: UInt32 = 0x1100
        static let vowel: UInt32 = 0x1161
        /// The scalar before the first final consonant.
        static let tail: UInt32 = 0x11A7
        static let vowels: UInt32 = 21
        static let tails: UInt32 = 28
    }
}
