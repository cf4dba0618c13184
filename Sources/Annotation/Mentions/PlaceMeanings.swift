import Archive
import Text

/// Checks whether a name can have a meaning at one place.
///
/// The article, the marks around the name, a
/// longer `not` string, or an editor's `reject` can exclude it.
struct PlaceMeanings {
    enum Objection: Equatable {
        /// `only-in` names other articles.
        case otherArticle
        /// It is not enclosed in one of the pairs of `only-in-marks`.
        case noMarks
        /// It is inside this `not` string, in bytes of the folded text.
        case notString(Range<Int>)
        /// Its letters or its characters are not those that the alias demands.
        case otherForm(NameForm.Objection)
        /// White space divides it, and it is not a short name of a person.
        case divided
        case rejected
    }

    private let denied: SpanIndex<Int>
    private let exactDenials: [Int: [NameTable.ExactDenial]]
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
        exactDenials = names.exactDenials
        self.editor = editor
        self.article = article
        self.plain = plain
    }

    /// The reason why the name cannot have the meaning; `nil` if it can.
    func objection(to meaning: NameTable.Meaning, at hit: NameTable.Hit) -> Objection? {
        if let onlyIn = meaning.onlyIn, !onlyIn.contains(article) { return .otherArticle }
        if !meaning.marks.isEmpty,
            !meaning.marks.contains(where: { $0.stand(around: hit.original, in: plain) })
        {
            return .noMarks
        }
        if let objection = meaning.form.objection(to: hit.original, in: plain) {
            return .otherForm(objection)
        }
        let isDenied = exactDenials[hit.name]?.contains {
            $0.entity == meaning.entity && NameForm.areSame($0.text[...], plain[hit.original])
        }
        if isDenied == true { return .notString(hit.folded) }
        if hit.isDivided, !meaning.mayBePadded { return .divided }
        let longer = denied.first(overlapping: hit.folded) { span, entity in
            entity == meaning.entity && span != hit.folded && span.contains(hit.folded)
        }
        if let longer { return .notString(longer.range) }
        return editor?.rejects(hit.folded, entity: meaning.entity) == true ? .rejected : nil
    }
}

/// The places of an article's `accept` and `reject` decisions in its text.
///
/// A decision with a `quote` applies to the words inside each occurrence of that quote. Without a
/// `quote` it applies to each occurrence of the words. Words are compared after folding, and Latin
/// words must match as whole words.
struct EditorDecisions {
    struct Place: Equatable {
        /// Bytes of the folded text.
        var folded: Range<Int>
        /// `nil` for any entity.
        var entity: Int?
        /// Whether the decision has a `quote`.
        var isQuoted: Bool
        /// Whether names inside the words are rejected too.
        ///
        /// True if the words are not a name
        /// themselves.
        var coversInside = false
    }

    private(set) var accepted: [Place] = []
    private var rejected = SpanIndex<Place>()
    private(set) var unmatched: [UnmatchedDecision] = []

    init(
        _ decisions: ArticleDecisions, in folded: FoldedText, of plain: [UInt8], names: NameTable,
        entities: [String: Int]
    ) {
        for (index, decision) in decisions.accept.enumerated() {
            let places = Self.places(decision, folded, plain)
            if places.isEmpty { unmatched.append(UnmatchedDecision(list: .accept, index: index)) }
            guard let entity = decision.entity.flatMap({ entities[$0.value] }) else { continue }
            accepted += places.map {
                Place(folded: $0, entity: entity, isQuoted: decision.quote != nil)
            }
        }
        var refused: [(range: Range<Int>, value: Place)] = []
        for (index, decision) in decisions.reject.enumerated() {
            let places = Self.places(decision, folded, plain)
            if places.isEmpty { unmatched.append(UnmatchedDecision(list: .reject, index: index)) }
            let entity = decision.entity.flatMap { entities[$0.value] }
            if entity == nil, decision.entity != nil { continue }
            let isName = names.index[FoldedText.key(decision.text.value)].map {
                !names.meanings[$0].isEmpty
            }
            refused += places.map {
                let place = Place(
                    folded: $0, entity: entity, isQuoted: decision.quote != nil,
                    coversInside: isName != true)
                return ($0, place)
            }
        }
        rejected = SpanIndex(refused)
        accepted.sort { $0.folded.lowerBound < $1.folded.lowerBound }
    }

    /// Whether an editor rejected the entity for this span.
    func rejects(_ span: Range<Int>, entity: Int) -> Bool {
        rejected.contains(overlapping: span) { words, place in
            guard place.entity == nil || place.entity == entity else { return false }
            return words == span || place.coversInside && words.contains(span)
        }
    }

    private static func places(
        _ decision: ArticleDecisions.Decision, _ folded: FoldedText, _ plain: [UInt8]
    ) -> [Range<Int>] {
        let words = FoldedText.key(decision.text.value)
        guard let quote = decision.quote else {
            return occurrences(words, in: folded.bytes, 0..<folded.bytes.count).filter {
                NameBoundary.isKept(plain, folded.original($0))
            }
        }
        return occurrences(FoldedText.key(quote.value), in: folded.bytes, 0..<folded.bytes.count)
            .flatMap {
                occurrences(words, in: folded.bytes, $0)
            }
    }

    private static func occurrences(_ words: [UInt8], in text: [UInt8], _ part: Range<Int>)
        -> [Range<Int>]
    {
        let search = ByteSearch(words)
        var found: [Range<Int>] = []
        var at = part.lowerBound
        while let next = search.first(in: text, from: at, to: part.upperBound) {
            found.append(next..<next + words.count)
            at = next + words.count
        }
        return found
    }
}
