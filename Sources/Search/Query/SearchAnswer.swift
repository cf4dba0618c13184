/// What a query found.
public struct SearchAnswer: Sendable, Equatable {
    /// A page of the site with the passages that matched.
    public struct Result: Sendable, Equatable {
        public var kind: SearchUnit.Kind
        /// Site path: `articles/hunyuan/`.
        public var path: String
        public var title: String
        /// Empty when undated.
        public var date: String
        /// The best, in the order of the text; empty when only the title or a name matched.
        public var passages: [Passage]
    }

    /// A sentence, or the part of it around the hits.
    public struct Passage: Sendable, Equatable {
        /// Id of the sentence in the page: `s12`.
        public var anchor: String?
        public var text: String
        /// Bytes of `text` in UTF-8.
        public var hits: [Range<Int>]
    }

    /// A facet with the values that the results have, most frequent first.
    public struct Facet: Sendable, Equatable {
        public struct Value: Sendable, Equatable {
            public var value: String
            public var label: String
            public var count: Int
        }
        public var facet: String
        public var values: [Value]
    }

    /// Pages that match, all of them verified.
    public var total = 0
    /// Paths of all pages that match, best first.
    public var paths: [String] = []
    /// The first of them, as many as were asked for.
    public var results: [Result] = []
    public var facets: [Facet] = []
    /// When nothing matched: queries that ask for less, and how many pages each matches.
    public var alone: [(query: String, count: Int)] = []
    public var explanation = SearchExplanation()

    /// Explanations are not compared.
    public static func == (a: SearchAnswer, b: SearchAnswer) -> Bool {
        a.total == b.total && a.paths == b.paths && a.results == b.results && a.facets == b.facets
            && a.alone.map(\.query) == b.alone.map(\.query)
            && a.alone.map(\.count) == b.alone.map(\.count)
    }
}
