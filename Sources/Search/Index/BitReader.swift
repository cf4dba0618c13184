/// Reads what `BitWriter` wrote.
///
/// Every read returns `nil` at the end of the text and at a character that is not a digit.
struct BitReader {
    /// The inverse of `BitWriter.digits`; 255: not a digit.
    static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, digit) in BitWriter.digits.enumerated() { values[Int(digit)] = UInt8(value) }
        return values
    }()

    private let text: [UInt8]
    private let values = Self.values
    private var at = 0
    /// Bits of the digits before `at` that were not read yet; zeros above them.
    private var open: UInt64 = 0
    private var count = 0

    init(_ text: [UInt8]) {
        self.text = text
    }

    mutating func bit() -> Bool? {
        bits(1).map { $0 != 0 }
    }

    /// Offset of the next digit.
    var digit: Int { at - count / 6 }

    /// Skips the rest of a digit that was partly read.
    mutating func skipToDigit() { drop(count % 6) }

    mutating func number() -> UInt32? {
        guard let length = ones(), length < 32, let low = bits(length) else { return nil }
        return (1 << length | low) - 1
    }

    mutating func list(count: Int, below limit: Int) -> [UInt32]? {
        guard count <= limit else { return nil }
        let low = BitList.lowBits(count: count, below: limit)
        var list: [UInt32] = []
        list.reserveCapacity(count)
        var next: UInt32 = 0
        for _ in 0..<count {
            guard let high = ones(), Int(high) <= limit >> Int(low), let rest = bits(low) else {
                return nil
            }
            let number = next + (high << low | rest)
            guard number < limit else { return nil }
            list.append(number)
            next = number + 1
        }
        return list
    }

    /// A list without a limit.
    mutating func ascending() -> [UInt32]? {
        guard let count = number() else { return nil }
        var list: [UInt32] = []
        var next: UInt32 = 0
        for _ in 0..<count {
            guard let gap = number(), gap < UInt32.max - next else { return nil }
            list.append(next + gap)
            next += gap + 1
        }
        return list
    }

    /// Counts the ones before the next zero, and reads the zero too.
    private mutating func ones() -> UInt32? {
        var number = 0
        while true {
            if count == 0 { fill() }
            guard count > 0 else { return nil }
            let run = (~open).trailingZeroBitCount
            number += min(run, count)
            guard run >= count else {
                drop(run + 1)
                return UInt32(number)
            }
            drop(count)
        }
    }

    /// - Parameter length: at most 32.
    mutating func bits(_ length: UInt32) -> UInt32? {
        let length = Int(length)
        if count < length { fill() }
        guard count >= length else { return nil }
        let number = UInt32(truncatingIfNeeded: open & ((1 << UInt64(length)) - 1))
        drop(length)
        return number
    }

    private mutating func drop(_ length: Int) {
        open >>= UInt64(length)
        count -= length
    }

    private mutating func fill() {
        while count <= 58, at < text.count {
            let value = values[Int(text[at])]
            guard value < 64 else { return }
            open |= UInt64(value) << UInt64(count)
            count += 6
            at += 1
        }
    }
}
