import Text

/// The features of the units of a text: what the model knows about each unit when it decides
/// whether a name is there.
///
/// A feature is a 64-bit hash of a template and its values. The templates follow those of
/// CRFsuite's named-entity example and of Chinese taggers by character: the unit and its neighbors
/// alone, in pairs and triples; their shapes; the everyday words of the dictionary that begin or
/// end
/// here; widely known names; and quotation marks and brackets that are open.
public struct UnitFeatures {
    private let units: [TextUnits.Unit]
    /// Longest everyday word that begins or ends at a unit: length and class of frequency.
    private let wordFrom: [UInt8]
    private let wordTo: [UInt8]
    /// How a widely known name covers the unit (`KnownNames.Cover`), 0 for none.
    private let known: [UInt8]
    private let open: [UInt8]
    static let reach = 3

    public init(_ text: TextUnits, _ frequencies: EverydayWords, _ names: KnownNames?) {
        let edge = [TextUnits.Unit](repeating: .edge, count: Self.reach)
        units = edge + text.units + edge
        (wordFrom, wordTo) = frequencies.longestWords(text.units)
        known = names?.cover(text.units) ?? [UInt8](repeating: 0, count: text.units.count)
        var depth: UInt8 = 0
        open = text.units.map { unit in
            switch unit.shape {
            case .titleOpening: depth = 2
            case .opening: depth = 1
            case .titleClosing, .closing, .stop: depth = 0
            default: break
            }
            return depth
        }
    }

    public var count: Int { open.count }

    /// Templates in use; a feature's template is in its hash.
    static let templates = 36

    /// Calls `body` with each feature of unit `index`.
    public func forEach(at index: Int, _ body: (UInt64) -> Void) {
        let at = index + Self.reach
        let (a, b, c, d, e) = (
            units[at - 2], units[at - 1], units[at], units[at + 1], units[at + 2]
        )
        func emit(_ template: UInt64, _ x: UInt32, _ y: UInt32 = 0, _ z: UInt32 = 0) {
            var hash = (template &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(x) &* 0xC2B2_AE3D_27D4_EB4F
            hash = (hash ^ hash >> 29) &+ UInt64(y) &* 0x1656_67B1_9E37_79F9
            hash = (hash ^ hash >> 32) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= UInt64(z) &* 0x94D0_49BB_1331_11EB
            hash = (hash ^ hash >> 31) &* 0xBF58_476D_1CE4_E5B9
            body(hash ^ hash >> 30)
        }
        emit(0, 0)
        emit(1, a.hash)
        emit(2, b.hash)
        emit(3, c.hash)
        emit(4, d.hash)
        emit(5, e.hash)
        emit(6, b.hash, c.hash)
        emit(7, c.hash, d.hash)
        emit(8, a.hash, b.hash)
        emit(9, d.hash, e.hash)
        emit(10, b.hash, d.hash)
        emit(11, a.hash, b.hash, c.hash)
        emit(12, b.hash, c.hash, d.hash)
        emit(13, c.hash, d.hash, e.hash)
        emit(14, units[at - 3].hash)
        emit(15, units[at + 3].hash)
        let shapes = (
            UInt32(a.shape.rawValue), UInt32(b.shape.rawValue), UInt32(c.shape.rawValue),
            UInt32(d.shape.rawValue), UInt32(e.shape.rawValue)
        )
        emit(16, shapes.1 << 8 | shapes.2, shapes.3)
        emit(17, shapes.0 << 8 | shapes.1, shapes.2)
        emit(18, shapes.2, shapes.3 << 8 | shapes.4)
        emit(19, shapes.0 << 8 | shapes.1, shapes.2, shapes.3 << 8 | shapes.4)
        if c.prefix != 0 {
            emit(20, c.prefix, shapes.2)
            emit(21, c.suffix, shapes.2)
            emit(22, b.hash, shapes.2)
            emit(23, d.hash, shapes.2)
        } else {
            let from = UInt32(wordFrom[index])
            let to = UInt32(wordTo[index])
            emit(20, from, to, 1)
            emit(24, from, to, c.hash)
            let fromNext = index + 1 < count ? UInt32(wordFrom[index + 1]) : 255
            let toLast = index > 0 ? UInt32(wordTo[index - 1]) : 255
            emit(25, from << 8 | fromNext, to << 8 | toLast)
            emit(26, b.hash, from)
            emit(27, d.hash, to)
        }
        let cover = UInt32(known[index])
        let before = index > 0 ? UInt32(known[index - 1]) : 0
        let after = index + 1 < count ? UInt32(known[index + 1]) : 0
        if cover != 0 {
            emit(28, cover)
            emit(29, cover, shapes.2)
            emit(30, cover, b.hash)
            emit(31, cover, d.hash)
        }
        if before | after | cover != 0 { emit(32, before, cover, after) }
        if open[index] != 0 { emit(33, UInt32(open[index]), shapes.1, shapes.2 << 8 | shapes.3) }
        emit(34, b.shape == .han ? shapes.0 : b.hash, shapes.2, d.shape == .han ? shapes.4 : d.hash)
        emit(35, a.hash, c.hash)
    }
}
