/// Writes numbers as bits, six of them in a digit of base64: the lowest bit of a number first, the
/// first bit of a digit in its lowest place.
///
/// - A number: as many ones as its successor has bits after the highest, a zero, then those bits
///   (Elias' gamma code of the successor).
/// - An ascending list of known length: every number less the one before, less one, in Rice's code;
///   see `BitList`.
struct BitWriter {
    static let digits = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The digits of what was written.
    var bytes: [UInt8] { Array(written) }
    /// The same, without a copy.
    var written: ArraySlice<UInt8> { buffer[..<used] }

    private let digits = Self.digits
    private var buffer = [UInt8](repeating: 0, count: 64)
    private var used = 0
    private var open: UInt64 = 0
    private var count: UInt64 = 0

    /// Writes the lowest bits of a number, at most 32.
    @inline(__always)
    mutating func append(_ number: UInt32, bits: UInt32) {
        open |= (UInt64(number) & ((1 << UInt64(bits)) - 1)) << count
        count += UInt64(bits)
        if used + 8 > buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
        while count >= 6 {
            buffer[used] = digits[Int(truncatingIfNeeded: open & 63)]
            used &+= 1
            open >>= 6
            count -= 6
        }
    }

    mutating func append(_ number: UInt32) {
        let next = number + 1
        let length = UInt32(31 - next.leadingZeroBitCount)
        ones(length)
        append(next, bits: length)
    }

    /// The length itself is not written.
    mutating func append(_ list: [UInt32], below limit: Int) {
        let low = BitList.lowBits(count: list.count, below: limit)
        var next: UInt32 = 0
        for number in list {
            ones((number - next) >> low)
            append(number - next, bits: low)
            next = number + 1
        }
    }

    /// How many there are, and each less the one before, less one: a list without a limit.
    mutating func append(ascending list: [UInt32]) {
        append(UInt32(list.count))
        var next: UInt32 = 0
        for number in list {
            append(number - next)
            next = number + 1
        }
    }

    /// Fills the last digit with zeros.
    mutating func close() {
        if count > 0 { append(0, bits: UInt32(6 - count)) }
    }

    mutating func removeAll() {
        used = 0
        open = 0
        count = 0
    }

    /// So many ones and a zero.
    @inline(__always)
    private mutating func ones(_ number: UInt32) {
        var rest = number
        while rest >= 24 {
            append(0xFF_FFFF, bits: 24)
            rest -= 24
        }
        append((1 << rest) - 1, bits: rest + 1)
    }
}
