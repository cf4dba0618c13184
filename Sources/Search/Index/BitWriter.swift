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

    /// Writes what `body` says.
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
