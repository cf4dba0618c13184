import Text

/// Turns folded texts of units into lists of terms' occurrences.
struct Inverter: TermSink {
    private(set) var words = WordTable()
    private(set) var log: OccurrenceLog

    /// - Parameter overflow: takes what is too much for memory.
    init(overflow: (any IndexOverflow)? = nil) {
        log = OccurrenceLog(overflow: overflow)
    }

    /// Adds the terms of a unit.
    ///
    /// Units come in ascending order; a unit may be added in several texts.
    mutating func add(_ folded: [UInt8], unit: Int) throws {
        TermScanner.scan(folded, into: &self)
        try log.close(unit: UInt32(unit))
    }

    /// Says that the unit has this whole name, folded.
    mutating func add(name: [UInt8], unit: Int) throws {
        // Names that have one key are one entry.
        let entry = [IndexKey.nameMark] + IndexKey.joined(name)
        add(word: words.number(entry, entry.indices))
        try log.close(unit: UInt32(unit))
    }

    @inline(__always)
    mutating func han(_ first: UInt32, _ second: UInt32, at: Int) {
        log.append(TermKey.han(first, second), place: UInt32(at & (TermKey.places - 1)))
    }

    mutating func word(_ text: [UInt8], _ range: Range<Int>, next: UInt32, closed: Bool) {
        add(word: words.number(text, range))
        guard next != 0 else { return }
        let (scalar, length) = UTF8Scalars.decode(text, at: range.upperBound)
        if scalar == next {
            add(word: words.number(text, range.lowerBound..<range.upperBound + length))
        } else {
            // The word was cut.
            let entry = text[range] + IndexKey.han(next)
            add(word: words.number(Array(entry), 0..<entry.count))
        }
    }

    private mutating func add(word: Int) {
        log.append(TermKey.word(word), place: 0)
    }
}
