/// The terms of one group and where each stands: a list of an `OccurrenceLog`, sorted by counting.
struct TermGroup {
    /// What its terms' keys begin with, shifted down.
    private(set) var number: UInt32 = 0
    /// The lower halves of its terms' keys, ascending.
    private(set) var terms: [UInt32] = []
    /// By term, and one more: where its places begin.
    private var starts: [Int] = []
    /// `unit << 6 | place`, by term, then by unit.
    private var places: [UInt32] = []
    private var occurrences: [UInt32] = []
    /// By lower half: how often it occurs, then where its next place goes; zeros between groups.
    private var counts = [UInt32](repeating: 0, count: 1 << 18)
    private var present = UnitSet(1 << 18)

    /// Takes a group out of a log.
    mutating func read(_ group: UInt32, of log: OccurrenceLog) throws {
        number = group
        try log.read(group, to: &occurrences)
        if places.count < occurrences.count {
            places = [UInt32](repeating: 0, count: occurrences.count)
        }
        counts.withUnsafeMutableBufferPointer { counts in
            OccurrenceLog.forEach(occurrences) { term, _, _ in
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
            places.withUnsafeMutableBufferPointer { places in
                OccurrenceLog.forEach(occurrences) { term, unit, place in
                    places[Int(counts[term])] = unit << 6 | place
                    counts[term] &+= 1
                }
            }
            for term in terms { counts[Int(term)] = 0 }
        }
    }

    func key(of index: Int) -> UInt64 {
        UInt64(number) << 18 | UInt64(terms[index])
    }

    /// `unit << 6 | place` of a term.
    ///
    /// - Parameter index: of the term in `terms`.
    func places(of index: Int) -> ArraySlice<UInt32> {
        places[starts[index]..<starts[index + 1]]
    }

    /// Hands over the units of a term, ascending.
    ///
    /// - Parameters:
    ///   - places: of the term.
    ///   - each: takes a unit, whether the term is frequent there, and its places, one bit each.
    @inline(__always)
    static func forEachUnit(
        _ places: ArraySlice<UInt32>, _ each: (UInt32, Bool, UInt64) -> Void
    ) {
        places.withUnsafeBufferPointer { places in
            var at = 0
            while at < places.count {
                let unit = places[at] >> 6
                let first = at
                var found: UInt64 = 0
                repeat {
                    found |= 1 &<< UInt64(places[at] & 63)
                    at += 1
                } while at < places.count && places[at] >> 6 == unit
                each(unit, at - first >= Posting.often, found)
            }
        }
    }
}
