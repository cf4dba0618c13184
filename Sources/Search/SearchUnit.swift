import Text

/// What can be found: a passage of an article, an entity, a claim.
public struct SearchUnit: Sendable {
    /// What kind of page a result is.
    public struct Kind: Sendable, Hashable {
        /// In the rows of documents.
        ///
        /// Every index has the numbers of `usual`; further kinds follow them.
        public let number: Int
        /// Value of the facet `kind`: `person`.
        public let name: String

        public init(number: Int, name: String) {
            self.number = number
            self.name = name
        }

        public static let article = Kind(number: 0, name: "article")
        public static let person = Kind(number: 1, name: "person")
        public static let product = Kind(number: 2, name: "product")
        public static let organization = Kind(number: 3, name: "organization")
        public static let claim = Kind(number: 4, name: "claim")

        /// The kinds of which the manifest gives only the words; it names the others.
        public static let usual = [article, person, product, organization, claim]

        /// `usual` and after it the names that are not among them.
        public static func all(with names: [String]) -> [Kind] {
            let further = names.filter { name in !usual.contains { $0.name == name } }
            return usual
                + further.enumerated().map { Kind(number: usual.count + $0, name: $1) }
        }
    }

    public var kind: Kind
    /// Site path of the page, with the trailing slash: `articles/hunyuan/`.
    public var path: String
    /// Shown as the result's heading and searched as its title: article title, entity name, claim
    /// title.
    public var title: String
    /// Further words that count as title: an entity's aliases, a claim's id.
    public var names: [String]
    /// Path of the text that holds `text`, for fetching it: `articles/hunyuan/text.txt`.
    ///
    /// `nil`: the text is short and travels in the index.
    public var textPath: String?
    /// The searchable text, UTF-8.
    ///
    /// Passages of one article follow one another and cover it whole.
    public var text: [UInt8]
    /// Byte range of `text` in the file at `textPath`.
    public var textRange: Range<Int>
    /// Where the sentences in `text` begin: offsets in bytes in the file at `textPath`, ascending.
    ///
    /// Their anchors in the page are made from their words (`PlaceID`), so no index holds them.
    public var sentences: [Int]
    /// Sort key, newest first: `2025-04-08`, empty when undated.
    public var date: String
    /// Facet values, by facet (`year`, `outlet`, `language`, `status`, and the kinds of entities:
    /// `person`).
    ///
    /// A value is an id; its words are in the index's label table.
    public var facets: [(facet: String, value: String)]

    public init(
        kind: Kind, path: String, title: String, names: [String] = [], textPath: String? = nil,
        text: [UInt8], textRange: Range<Int>, sentences: [Int] = [],
        date: String = "", facets: [(facet: String, value: String)] = []
    ) {
        self.kind = kind
        self.path = path
        self.title = title
        // The index lists them one a line.
        self.names = names.map { name in
            guard name.utf8.contains(0x0A) else { return name }
            return String(decoding: name.utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
        }
        .filter { !$0.isEmpty }
        self.textPath = textPath
        self.text = text
        self.textRange = textRange
        self.sentences = sentences
        self.date = date
        self.facets = facets
    }
}

/// Blocks of a plain text: what an empty line separates.
///
/// Nothing is found across two blocks; a single line end inside one is white space.
public enum TextBlocks {
    /// Ascending; without the empty lines between them.
    public static func ranges(_ text: [UInt8]) -> [Range<Int>] {
        text.withUnsafeBufferPointer { text in
            var ranges: [Range<Int>] = []
            var start = 0
            var at = 0
            while at < text.count {
                if at + 8 <= text.count, !ByteWord(text, at: at).holds(0x0A) {
                    at += 8
                } else if text[at] == 0x0A, at + 1 < text.count, text[at + 1] == 0x0A {
                    if at > start { ranges.append(start..<at) }
                    while at < text.count, text[at] == 0x0A { at += 1 }
                    start = at
                } else {
                    at += 1
                }
            }
            if text.count > start { ranges.append(start..<text.count) }
            return ranges
        }
    }
}
