import Text

/// The weights of the conditional random field that finds names.
///
/// The file: `VNM1`, the number of slots as UInt32 (a power of two times an odd number is fine),
/// the
/// scale as Float32 bits, 17 × 17 transitions as Int16 (in 1/256), then for each slot a 16-bit
/// fingerprint of its feature (0 for an empty slot), then for each slot 16 weights as Int8 in units
/// of the scale. All numbers are little-endian. A feature is in the first slot from its home
/// `(hash >> 32) × slots >> 32` on that has its fingerprint, at most 8 slots away.
public struct NameModel: Sendable {
    public static let probes = 8
    private static let header = 12

    /// `transitions[left * NameTag.count + right]`.
    public private(set) var transitions: [Float]
    private var fingerprints: [UInt16]
    private var weights: [SIMD16<Int8>]
    private let scale: Float

    public struct Malformed: Error {
        public var reason: String
    }

    public init(_ bytes: UnsafeRawBufferPointer) throws(Malformed) {
        let count = NameTag.count * NameTag.count
        guard bytes.count >= Self.header + 2 * count, bytes.prefix(4).elementsEqual("VNM1".utf8)
        else { throw Malformed(reason: "this is not a model of names") }
        func integer<T: FixedWidthInteger>(_ type: T.Type, _ offset: Int) -> T {
            T(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
        }
        let slots = Int(integer(UInt32.self, 4))
        scale = Float(bitPattern: integer(UInt32.self, 8))
        guard bytes.count == Self.header + 2 * count + slots * 18 else {
            throw Malformed(reason: "\(bytes.count) bytes do not hold \(slots) slots")
        }
        transitions = (0..<count).map {
            Float(integer(Int16.self, Self.header + 2 * $0)) / 256
        }
        let prints = Self.header + 2 * count
        fingerprints = (0..<slots).map { integer(UInt16.self, prints + 2 * $0) }
        let table = prints + 2 * slots
        weights = (0..<slots).map {
            bytes.loadUnaligned(fromByteOffset: table + 16 * $0, as: SIMD16<Int8>.self)
        }
    }

    /// Adds the weights of a feature, in units of the scale, to the sums of the weighted tags.
    @inline(__always)
    func add(_ feature: UInt64, to sums: inout SIMD16<Int16>) {
        let print = Self.fingerprint(feature)
        var slot = Self.home(feature, fingerprints.count)
        for _ in 0..<Self.probes {
            if fingerprints[slot] == print {
                sums &+= SIMD16<Int16>(truncatingIfNeeded: weights[slot])
                return
            }
            if fingerprints[slot] == 0 { return }
            slot += 1
            if slot == fingerprints.count { slot = 0 }
        }
    }

    /// The score of each weighted tag for unit `index`.
    func scores(_ features: UnitFeatures, at index: Int) -> SIMD16<Float> {
        var sums = SIMD16<Int16>.zero
        features.forEach(at: index) { add($0, to: &sums) }
        return SIMD16<Float>(sums) * scale
    }

    public static func home(_ feature: UInt64, _ slots: Int) -> Int {
        Int(((feature >> 32) &* UInt64(slots)) >> 32)
    }

    public static func fingerprint(_ feature: UInt64) -> UInt16 {
        max(1, UInt16(truncatingIfNeeded: feature))
    }
}
