import Discovery
import Text

/// A labelled text as the trainer sees it: features by number, and the tags that its labels allow.
struct Example {
    /// Features of unit `i`: `features[offsets[i]..<offsets[i + 1]]`.
    var features: [Int32] = []
    var offsets: [Int32] = [0]
    /// The same without the list of known names.
    var plainFeatures: [Int32] = []
    var plainOffsets: [Int32] = [0]
    /// A bit for each tag that a unit may have.
    var allowed: [UInt32] = []
    var weight = 1
    /// Names whose edges are not edges of units.
    var misaligned = 0

    static let any = UInt32(1) << UInt32(NameTag.count) - 1

    /// Tags that units may have, from the labels.
    static func allowedTags(
        _ text: LabelledText, _ units: [Range<Int>]
    ) -> (allowed: [UInt32], misaligned: Int) {
        var outside: UInt32 = 1
        for kind in NameKind.allCases where !text.kinds.contains(kind) {
            outside |= 0b1111 << UInt32(NameTag.begin(kind))
        }
        var allowed = [UInt32](repeating: outside, count: units.count)
        var misaligned = 0
        for name in text.names {
            let inside = units.indices.filter { units[$0].overlaps(name.range) }
            guard let first = inside.first, let last = inside.last,
                units[first].lowerBound >= name.range.lowerBound,
                units[last].upperBound <= name.range.upperBound, let kind = name.kind
            else {
                for unit in inside { allowed[unit] = any }
                if name.kind != nil { misaligned += 1 }
                continue
            }
            for unit in inside {
                allowed[unit] =
                    1 << UInt32(NameTag.tag(kind, unit: unit - first, of: inside.count))
            }
        }
        return (allowed, misaligned)
    }
}

/// A text divided into units, with the place of each in scalars of the text.
struct UnitedText {
    let units: TextUnits
    let places: [Range<Int>]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        let folded = FoldedText(bytes)
        units = TextUnits(folded, original: bytes)
        var scalarOf = [Int](repeating: 0, count: bytes.count + 1)
        var scalar = -1
        for (index, byte) in bytes.enumerated() {
            if byte & 0xC0 != 0x80 { scalar += 1 }
            scalarOf[index] = scalar
        }
        scalarOf[bytes.count] = scalar + 1
        places = units.units.map {
            let range = folded.original(Int($0.start)..<Int($0.end))
            return scalarOf[range.lowerBound]..<scalarOf[range.upperBound]
        }
    }
}
