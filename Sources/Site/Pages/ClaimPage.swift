import Annotation
import Archive
import Markup
import Publishing
import Text

/// `claims/<id>/`: the statements side by side, each in its sentence.
struct ClaimPage {
    let renderer: PageRenderer
    let index: Int

    private var claim: Claim { renderer.archive.claims[index] }
    private var path: String { SitePath.claim(claim.id) }
    private var ledger: ClaimLedger { renderer.graph.ledger }
    private var comparison: ClaimComparison { ledger.comparisons[index] }

    var task: OutputTask {
        let card = ClaimCard(renderer: renderer, index: index, reason: reason)
        let folders =
            [path]
            + RedirectPath.dataFolders(
                renderer.archive.claims[index].oldPaths, of: path, in: renderer.archive)
        return renderer.task(model, folders.map { Attachment($0 + "card.json", bytes: card.json) })
    }

    private var model: PageModel {
        var model = renderer.model(
            .claim, path: path, title: claim.title, section: "claims",
            data: ClaimSchema(graph: renderer.graph, index: index).element)
        let status = ledger.status(of: index)
        model.choice = claim.template?.value
        model["params"] = renderer.theme.params(claim.params)
        model["id"] = claim.id
        model["kindText"] = renderer.strings["kind-\(claim.kind.rawValue)"]
        model["heading"] = claim.title
        model["textLang"] = renderer.foreign(
            LanguageDetector.language(of: Array(claim.title.utf8)))
        model["status"] = status.rawValue
        model["statusText"] = renderer.strings["status-\(status.rawValue)"]
        model["statusReason"] = reason
        model["dispute"] = DisputeLine(graph: renderer.graph, strings: renderer.strings).text(
            index
        )
        .map { renderer.strings("disputed-what", ["text": $0]) }
        model["pinned"] = claim.status.map {
            ["status": $0, "text": renderer.strings["status-\($0)"]] as Fields
        }
        model["facts"] = facts
        let values = comparison.statements.compactMap(\.quantity)
        model["hasValues"] = !values.isEmpty
        model["chart"] = chart
        model["arithmetic"] =
            ClaimArithmetic(renderer: renderer, bases: comparison.impliedBases).html
        model["history"] = history
        model["stances"] = StanceList(renderer: renderer, index: index).html
        model["series"] = SeriesTable(renderer: renderer, index: index).html
        let scale = values.count > 1 ? ValueScale(values) : nil
        model["statementRows"] = DeferredMarkup(
            joining: claim.statements.indices.map { number in
                ClaimStatementRow(renderer: renderer, index: index, number: number, scale: scale)
                    .markup(hasValues: !values.isEmpty)
            })
        model["note"] = claim.note.map { note in
            let document = renderer.document(Array(note.utf8))
            let html = HTMLWriter.html(
                of: document, options: renderer.options(on: path, of: claim.place.file))
            return String(decoding: html, as: UTF8.self)
        }
        model["relations"] = relations
        return model
    }

    /// What decided the status, then where the statements come from: "values conflict · 4 articles
    /// · 1 origin".
    private var reason: String {
        let articles = Set(ledger.anchors(of: index).map(\.article))
        let decisive = ledger.claims[index].reasons.compactMap { reason -> String? in
            switch reason {
            case .values: "reason-values"
            case .impliedBases: "reason-implied-bases"
            case .stances: "reason-stances"
            case .contradiction: "reason-contradiction"
            case .update: "reason-update"
            case .sources: nil
            }
        }
        var words: [String] = []
        for key in decisive where !words.contains(renderer.strings[key]) {
            words.append(renderer.strings[key])
        }
        words.append(renderer.count("statements", claim.statements.count))
        words.append(renderer.count("articles", articles.count))
        let origins = ledger.origins(of: index)
        if origins.known > 0 { words.append(renderer.count("origins", origins.known)) }
        if origins.unknown > 0 {
            words.append(renderer.count("unknown-origins", origins.unknown))
        }
        return words.joined(separator: " · ")
    }

