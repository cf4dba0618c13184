/// Bits on their way into a buffer that has room for them; see `BitWriter`.
struct BitStream {
    /// The digits of every twelve bits, the first in the lower byte.
    private let digits: UnsafePointer<UInt16>
    private var output: UnsafeMutableRawPointer
    /// Bits that were not written yet.
    private(set) var open: UInt64
    /// How many they are: less than 36.
    private(set) var count: UInt64
    /// Digits that were written.
    private(set) var used = 0

    init(
        to output: UnsafeMutableRawPointer, digits: UnsafePointer<UInt16>, open: UInt64,
        count: UInt64
    ) {
        self.output = output
        self.digits = digits
        self.open = open
        self.count = count
    }

    /// - Parameters:
    ///   - number: below 2^bits.
    ///   - bits: at most 28.
    @inline(__always)
    mutating func append(_ number: UInt64, bits: UInt64) {
        open |= number &<< count
        count &+= bits
        guard count >= 36 else { return }
        let six =
            UInt64(digits[Int(open & 0xFFF)]) | UInt64(digits[Int(open &>> 12 & 0xFFF)]) &<< 16
            | UInt64(digits[Int(open &>> 24 & 0xFFF)]) &<< 32
        output.storeBytes(of: six.littleEndian, as: UInt64.self)
        output += 6
        used &+= 6
        open &>>= 36
        count &-= 36
    }

    @inline(__always)
    mutating func append(_ number: UInt32) {
        let next = UInt64(number) &+ 1
        let length = UInt64(63 - next.leadingZeroBitCount)
        ones(length)
        append(long: next & ((1 &<< length) &- 1), bits: length)
    }

    /// The length itself is not written.
    @inline(__always)
    mutating func append(_ list: some Sequence<UInt32>, count: Int, below limit: Int) {
        let low = UInt64(BitList.lowBits(count: count, below: limit))
        var next: UInt32 = 0
        for number in list {
            let gap = UInt64(number &- next)
            let high = gap &>> low
            let rest = gap & ((1 &<< low) &- 1)
            if high &+ low < 28 {
                append((1 &<< high) &- 1 | rest &<< (high &+ 1), bits: high &+ 1 &+ low)
            } else {
                ones(high)
                append(long: rest, bits: low)
            }
            next = number &+ 1
        }
    }

    /// A number of up to 56 bits.
    @inline(__always)
    mutating func append(long number: UInt64, bits: UInt64) {
        guard bits > 28 else { return append(number, bits: bits) }
        append(number & 0xFFF_FFFF, bits: 28)
        append(number &>> 28, bits: bits &- 28)
    }

    /// So many ones and a zero.
    private mutating func ones(_ number: UInt64) {
        var rest = number
        while rest >= 24 {
            append(0xFF_FFFF, bits: 24)
            rest -= 24
        }
        append((1 << rest) - 1, bits: rest + 1)
    }
}
