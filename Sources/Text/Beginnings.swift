/// With which bytes and scalars the patterns begin: what a walk over a text need not look up.
struct Beginnings: Sendable {
    private var bytes = [Bool](repeating: false, count: 256)
    /// A bit for the low six bits of every scalar that is a pattern of its own.
    private var alone: UInt64 = 0

    mutating func insert(_ pattern: [UInt8], key: UInt64) {
        bytes[Int(pattern[0])] = true
        if let scalar = PatternKey.scalarAlone(key) { alone |= 1 << UInt64(scalar & 63) }
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool { bytes[Int(byte)] }

    @inline(__always)
    func mayBeAlone(_ scalar: UInt32) -> Bool { alone >> UInt64(scalar & 63) & 1 == 1 }
}
