import Annotation
import Text

/// The everyday words of the embedded frequencies, as features of units.
public struct EverydayWords: Sendable {
    private let frequencies = WordFrequencies()

    public init() {}

    /// For each unit, the longest everyday word of Han characters that begins there, and that ends
    /// there: its length in the upper bits, the class of its frequency (0 to 3) in the lower two; 0
    /// where none is known.
    func longestWords(_ units: [TextUnits.Unit]) -> (from: [UInt8], to: [UInt8]) {
        var from = [UInt8](repeating: 0, count: units.count)
        var to = from
        let scalars = units.map(\.scalar)
        for start in units.indices where scalars[start] != 0 {
            for length in 1...WordFrequencies.longestWord {
                let end = start + length
                guard end <= units.count, scalars[end - 1] != 0 else { break }
                guard let frequency = frequencies.logFrequency(scalars, start..<end) else {
                    continue
                }
                let level = UInt8(max(0, min(3, Int((frequency - 3) / 2.5))))
                let code = UInt8(length) << 2 | level
                from[start] = code
                to[end - 1] = max(to[end - 1], code)
            }
        }
        return (from, to)
    }

    /// Natural logarithm of the sum of all frequencies.
    var logTotal: Double { frequencies.logTotal }

    /// Natural logarithm of the frequency of a word; `nil` if the data lacks it.
    func logFrequency(_ scalars: [UInt32], _ word: Range<Int>) -> Double? {
        frequencies.logFrequency(scalars, word)
    }

    /// Natural logarithm of the frequency of a word of one to four Han characters; `nil` if the
    /// data
    /// lacks it.
    func logFrequency(_ folded: [UInt8]) -> Double? {
        var scalars: [UInt32] = []
        var at = 0
        while at < folded.count {
            let (scalar, length) = UTF8Scalars.decode(folded, at: at)
            scalars.append(scalar)
            at += length
        }
        guard !scalars.isEmpty else { return nil }
        return frequencies.logFrequency(scalars, scalars.indices)
    }
}