    /// The status at each date at which it changed, with the article that changed it; `nil` when it
    /// was always the same.
    private var history: String? {
        let steps = ledger.claims[index].history.steps
        guard steps.count > 1 else { return nil }
        let rows = steps.map { step -> String in
            let status = step.status.rawValue
            var row =
                "<li><time datetime=\"\(HTML.escape(step.date.iso))\">\(HTML.escape(renderer.strings.date(step.date)))</time>"
            row +=
                " <span class=\"status\" data-status=\"\(status)\">\(HTML.escape(renderer.strings["status-\(status)"]))</span>"
            if let statement = step.statement,
                let anchor = ledger.anchor(of: index, statement: statement)
            {
                let article = renderer.archive.articles[anchor.article]
                let href = SitePath.link(
                    from: path, to: SitePath.article(article.slug),
                    fragment: "s\(anchor.sentenceID)")
                let name = renderer.outletName(of: article) ?? article.title
                row += " <a href=\"\(href)\">\(HTML.escape(name))</a>"
            }
            return row + "</li>"
        }
        return "<ol class=\"status-history\">\n" + rows.joined(separator: "\n") + "\n</ol>"
    }

    private var facts: String? {
        var rows: [String] = []
        func add(_ key: String, _ value: String) {
            rows.append("<dt>\(HTML.escape(renderer.strings[key]))</dt><dd>\(value)</dd>")
        }
        if !claim.subjects.isEmpty {
            let links = claim.subjects.map { renderer.link(entity: $0.value, from: path) }
            add(
                "subjects", renderer.strings.list(html: links)
            )
        }
        if let id = claim.metric?.value, let metric = renderer.archive.metric(id) {
            let href = SitePath.link(from: path, to: SitePath.metric(id))
            add(
                "metric",
                "<a href=\"\(href)\">\(HTML.escape(metric.title(in: renderer.language)))</a>"
            )
        }
        if let period = claim.period {
            add("period", HTML.escape(renderer.strings.period(period.value)))
        }
        return rows.isEmpty ? nil : rows.joined(separator: "\n")
    }

    /// Values over time: the statements by the date of their article, oldest first.
    private var chart: String? {
        let dated = claim.statements.indices.compactMap {
            number -> (date: String, row: ValueChart.Row)? in
            guard let quantity = comparison.statements[number].quantity,
                let anchor = ledger.anchor(of: index, statement: number)
            else { return nil }
            let article = renderer.archive.articles[anchor.article]
            let outlet = renderer.outletName(of: article) ?? article.title
            let row = ValueChart.Row(
                label: outlet,
                date: article.date.map { renderer.strings.date($0) } ?? "",
                words: comparison.statements[number].words ?? "",
                verdict: ledger.verdict(of: index, statement: number), quantity: quantity)
            return (article.date?.iso ?? "", row)
        }
        let rows = dated.enumerated().sorted {
            ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
        }
        return ValueChart(
            rows: rows.map(\.element.row), title: claim.title, strings: renderer.strings
        ).svg
    }

    /// Relations as they are written, and those of other claims to this one from the other side.
    private var relations: String? {
        var rows: [String] = []
        func add(_ key: String, _ other: Int) {
            let claim = renderer.archive.claims[other]
            let href = SitePath.link(from: path, to: SitePath.claim(claim.id))
            rows.append(
                "<dt>\(HTML.escape(renderer.strings["relation-\(key)"]))</dt><dd><a href=\"\(href)\">\(HTML.escape(claim.title))</a></dd>"
            )
        }
        for relation in claim.relations {
            if let other = renderer.archive.lookup.claimByID[relation.to.value] {
                add(relation.kind.rawValue, other)
            }
        }
        for (other, kind) in renderer.graph.relationsTo[index] { add(kind.inverseKey, other) }
        return rows.isEmpty ? nil : rows.joined(separator: "\n")
    }
}

extension Claim.Relation.Kind {
    /// How the other claim calls the relation.
    var inverseKey: String {
        switch self {
        case .updates: "updated-by"
        case .contradicts: "contradicts"
        case .supports: "supported-by"
        case .refines: "refined-by"
        case .partOf: "has-part"
        }
    }
}

extension Metric {
    /// In a language, or else in the first that there is, by language.
    func title(in language: String) -> String {
        titles[language] ?? titles.sorted { $0.key < $1.key }.first?.value ?? id
    }
}
