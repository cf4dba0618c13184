/// Reads what `BitWriter` wrote.
///
/// Whatever is read is `nil` at the end of the text and where a character is no digit.
struct BitReader {
    /// `BitWriter.digits` read backwards; 255 is no digit.
    static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, digit) in BitWriter.digits.enumerated() { values[Int(digit)] = UInt8(value) }
        return values
    }()

    private let text: [UInt8]
    private var at = 0
    private var open: UInt8 = 0
    private var count = 0

    init(_ text: [UInt8]) {
        self.text = text
    }

    mutating func bit() -> Bool? {
        if count == 0 {
            guard at < text.count else { return nil }
            open = Self.values[Int(text[at])]
            guard open < 64 else { return nil }
            at += 1
            count = 6
        }
        let bit = open & 1 != 0
        open >>= 1
        count -= 1
        return bit
    }

    /// Where the next digit stands.
    var digit: Int { at }

    /// Leaves the digit that was begun.
    mutating func skipToDigit() { count = 0 }

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

    private mutating func ones() -> UInt32? {
        var number: UInt32 = 0
        while let one = bit() {
            guard one else { return number }
            number += 1
        }
        return nil
    }

    mutating func bits(_ length: UInt32) -> UInt32? {
        var number: UInt32 = 0
        for place in 0..<length {
            guard let one = bit() else { return nil }
            if one { number |= 1 << place }
        }
        return number
    }
}
