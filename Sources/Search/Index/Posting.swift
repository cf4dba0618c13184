/// Where one term stands: passages, those of them in which it is frequent, and titles.
///
/// Written as a number and a list of passages; when there are any, a bit that says whether the term
/// is frequent somewhere and, if so, one bit for each of them; for a pair of Han characters in
/// more than 8 and no more than a quarter of all passages, where it stands in each of them, see
/// `PairPlaces`; a number and a list of documents whose title or names
/// hold the term. Every posting begins at a new digit.
struct Posting: Equatable {
    /// This often in one passage, a term counts as frequent there.
    static let often = 3
    /// In so few passages a pair narrows a query enough without its places.
    static let few = 8

    /// Ascending numbers of passages.
    var passages: [UInt32] = []
    /// Ascending, among `passages`.
    var frequent: [UInt32] = []
    /// Where a pair stands in each of `passages`; empty when it is not told.
    var places: [PairPlaces] = []
    /// Ascending numbers of documents.
    var titles: [UInt32] = []

    /// What the numbers of a posting are below: the index's passages and documents.
    struct Limits: Equatable {
        var passages = 0
        var documents = 0
    }

    init() {}

    /// - Parameter isPair: whether places are written.
    func write(_ limits: Limits, isPair: Bool, to output: inout BitWriter) {
        let tellsPlaces = isPair && tellsPlaces(limits)
        let room =
            2 * BitWriter.longestNumber
            + BitList.mostBits(count: passages.count, below: limits.passages)
            + 1 + passages.count * (tellsPlaces ? 1 + PairPlaces.mostBits : 1)
            + BitList.mostBits(count: titles.count, below: limits.documents)
        output.write(room: room) { output in
            output.append(UInt32(passages.count))
            output.append(passages, count: passages.count, below: limits.passages)
            if !passages.isEmpty {
                output.append(frequent.isEmpty ? 0 : 1, bits: 1)
                var next = 0
                for passage in passages where !frequent.isEmpty {
                    let isFrequent = next < frequent.count && frequent[next] == passage
                    output.append(isFrequent ? 1 : 0, bits: 1)
                    if isFrequent { next += 1 }
                }
                if tellsPlaces {
                    for place in places { place.write(to: &output) }
                }
            }
            output.append(UInt32(titles.count))
            output.append(titles, count: titles.count, below: limits.documents)
        }
        output.close()
    }

    /// `nil` when there is no posting.
    init?(_ input: inout BitReader, _ limits: Limits, isPair: Bool) {
        guard let count = input.number(),
            let passages = input.list(count: Int(count), below: limits.passages)
        else { return nil }
        self.passages = passages
        if !passages.isEmpty {
            guard let hasFrequent = input.bit() else { return nil }
            for passage in passages where hasFrequent {
                guard let isFrequent = input.bit() else { return nil }
                if isFrequent { frequent.append(passage) }
            }
            let tellsPlaces = isPair && tellsPlaces(limits)
            for _ in passages where tellsPlaces {
                guard let place = PairPlaces(&input) else { return nil }
                places.append(place)
            }
        }
        guard let count = input.number(),
            let titles = input.list(count: Int(count), below: limits.documents)
        else { return nil }
        self.titles = titles
        input.skipToDigit()
    }

    /// In so many passages a pair fits nearly everywhere: its places would cost much and tell
    /// little.
    func isCommon(_ limits: Limits) -> Bool {
        passages.count * 4 > limits.passages
    }

    /// Whether the places of a pair are written.
    func tellsPlaces(_ limits: Limits) -> Bool {
        passages.count > Self.few && !isCommon(limits)
    }

    /// Whether the term stands nowhere.
    var isEmpty: Bool { passages.isEmpty && titles.isEmpty }

    mutating func removeAll() {
        if !places.isEmpty { places.removeAll(keepingCapacity: true) }
        if !passages.isEmpty { passages.removeAll(keepingCapacity: true) }
        if !frequent.isEmpty { frequent.removeAll(keepingCapacity: true) }
        if !titles.isEmpty { titles.removeAll(keepingCapacity: true) }
    }

    /// Counts places from where the term begins of which the pair is a part.
    ///
    /// - Parameter offset: characters of the term before the pair.
    mutating func move(back offset: Int) {
        for index in places.indices { places[index] = places[index].moved(back: offset) }
    }

    /// Keeps what both hold; of passages whose places both tell, those in which they agree.
    mutating func formBoth(_ other: Posting) {
        var kept: [UInt32] = []
        var keptPlaces: [PairPlaces] = []
        var at = 0
        for (index, passage) in passages.enumerated() {
            while at < other.passages.count, other.passages[at] < passage { at += 1 }
            guard at < other.passages.count, other.passages[at] == passage else { continue }
            if places.isEmpty || other.places.isEmpty {
                if !places.isEmpty { keptPlaces.append(places[index]) }
                if !other.places.isEmpty { keptPlaces.append(other.places[at]) }
            } else {
                let shared = places[index].both(other.places[at])
                guard shared.set != 0 else { continue }
                keptPlaces.append(shared)
            }
            kept.append(passage)
        }
        passages = kept
        places = keptPlaces
        frequent = TermHits.both(TermHits.both(frequent, other.frequent), kept)
        titles = TermHits.both(titles, other.titles)
    }
}
