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

    /// Fills a posting with the places of a term.
    ///
    /// - Parameter term: as `TermGroup` has them.
    func read(_ term: ArraySlice<UInt32>, to posting: inout Posting) {
        posting.removeAll()
        read(
            term, &posting.passages, &posting.places, frequent: &posting.frequent,
            titles: &posting.titles)
    }

    private func read(
        _ term: ArraySlice<UInt32>, _ passages: inout [UInt32], _ found: inout [PairPlaces],
        frequent: inout [UInt32], titles: inout [UInt32]
    ) {
        passages.append(addingCapacity: term.count) { passages in
            found.append(addingCapacity: term.count) { found in
                TermGroup.forEachUnit(term) { unit, isFrequent, set in
                    let place = places[Int(unit)]
                    if place & Self.title != 0 {
                        titles.append(place & ~Self.title)
                    } else {
                        passages.append(place)
                        found.append(PairPlaces(set: set))
                        if isFrequent { frequent.append(place) }
                    }
                }
            }
        }
    }
}
