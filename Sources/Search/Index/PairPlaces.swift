/// Where a pair of Han characters stands in one passage, in characters from its start.
///
/// Two pairs of a query that stand somewhere in a passage are mostly not the query; two pairs at
/// the right distance mostly are. One place is written as a 0 and the lowest six bits; several as a
/// 1, how many less two, and their list below the last of them and one, after that limit. Several
/// are told exactly, because a frequent pair would fit everywhere otherwise; only in a passage of
/// more than 16,384 characters multiples of that are lost.
struct PairPlaces: Equatable {
    static let bits: UInt32 = 6
    static let mask: UInt32 = 63
    static let exactMask = UInt32(TermKey.places - 1)

    /// One place modulo 64, or several as they are, ascending.
    private(set) var places: [UInt32]
    private let isExact: Bool

    /// - Parameter found: not empty.
    init(_ found: [UInt32]) {
        var places = found
        for index in places.indices.dropFirst().reversed() where places[index] == places[index - 1] {
            places.remove(at: index)
        }
        isExact = places.count > 1
        self.places = isExact ? places : [places[0] & Self.mask]
    }

    private init(_ places: [UInt32], isExact: Bool) {
        self.places = places
        self.isExact = isExact
    }

    func write(to output: inout BitWriter) {
        guard isExact, let last = places.last else {
            output.append(places[0] << 1, bits: Self.bits + 1)
            return
        }
        output.append(1, bits: 1)
        output.append(UInt32(places.count - 2))
        output.append(last)
        output.append(places, below: Int(last) + 1)
    }

    /// `nil` when there are none.
    init?(_ input: inout BitReader) {
        guard let isExact = input.bit() else { return nil }
        self.isExact = isExact
        if isExact {
            guard let more = input.number(), let last = input.number(),
                let list = input.list(count: Int(more) + 2, below: Int(last) + 1)
            else { return nil }
            places = list
        } else {
            guard let place = input.bits(Self.bits) else { return nil }
            places = [place]
        }
    }

    /// Places may fall before the start from here on, which the comparison does not mind.
    mutating func move(back offset: UInt32) {
        for index in places.indices { places[index] &-= offset }
    }

    /// The places that both name; `nil` when there are none.
    func both(_ other: PairPlaces) -> PairPlaces? {
        let mask = isExact && other.isExact ? Self.exactMask : Self.mask
        let (told, against) = isExact ? (self, other) : (other, self)
        let shared = told.places.filter { place in
            against.places.contains { $0 & mask == place & mask }
        }
        return shared.isEmpty ? nil : PairPlaces(shared, isExact: told.isExact)
    }
}
