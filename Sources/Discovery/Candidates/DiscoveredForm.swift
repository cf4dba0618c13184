import Text

/// A form of words that may be a name, with its evidence and the places where it occurs.
public struct DiscoveredForm: Sendable {
    /// A place of an article.
    public struct Place: Sendable, Equatable {
        /// Index in `Archive.articles`.
        public var article: Int
        /// Bytes of the article's plain text.
        public var range: Range<Int>
    }

    /// As it is compared.
    public var folded: [UInt8]
    var evidence: FormEvidence
    /// As it is written, with the number of times; the most frequent first.
    public internal(set) var spellings: [(text: String, count: Int)] = []
    /// Times that it occurs, also inside longer names.
    public internal(set) var count = 0
    /// Its first places, in order.
    public internal(set) var places: [Place] = []
    /// Articles in which it occurs.
    public internal(set) var articles: Set<Int> = []
    /// Times that it is written without a capital.
    var small = 0
    /// Times beside 、, and times in quotation marks.
    var inLists = 0
    var inQuotes = 0
    /// Characters after and before it; a name goes together with many.
    var following: Set<UInt32> = []
    var preceding: Set<UInt32> = []
    public internal(set) var known: KnownNames.Entry?
    /// Index of `known` in the list.
    var knownIndex: Int?
    /// Whether the known name is an everyday word as well.
    var isEverydayName = false

    static let keptPlaces = 12
    /// More different neighbors are not counted.
    static let keptNeighbors = 256

    public var text: String { spellings.first?.text ?? "" }
}
