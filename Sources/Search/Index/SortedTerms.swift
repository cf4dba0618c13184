/// The terms of one group with their occurrences: a list of `OccurrenceLists`, sorted by counting.
struct SortedTerms {
    /// What its terms' keys begin with, shifted down.
    private(set) var number: UInt32 = 0
    /// The lower halves of its terms' keys, ascending.
    private(set) var terms: [UInt32] = []
    /// By term, and one more: where its positions begin.
    private var starts: [Int] = []
    /// `unit << 6 | position`, by term, then by unit.
    private var positions: [UInt32] = []
    private var occurrences: [UInt32] = []
    /// By lower half: the number of its occurrences, then the offset of its next position; zeros
    /// between groups.
    private var counts = [UInt32](repeating: 0, count: 1 << 18)
    private var present = BitSet(1 << 18)

    /// Reads and sorts one group.
    mutating func read(_ group: UInt32, of lists: OccurrenceLists) throws {
        number = group
        try lists.read(group, to: &occurrences)
        if positions.count < occurrences.count {
            positions = [UInt32](repeating: 0, count: occurrences.count)
        }
        counts.withUnsafeMutableBufferPointer { counts in
            OccurrenceLists.forEach(occurrences) { term, _, _ in
                if counts[term] == 0 { present.insert(UInt32(term)) }
                counts[term] &+= 1
            }
            present.takeMembers(to: &terms)
            starts.removeAll(keepingCapacity: true)
            var sum: UInt32 = 0
            for term in terms {
                starts.append(Int(sum))
                let count = counts[Int(term)]
                counts[Int(term)] = sum
                sum += count
            }
            starts.append(Int(sum))
            positions.withUnsafeMutableBufferPointer { positions in
                OccurrenceLists.forEach(occurrences) { term, unit, position in
                    positions[Int(counts[term])] = unit << 6 | position
                    counts[term] &+= 1
                }
            }
            for term in terms { counts[Int(term)] = 0 }
        }
    }

    func key(of index: Int) -> UInt64 {
        UInt64(number) << 18 | UInt64(terms[index])
    }

    /// `unit << 6 | position` of a term.
    ///
    /// - Parameter index: of the term in `terms`.
    func positions(of index: Int) -> ArraySlice<UInt32> {
        positions[starts[index]..<starts[index + 1]]
    }

    /// Calls `each` for every unit of a term, ascending.
    ///
    /// - Parameters:
    ///   - positions: of the term.
    ///   - each: receives a unit, whether the term is frequent there, and its positions, one bit
    ///     each.
    @inline(__always)
    static func forEachUnit(
        _ positions: ArraySlice<UInt32>, _ each: (UInt32, Bool, UInt64) -> Void
    ) {
        positions.withUnsafeBufferPointer { positions in
            var at = 0
            while at < positions.count {
                let unit = positions[at] >> 6
                let first = at
                var found: UInt64 = 0
                repeat {
                    found |= 1 &<< UInt64(positions[at] & 63)
                    at += 1
                } while at < positions.count && positions[at] >> 6 == unit
                each(unit, at - first >= Posting.often, found)
            }
        }
    }
}

/// What each unit is: the title of a document, or a passage.
///
/// Units are numbered as they come, titles and passages mixed; postings number the two kinds apart,
/// which makes the gaps between passages smaller.
struct UnitTable {
    private static let title: UInt32 = 1 << 31
    /// By unit: the document, marked, of a title; the number of a passage.
    private var entries: [UInt32] = []
    /// By document: its first passage.
    private(set) var firstPassages: [UInt32] = []

    var units: Int { entries.count }

    var limits: Posting.Limits {
        Posting.Limits(
            passages: entries.count - firstPassages.count, documents: firstPassages.count)
    }

    mutating func addTitle() {
        entries.append(UInt32(firstPassages.count) | Self.title)
        firstPassages.append(UInt32(entries.count - 1 - firstPassages.count))
    }

    mutating func addPassage() {
        entries.append(UInt32(entries.count - firstPassages.count))
    }

    /// Fills a posting with the positions of a term.
    ///
    /// - Parameter term: as `SortedTerms` has them.
    func read(_ term: ArraySlice<UInt32>, to posting: inout Posting) {
        posting.removeAll()
        read(
            term, &posting.passages, &posting.positions, frequent: &posting.frequent,
            titles: &posting.titles)
    }

    private func read(
        _ term: ArraySlice<UInt32>, _ passages: inout [UInt32], _ found: inout [PairPositions],
        frequent: inout [UInt32], titles: inout [UInt32]
    ) {
        passages.append(addingCapacity: term.count) { passages in
            found.append(addingCapacity: term.count) { found in
                SortedTerms.forEachUnit(term) { unit, isFrequent, set in
                    let entry = entries[Int(unit)]
                    if entry & Self.title != 0 {
                        titles.append(entry & ~Self.title)
                    } else {
                        passages.append(entry)
                        found.append(PairPositions(set: set))
                        if isFrequent { frequent.append(entry) }
                    }
                }
            }
        }
    }
}
