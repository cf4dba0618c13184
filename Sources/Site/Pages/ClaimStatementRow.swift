import Annotation
import Archive
import Text

/// One statement in the table of its claim's page.
struct ClaimStatementRow {
    let renderer: PageRenderer
    let index: Int
    let number: Int
    /// Of all values of the claim.
    let scale: ValueScale?

    private var claim: Claim { renderer.archive.claims[index] }
    private var statement: Statement { claim.statements[number] }
    private var path: String { SitePath.claim(claim.id) }
    private var ledger: ClaimLedger { renderer.graph.ledger }
    private var reading: StatementReading { ledger.comparisons[index].statements[number] }

    /// The row, which is rendered with its page: until then the article's text is not needed.
    func markup(hasValues: Bool) -> DeferredMarkup {
        var fields = self.fields
        fields["hasValues"] = hasValues
        var key = CacheKeyBuilder(capacity: 2048)
        key.add(fields)
        let anchor = ledger.anchor(of: index, statement: number)
        if let anchor {
            key.add(renderer.textKey(ofArticle: anchor.article))
            key.add(anchor.range)
        }
        return DeferredMarkup(key: key.fingerprint) { [fields] in
            var row = fields
            if let anchor { addSentence(anchor, to: &row) }
            return renderer.theme.render(.claimStatement, row)
        }
    }

    /// All fields that need no article's text.
    private var fields: Fields {
        var fields: Fields = [
            "modeText": renderer.strings["mode-\(statement.mode.rawValue)"],
            "deprecated": statement.rank == .deprecated,
            "sentence": HTML.escape(statement.quote.value),
            "verdict": "single",
        ]
        fields["params"] = renderer.theme.params(statement.params)
        fields["speaker"] = statement.speaker.map { renderer.link(entity: $0.value, from: path) }
        fields["basis"] = statement.basis
        fields["origin"] = origin
        fields["reason"] = reading.reason.map(renderer.strings.reason)
        addValue(to: &fields)
        if let anchor = ledger.anchor(of: index, statement: number) {
            addPlace(anchor, to: &fields)
        }
        addStance(to: &fields)
        return fields
    }

    /// The origin as written, or that it is unknown; and that the speaker and the basis make it one
    /// with another's.
    private var origin: String {
        let article = ledger.anchor(of: index, statement: number).map {
            renderer.archive.articles[$0.article]
        }
        let written = StatementOrigins.text(statement, article)
        let text =
            written.map { renderer.strings("statement-origin", ["text": $0]) }
            ?? renderer.strings["origin-unknown"]
        guard ledger.claims[index].origins.isJoinedBySpeaker[number] else { return text }
        return renderer.strings("origin-joined", ["text": text])
    }

    /// In the place of a verdict where there is none, else beside the speaker.
    private func addStance(to fields: inout Fields) {
        guard claim.kind != .quantity || statement.stance != .supports else { return }
        let words = renderer.strings["stance-\(statement.stance.rawValue)"]
        if fields["verdictText"] == nil {
            fields["verdictText"] = words
            fields["stance"] = statement.stance.rawValue
        } else {
            fields["stanceText"] = words
        }
    }

    /// The value as written and as an interval.
    private func addValue(to fields: inout Fields) {
        fields["value"] = statement.value?.value ?? reading.words
        guard let quantity = reading.quantity else { return }
        if quantity.low != quantity.high {
            fields["interval"] = renderer.strings.interval(quantity).map { "[\($0)]" }
        }
        if let scale {
            let verdict = ledger.verdict(of: index, statement: number)
            fields["bar"] = IntervalBar.svg(quantity, on: scale, verdict: verdict)
        }
    }

    private func addPlace(_ anchor: QuoteAnchor, to fields: inout Fields) {
        let article = renderer.archive.articles[anchor.article]
        let target = SitePath.article(article.slug)
        let verdict = ledger.verdict(of: index, statement: number)
        fields["articleTitle"] = article.title
        fields["articleHref"] = SitePath.link(from: path, to: target)
        fields["href"] = SitePath.link(from: path, to: target, fragment: "s\(anchor.sentenceID)")
        fields["lang"] = article.language
        fields["outlet"] = renderer.outletName(of: article)
        fields["date"] = article.date.map { renderer.strings.dateFields($0) }
        fields["verdict"] = verdict
        let word = ledger.isFinest(number, of: index) ? "finest" : verdict
        fields["verdictText"] = renderer.strings.words(ifAny: "verdict-\(word)")
        fields["time"] = reading.period.map {
            renderer.strings("as-of", ["period": renderer.strings.period($0)])
        }
    }

    /// The sentences of the statement, and the words of time in them.
    private func addSentence(_ anchor: QuoteAnchor, to fields: inout Fields) {
        let verdict = ledger.verdict(of: index, statement: number)
        let text = renderer.graph.texts[anchor.article]
        let last =
            text.sentences.lastIndex { $0.range.lowerBound < anchor.range.upperBound }
            ?? anchor.sentence
        let range =
            text.sentences[anchor.sentence].range
            .lowerBound..<text.sentences[max(last, anchor.sentence)].range.upperBound
        fields["sentence"] = renderer.sentence(
            range, of: anchor.article, hits: [anchor.range],
            open: "<mark class=\"claim\" data-verdict=\"\(verdict)\">", close: "</mark>")
        if reading.period == nil {
            let date = renderer.archive.articles[anchor.article].date
            fields["time"] = timeWords(Array(text.plain.utf8[range]), date)
        }
    }

    /// Words of time as they were resolved: "Time: 去年四季度 (2024-Q4)".
    private func timeWords(_ sentence: [UInt8], _ date: PartialDate?) -> String? {
        let words = PeriodWords.all(sentence, date: date).filter(\.isRelative)
        guard !words.isEmpty else { return nil }
        var shown: [String] = []
        for words in words {
            let written = String(decoding: sentence[words.range], as: UTF8.self)
            let text =
                words.isOpen
                ? written
                : renderer.strings(
                    "time-word",
                    ["words": written, "period": renderer.strings.period(words.period)])
            if !shown.contains(text) { shown.append(text) }
        }
        return renderer.strings("time-words", ["words": shown.joined(separator: " · ")])
    }
}
