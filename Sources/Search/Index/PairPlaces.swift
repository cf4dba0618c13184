/// Where a pair of Han characters stands in one passage: characters before it, modulo 64.
///
/// Two pairs of a query that stand somewhere in a passage are mostly not the query; two pairs at
/// the right distance mostly are. One place is written as a 0 and its six bits; several as a 1, how
/// many less two, and their list.
struct PairPlaces: Equatable {
    /// One bit for each place.
    var set: UInt64

    init(set: UInt64) {
        self.set = set
    }

    /// Bits of the places in one passage, at most.
    static let mostBits = 1 + BitWriter.longestNumber + 128

    @inline(__always)
    func write(to output: inout BitStream) {
        guard set & (set &- 1) != 0 else {
            output.append(UInt64(set.trailingZeroBitCount) << 1, bits: 7)
            return
        }
        let count = set.nonzeroBitCount
        output.append(1, bits: 1)
        output.append(UInt32(count - 2))
        output.append(BitMembers(set), count: count, below: TermKey.places)
    }

    /// `nil` when there are none.
    init?(_ input: inout BitReader) {
        guard let areSeveral = input.bit() else { return nil }
        if areSeveral {
            guard let more = input.number(), more < TermKey.places,
                let list = input.list(count: Int(more) + 2, below: TermKey.places)
            else { return nil }
            set = list.reduce(0) { $0 | 1 << UInt64($1) }
        } else {
            guard let place = input.bits(6) else { return nil }
            set = 1 << UInt64(place)
        }
    }

    /// The places of a term of which the pair is a part.
    ///
    /// - Parameter offset: characters of the term before the pair.
    func moved(back offset: Int) -> PairPlaces {
        let turn = UInt64(offset & 63)
        return PairPlaces(set: set >> turn | set << ((64 - turn) & 63))
    }

    /// The places that both name.
    func both(_ other: PairPlaces) -> PairPlaces {
        PairPlaces(set: set & other.set)
    }
}
