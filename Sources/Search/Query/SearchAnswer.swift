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
    /// The first results, up to the limit.
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

/// How an answer came about: what was looked up and what it cost.
public struct SearchExplanation: Sendable {
    public struct Term: Sendable {
        /// Folded.
        public var text: String
        public var isExcluded: Bool
        /// The index alone answers it; otherwise texts are looked at.
        public var isExact: Bool
        /// Keys that were looked up; `=gpt…` is every key with this prefix.
        public var keys: [String]
        public var passages: Int
        public var titles: Int
        /// Documents that may hold it.
        public var documents: Int

        init(_ hits: TermHits) {
            text = String(decoding: hits.term.text, as: UTF8.self)
            isExcluded = hits.term.isExcluded
            isExact = hits.isExact
            keys = hits.asked.map(\.description)
            passages = hits.posting.passages.count
            titles = hits.posting.titles.count
            documents = hits.documents.count
        }
    }

    public var terms: [Term] = []
    /// Documents that may match by the index, and those whose text was looked at to be sure.
    public var candidates = 0
    public var verified = 0
    /// Files of the site that were read, each once, and their bytes.
    public var files: [(path: String, bytes: Int)] = []
}
