import Text

/// Occurrences of terms, in one list per group of terms, in the order of the units.
///
/// A group is the terms that share the upper half of their `TermKey`: pairs with the same first
/// character. An occurrence is 32 bits: the lower half of its key (18 bits), its position in the
/// unit (6) and the distance from the previous occurrence's unit (8; 255: the number of the unit
/// follows).
///
/// The lists grow side by side: each has a block that is being filled, and full blocks are chained.
struct OccurrenceLists {
    private struct List {
        /// The last occurrence's.
        var unit: UInt32 = 0
        /// Occurrences in its open block.
        var used: UInt32 = 0
    }

    private static let block = SpillableLists.block

    /// Number of a list plus one, by group.
    private var numbers = [UInt32](repeating: 0, count: 1 << 18)
    private var lists: [List] = []
    /// By list.
    private var listed: [UInt32] = []
    /// The block of every list that is being filled.
    private var open: [UInt32] = []
    private var full: SpillableLists
    /// Of the unit that is being added: the number of the list, and the occurrence.
    private var unit: [UInt64] = []

    /// An upper bound for the sum, over all terms, of the units that a term occurs in.
    private(set) var most = 0
    /// No more than that.
    private(set) var least = 0

    /// - Parameter spill: receives what exceeds the memory limit.
    init(spill: (any SpillFile)? = nil) {
        full = SpillableLists(spill: spill)
    }

    /// Adds an occurrence to the unit that is being added.
    @inline(__always)
    mutating func append(_ term: UInt64, position: UInt32) {
        let group = Int(truncatingIfNeeded: term >> 18)
        if numbers[group] == 0 { addList(group) }
        let low = UInt32(truncatingIfNeeded: term & 0x3FFFF)
        unit.append(UInt64(numbers[group] &- 1) << 32 | UInt64(low << 14 | position << 8))
    }

    /// Files what was appended under its unit; units come in ascending order.
    mutating func close(unit number: UInt32) throws {
        var full = SpillableLists()
        swap(&full, &self.full)
        var open: [UInt32] = []
        swap(&open, &self.open)
        var groups = 0
        try lists.withUnsafeMutableBufferPointer { lists in
            try open.withUnsafeMutableBufferPointer { open in
                func append(_ word: UInt32, to list: Int) throws {
                    let start = list * Self.block
                    if lists[list].used == Self.block {
                        let block = open[start..<start + Self.block]
                        try full.append(UnsafeBufferPointer(rebasing: block), to: list)
                        lists[list].used = 0
                    }
                    open[start + Int(lists[list].used)] = word
                    lists[list].used &+= 1
                }
                for item in unit {
                    let list = Int(item >> 32)
                    let distance = number &- lists[list].unit
                    let word = UInt32(truncatingIfNeeded: item)
                    try append(word | min(distance, 255), to: list)
                    guard distance > 0 else { continue }
                    if distance >= 255 { try append(number, to: list) }
                    lists[list].unit = number
                    groups &+= 1
                }
            }
        }
        swap(&full, &self.full)
        swap(&open, &self.open)
        most += unit.count
        least += groups
        unit.removeAll(keepingCapacity: true)
    }

    /// Groups that have occurrences, ascending.
    var groups: [UInt32] { listed.sorted() }

    /// The sum, over all terms, of the units that a term occurs in.
    func postings() throws -> Int {
        var postings = 0
        var occurrences: [UInt32] = []
        /// By lower half of a term: the list and unit of its last occurrence.
        var seen = [UInt32](repeating: 0, count: 1 << 18)
        var turn: UInt32 = 0
        for group in listed {
            try read(group, to: &occurrences)
            var last: UInt32?
            seen.withUnsafeMutableBufferPointer { seen in
                Self.forEach(occurrences) { term, unit, _ in
                    if unit != last {
                        last = unit
                        turn += 1
                    }
                    if seen[term] != turn {
                        seen[term] = turn
                        postings += 1
                    }
                }
            }
        }
        return postings
    }

    /// Calls `each` for every occurrence of a group: lower half of the term, unit, position.
    @inline(__always)
    static func forEach(_ occurrences: [UInt32], _ each: (Int, UInt32, UInt32) -> Void) {
        occurrences.withUnsafeBufferPointer { words in
            var unit: UInt32 = 0
            var at = 0
            while at < words.count {
                let word = words[at]
                at += 1
                if word & 255 < 255 {
                    unit &+= word & 255
                } else {
                    unit = words[at]
                    at += 1
                }
                each(Int(word >> 14), unit, word >> 8 & 63)
            }
        }
    }

    /// What was appended of a group, for `forEach`.
    func read(_ group: UInt32, to occurrences: inout [UInt32]) throws {
        occurrences.removeAll(keepingCapacity: true)
        let number = Int(numbers[Int(group)])
        guard number > 0 else { return }
        try full.read(number - 1, to: &occurrences)
        let from = (number - 1) * Self.block
        occurrences += open[from..<from + Int(lists[number - 1].used)]
    }

    private mutating func addList(_ group: Int) {
        lists.append(List())
        listed.append(UInt32(group))
        full.addList()
        open.append(contentsOf: repeatElement(0, count: Self.block))
        numbers[group] = UInt32(lists.count)
    }
}

/// Turns folded texts of units into lists of terms' occurrences.
struct PostingAccumulator: TokenSink {
    private(set) var words = WordTable()
    private(set) var occurrences: OccurrenceLists

    /// - Parameter spill: receives what exceeds the memory limit.
    init(spill: (any SpillFile)? = nil) {
        occurrences = OccurrenceLists(spill: spill)
    }

    /// Adds the terms of a unit.
    ///
    /// Units come in ascending order; a unit may be added in several texts.
    mutating func add(_ folded: [UInt8], unit: Int) throws {
        Tokenizer.scan(folded, into: &self)
        try occurrences.close(unit: UInt32(unit))
    }

    /// Adds a whole name of the unit, folded.
    mutating func add(name: [UInt8], unit: Int) throws {
        // Names that have one key are one entry.
        let entry = [IndexKey.nameMark] + IndexKey.joined(name)
        add(word: words.number(entry, entry.indices))
        try occurrences.close(unit: UInt32(unit))
    }

    @inline(__always)
    mutating func han(_ first: UInt32, _ second: UInt32, at: Int) {
        occurrences.append(
            TermKey.han(first, second), position: UInt32(at & (TermKey.positions - 1)))
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
        occurrences.append(TermKey.word(word), position: 0)
    }
}
