/// Writes numbers as bits, six of them in a digit of base64: the lowest bit of a number first, the
/// first bit of a digit in its lowest position.
///
/// - A number: as many ones as its successor has bits after the highest, a zero, then those bits
///   (Elias' gamma code of the successor).
/// - An ascending list of known length: the gaps between the numbers, less one, in Rice's code; see
///   `BitList`.
struct BitWriter {
    static let digits = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let pairs = (0..<4096).map {
        UInt16(digits[$0 & 63]) | UInt16(digits[$0 >> 6]) << 8
    }
    /// Bits of a number, at most.
    static let longestNumber = 65

    /// The digits of what was written.
    var bytes: [UInt8] { Array(written) }
    /// The same, without a copy.
    var written: ArraySlice<UInt8> { buffer[..<used] }

    private let pairs = Self.pairs
    private var buffer = [UInt8](repeating: 0, count: 64)
    private var used = 0
    private var open: UInt64 = 0
    private var count: UInt64 = 0

    /// Runs `body`, which appends to the stream.
    ///
    /// - Parameter room: bits that it writes at most.
    @inline(__always)
    mutating func write(room: Int, _ body: (inout BitStream) -> Void) {
        let end = used + room / 6 + 16
        if end > buffer.count { buffer += [UInt8](repeating: 0, count: end) }
        let (start, open, count) = (used, open, count)
        let stream = buffer.withUnsafeMutableBytes { buffer in
            pairs.withUnsafeBufferPointer { pairs -> BitStream? in
                guard let output = buffer.baseAddress, let pairs = pairs.baseAddress else {
                    return nil
                }
                var stream = BitStream(to: output + start, digits: pairs, open: open, count: count)
                body(&stream)
                return stream
            }
        }
        guard let stream else { return }
        used += stream.used
        self.open = stream.open
        self.count = stream.count
    }

    /// Writes the lowest bits of a number, at most 32.
    mutating func append(_ number: UInt32, bits: UInt32) {
        let low = UInt64(number) & ((1 << UInt64(bits)) - 1)
        write(room: 32) { $0.append(long: low, bits: UInt64(bits)) }
    }

    mutating func append(_ number: UInt32) {
        write(room: Self.longestNumber) { $0.append(number) }
    }

    /// The length itself is not written.
    mutating func append(_ list: [UInt32], below limit: Int) {
        write(room: BitList.mostBits(count: list.count, below: limit)) {
            $0.append(list, count: list.count, below: limit)
        }
    }

    /// How many there are, and each less the one before, less one: a list without a limit.
    mutating func append(ascending list: [UInt32]) {
        write(room: (list.count + 1) * Self.longestNumber) { stream in
            stream.append(UInt32(list.count))
            var next: UInt32 = 0
            for number in list {
                stream.append(number - next)
                next = number + 1
            }
        }
    }

    /// Fills the last digit with zeros.
    mutating func close() {
        while count > 0 {
            // `write` leaves room.
            buffer[used] = Self.digits[Int(open & 63)]
            used += 1
            open >>= 6
            count -= min(count, 6)
        }
    }

    mutating func removeAll() {
        used = 0
        open = 0
        count = 0
    }
}

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

    /// `number` ones and a zero.
    private mutating func ones(_ number: UInt64) {
        var rest = number
        while rest >= 24 {
            append(0xFF_FFFF, bits: 24)
            rest -= 24
        }
        append((1 << rest) - 1, bits: rest + 1)
    }
}

/// How ascending lists are written in bits.
///
/// A gap is divided by a power of two near 0.69 times the mean gap, which is best for positions
/// taken at random (Rice; Gallager and Van Voorhis 1975): the quotient as ones and a zero, the rest
/// in plain bits. A list never needs more bits than three for each number and one for each possible
/// number.
enum BitList {
    /// Bits of the rest: the length of ⌊limit × 2 ÷ (3 × count)⌋ in bits, less one.
    static func lowBits(count: Int, below limit: Int) -> UInt32 {
        guard count > 0 else { return 0 }
        let mean = limit * 2 / (count * 3)
        return mean > 1 ? UInt32(Int.bitWidth - 1 - mean.leadingZeroBitCount) : 0
    }

    /// An upper bound for the bits of a list.
    static func mostBits(count: Int, below limit: Int) -> Int {
        let low = Int(lowBits(count: count, below: limit))
        return count * (low + 1) + limit >> low
    }
}

/// The numbers of the bits that are set, ascending.
struct SetBits: Sequence, IteratorProtocol {
    private var rest: UInt64

    init(_ set: UInt64) {
        rest = set
    }

    @inline(__always)
    mutating func next() -> UInt32? {
        guard rest != 0 else { return nil }
        defer { rest &= rest &- 1 }
        return UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
    }
}
