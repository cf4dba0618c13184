/// What each unit is: the title of a document, or a passage.
///
/// Units are numbered as they come, titles and passages mixed; postings number the two kinds apart,
/// which makes the gaps between passages smaller.
struct UnitPlaces {
    private static let title: UInt32 = 1 << 31
    /// By unit: the document, marked, of a title; the number of a passage.
    private var places: [UInt32] = []
    /// By document: its first passage.
    private(set) var firstPassages: [UInt32] = []

    var units: Int { places.count }

    var limits: Posting.Limits {
        Posting.Limits(
            passages: places.count - firstPassages.count, documents: firstPassages.count)
    }

    mutating func addTitle() {
        places.append(UInt32(firstPassages.count) | Self.title)
        firstPassages.append(UInt32(places.count - 1 - firstPassages.count))
    }

    mutating func addPassage() {
        places.append(UInt32(places.count - firstPassages.count))
    }

    /// - Parameter found: where the term stands in the unit.
    @inline(__always)
    func append(_ unit: UInt32, isFrequent: Bool, _ found: UInt64, to posting: inout Posting) {
        let place = places[Int(unit)]
        if place & Self.title != 0 {
            posting.titles.append(place & ~Self.title)
        } else {
            posting.passages.append(place)
            if isFrequent { posting.frequent.append(place) }
            posting.places.append(PairPlaces(set: found))
        }
    }
}
