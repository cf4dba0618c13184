/// The units that hold one term, as text for the index.
///
/// A list of ascending numbers is written in the shortest of three forms:
/// - gaps: every number less the one before, less one, as base64 VLQ (five bits a digit, low
///   digits first,
///   32 says that more follow, as in source maps);
/// - `~` runs: the gap before each run of consecutive numbers and the run's length less one, as
///   VLQ;
/// - `!` bitmap: six numbers a digit, the lowest in the lowest bit.
/// A posting has two lists with a point between them: units that hold the term, and units in which
/// it is frequent. The point and an empty second list are left out.
enum PostingList {
    static let digits = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// `digits` read backwards; 255 is no digit.
    static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
        return values
    }()

    static func appendVLQ(_ number: UInt32, to output: inout [UInt8]) {
        var rest = number
        while rest >= 32 {
            output.append(digits[Int(rest & 31 | 32)])
            rest >>= 5
        }
        output.append(digits[Int(rest)])
    }

    /// Both lists must ascend; a number stands in one of them only.
    static func append(rest: [UInt32], frequent: [UInt32], to output: inout [UInt8]) {
        append(rest, to: &output)
        guard !frequent.isEmpty else { return }
        output.append(0x2E)
        append(frequent, to: &output)
    }

    static func append(_ numbers: [UInt32], to output: inout [UInt8]) {
        guard let last = numbers.last else { return }
        let start = output.count
        if numbers.count == 1 { return appendVLQ(last, to: &output) }
        var next: UInt32 = 0
        var runs = 1
        for number in numbers {
            appendVLQ(number - next, to: &output)
            if number > next { runs += 1 }
            next = number + 1
        }
        let length = output.count - start
        if runs * 2 + 1 < length {
            let gaps = Array(output[start...])
            output.removeSubrange(start...)
            appendRuns(numbers, to: &output)
            if output.count - start >= length {
                output.removeSubrange(start...)
                output += gaps
            }
        }
        if Int(last / 6) + 2 < output.count - start {
            output.removeSubrange(start...)
            appendBitmap(numbers, last, to: &output)
        }
    }

    private static func appendRuns(_ numbers: [UInt32], to output: inout [UInt8]) {
        output.append(0x7E)
        var at = 0
        var next: UInt32 = 0
        while at < numbers.count {
            var end = at + 1
            while end < numbers.count, numbers[end] == numbers[end - 1] + 1 { end += 1 }
            appendVLQ(numbers[at] - next, to: &output)
            appendVLQ(UInt32(end - at - 1), to: &output)
            next = numbers[end - 1] + 1
            at = end
        }
    }

    private static func appendBitmap(_ numbers: [UInt32], _ last: UInt32, to output: inout [UInt8])
    {
        output.append(0x21)
        var bits = [UInt8](repeating: 0, count: Int(last / 6) + 1)
        for number in numbers { bits[Int(number / 6)] |= 1 << UInt8(number % 6) }
        for value in bits { output.append(digits[Int(value)]) }
    }

    /// The two lists of a posting; `nil` when it is not one.
    static func parse(_ posting: some Sequence<UInt8>) -> (rest: [UInt32], frequent: [UInt32])? {
        let parts = Array(posting).split(
            separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let rest = numbers(Array(first)) else { return nil }
        guard parts.count > 1 else { return (rest, []) }
        guard let frequent = numbers(Array(parts[1])) else { return nil }
        return (rest, frequent)
    }

    /// One list; `nil` when it is not one.
    static func numbers(_ text: [UInt8]) -> [UInt32]? {
        switch text.first {
        case nil: []
        case 0x21: bitmap(text.dropFirst())
        case 0x7E: runs(text.dropFirst())
        default: gaps(text[...])
        }
    }

    private static func bitmap(_ text: ArraySlice<UInt8>) -> [UInt32]? {
        var numbers: [UInt32] = []
        var base: UInt32 = 0
        for digit in text {
            let value = values[Int(digit)]
            guard value < 64 else { return nil }
            for bit in 0..<UInt32(6) where value & 1 << UInt8(bit) != 0 {
                numbers.append(base + bit)
            }
            base += 6
        }
        return numbers
    }

    private static func gaps(_ text: ArraySlice<UInt8>) -> [UInt32]? {
        var numbers: [UInt32] = []
        var next: UInt32 = 0
        guard let gaps = vlq(text) else { return nil }
        for gap in gaps {
            numbers.append(next &+ gap)
            next = next &+ gap &+ 1
        }
        return numbers
    }

    private static func runs(_ text: ArraySlice<UInt8>) -> [UInt32]? {
        guard let pairs = vlq(text), pairs.count % 2 == 0 else { return nil }
        var numbers: [UInt32] = []
        var next: UInt32 = 0
        for at in stride(from: 0, to: pairs.count, by: 2) {
            guard pairs[at + 1] < 1 << 24 else { return nil }
            next = next &+ pairs[at]
            for _ in 0...pairs[at + 1] {
                numbers.append(next)
                next = next &+ 1
            }
        }
        return numbers
    }

    /// The numbers of a run of VLQ; `nil` when it is cut off or holds another character.
    static func vlq(_ text: ArraySlice<UInt8>) -> [UInt32]? {
        var numbers: [UInt32] = []
        var number: UInt32 = 0
        var shift: UInt32 = 0
        for digit in text {
            let value = UInt32(values[Int(digit)])
            guard value < 64, shift < 32 else { return nil }
            number |= (value & 31) << shift
            if value & 32 != 0 {
                shift += 5
            } else {
                numbers.append(number)
                number = 0
                shift = 0
            }
        }
        return shift == 0 ? numbers : nil
    }
}
