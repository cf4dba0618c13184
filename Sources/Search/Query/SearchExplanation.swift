/// How an answer came about: what was looked up and what it cost.
public struct SearchExplanation: Sendable {
    public struct Term: Sendable {
        /// Folded.
        public var text: String
        public var isExcluded: Bool
        /// The index alone answers it; otherwise texts are looked at.
        public var isExact: Bool
        /// Keys of the index that were asked for; `=gpt…` is all that begin so.
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
