/// What changed passages and titles mean to the posting of one key.
struct PostingChange {
    /// A term in one passage or title.
    struct Found: Equatable {
        var isFrequent: Bool
        /// Where a pair stands, one bit for each place modulo 64; for other terms anything.
        var places: UInt64
    }

    /// A passage or document and what it holds of the term now; `nil`: nothing any more.
    typealias Edit = (number: UInt32, found: Found?)

    var key: [UInt8]
    /// Ascending.
    var passages: [Edit] = []
    /// Ascending.
    var titles: [Edit] = []

    /// Makes the change in a posting.
    ///
    /// - Parameter places: where the key stands in an unchanged passage, for a pair whose places
    ///   were not told and are now.
    func apply(
        to posting: inout Posting, _ limits: Posting.Limits, places: (UInt32) throws -> UInt64
    ) rethrows {
        let isPair = IndexKey.isPair(key)
        var frequent = posting.frequent.makeIterator()
        var nextFrequent = frequent.next()
        var known: [(passage: UInt32, found: Found?)] = []
        known.reserveCapacity(posting.passages.count + passages.count)
        for (index, passage) in posting.passages.enumerated() {
            let isFrequent = nextFrequent == passage
            if isFrequent { nextFrequent = frequent.next() }
            // 0: not known.
            let places = posting.places.isEmpty ? 0 : posting.places[index].set
            known.append((passage, Found(isFrequent: isFrequent, places: places)))
        }
        posting.passages = []
        posting.frequent = []
        posting.places = []
        for (passage, found) in Self.merged(known, passages) {
            guard let found else { continue }
            posting.passages.append(passage)
            if found.isFrequent { posting.frequent.append(passage) }
            posting.places.append(PairPlaces(set: found.places))
        }
        posting.titles = Self.merged(
            posting.titles.map { ($0, Found(isFrequent: false, places: 0)) }, titles
        )
        .filter { $0.1 != nil }.map(\.0)
        guard isPair, posting.tellsPlaces(limits) else { return }
        for index in posting.places.indices where posting.places[index].set == 0 {
            posting.places[index].set = try places(posting.passages[index])
        }
    }

    /// Two ascending lists as one; where both name a number, the second counts.
    private static func merged(
        _ old: [(UInt32, Found?)], _ new: [Edit]
    ) -> [(UInt32, Found?)] {
        var result: [(UInt32, Found?)] = []
        result.reserveCapacity(old.count + new.count)
        var next = 0
        for item in old {
            while next < new.count, new[next].number < item.0 {
                result.append((new[next].number, new[next].found))
                next += 1
            }
            guard next < new.count, new[next].number == item.0 else {
                result.append(item)
                continue
            }
        }
        for edit in new[next...] { result.append((edit.number, edit.found)) }
        return result
    }
}
