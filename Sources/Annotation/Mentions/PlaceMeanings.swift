import Text

/// What takes a meaning away from a name at one place: the article, marks, a longer `not` string,
/// an editor's `reject`.
struct PlaceMeanings {
    enum Objection: Equatable {
        /// `only-in` names other articles.
        case otherArticle
        /// None of the pairs of `only-in-marks` stands around it.
        case noMarks
        /// Bytes of the folded text.
        case notString(Range<Int>)
        case rejected
    }

    private let denied: SpanIndex<Int>
    private let editor: EditorDecisions?
    private let article: Int
    private let plain: [UInt8]

    /// - Parameters:
    ///   - article: index in `Archive.articles`.
    ///   - plain: the article's plain text.
    init(
        _ names: NameTable, _ hits: [NameTable.Hit], _ editor: EditorDecisions?, article: Int,
        plain: [UInt8]
    ) {
        denied = SpanIndex(
            hits.flatMap { hit in names.denied[hit.name].map { (range: hit.folded, value: $0) } })
        self.editor = editor
        self.article = article
        self.plain = plain
    }

    /// `nil`: the name may mean it.
    func objection(to meaning: NameTable.Meaning, at hit: NameTable.Hit) -> Objection? {
        if let onlyIn = meaning.onlyIn, !onlyIn.contains(article) { return .otherArticle }
        if !meaning.marks.isEmpty,
            !meaning.marks.contains(where: { $0.stand(around: hit.original, in: plain) })
        {
            return .noMarks
        }
        let longer = denied.first(overlapping: hit.folded) { span, entity in
            entity == meaning.entity && span != hit.folded && span.contains(hit.folded)
        }
        if let longer { return .notString(longer.range) }
        return editor?.rejects(hit.folded, entity: meaning.entity) == true ? .rejected : nil
    }
}
