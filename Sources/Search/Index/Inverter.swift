import Text

/// Turns folded texts of units into postings: collects terms, and sorts and packs them whenever the
/// buffer is full.
struct Inverter: TermSink {
    /// Terms in the buffer; 16 MB, and as much again while they are sorted.
    static let room = 2 << 20

    private(set) var words = WordTable()
    private var pairs: [UInt64] = []
    private var runs: [PostingRun] = []
    private var firstUnit = 0
    private var unit = 0

    /// Adds the terms of a unit.
    ///
    /// Units come in ascending order; a unit may be added in several texts.
    mutating func add(_ folded: [UInt8], unit: Int) {
        let isFull = pairs.count + folded.count > Self.room
        if isFull || unit - firstUnit >= TermKey.units { pack(next: unit) }
        self.unit = unit - firstUnit
        TermScanner.scan(folded, into: &self)
    }

    /// Says that the unit has this whole name, folded.
    mutating func add(name: [UInt8], unit: Int) {
        // Names that have one key are one entry.
        let entry = [IndexKey.nameMark] + IndexKey.joined(name)
        let word = words.number(entry, entry.indices)
        pairs.append(UInt64(word) << 28 | UInt64(unit - firstUnit) << 6)
    }

    /// Everything that was added, ready to be merged.
    mutating func finish() -> [PostingRun] {
        pack(next: unit)
        pairs = []
        return runs
    }

    private mutating func pack(next: Int) {
        guard !pairs.isEmpty else {
            firstUnit = next
            return
        }
        var spare = [UInt64](repeating: 0, count: pairs.count)
        RadixSort.sort(&pairs, spare: &spare)
        runs.append(PostingRun(sorted: pairs, firstUnit: firstUnit))
        pairs.removeAll(keepingCapacity: true)
        firstUnit = next
    }

    @inline(__always)
    mutating func han(_ first: UInt32, _ second: UInt32, at: Int) {
        let place = UInt64(at & (TermKey.places - 1))
        pairs.append(TermKey.han(first, second) << 28 | UInt64(unit) << 6 | place)
    }

    mutating func word(_ text: [UInt8], _ range: Range<Int>, next: UInt32, closed: Bool) {
        add(word: words.number(text, range))
        guard next != 0 else { return }
        var suffix: [UInt8] = []
        UTF8Scalars.append(next, to: &suffix)
        add(word: words.number(text, range, suffix: suffix))
    }

    private mutating func add(word: Int) {
        pairs.append(UInt64(word) << 28 | UInt64(unit) << 6)
    }
}
