import Text

/// Reads `annotations/<slug>.yml`.
enum DecisionsReader {
    static let keys = ["text-sha256", "reject", "accept", "sic", "notes"]

    static func read(_ bytes: [UInt8], path: String) -> (
        decisions: ArticleDecisions, diagnostics: [Diagnostic]
    ) {
        let file = SourceFile(path: path, bytes: bytes)
        var decisions = ArticleDecisions(slug: FileRole.stem(path), file: path)
        let root = YAMLReader.read(file, range: 0..<bytes.count, broken: "bad-yaml")
        guard let root, !root.isNull else { return (decisions, file.diagnostics) }
        guard case .map(let fields) = root.content else {
            file.error(
                "wrong-type", at: file.place(root.position),
                "an annotation file must be `key: value` pairs, not \(root.kindName)",
                help: "write `reject:`, `accept:`, `sic:` or `notes:` with a list below it")
            return (decisions, file.diagnostics)
        }
        var reader = MapReader(fields, at: root.position, in: file, subject: "an annotation file")
        decisions.textSHA256 = reader.text("text-sha256")
        decisions.reject = reader.maps(
            "reject", subject: "a rejected mention", text: EntityReader.named("text")
        )
        .compactMap { decision($0, needsEntity: false) }
        decisions.accept = reader.maps("accept", subject: "an accepted mention")
            .compactMap { decision($0, needsEntity: true) }
        decisions.sic = reader.maps("sic", subject: "a sic note").compactMap(sic)
        decisions.notes = reader.maps("notes", subject: "a note").compactMap(note)
        reader.warnOfRest(known: keys)
        return (decisions, file.diagnostics)
    }

    private static func decision(_ row: MapReader, needsEntity: Bool) -> ArticleDecisions.Decision?
    {
        var row = row
        let text = row.required("text", help: "write the words of the mention")
        let quote = row.text("quote")
        let entity =
            needsEntity
            ? row.required("entity", help: "write the id of the entity that is meant")
            : row.text("entity")
        row.warnOfRest(known: ["text", "quote", "entity"])
        guard let text, !needsEntity || entity != nil else { return nil }
        return ArticleDecisions.Decision(text: text, quote: quote, entity: entity)
    }

    private static func sic(_ row: MapReader) -> ArticleDecisions.Sic? {
        var row = row
        let quote = row.required("quote", help: "write the words as the article has them")
        let correct = row.required("correct", help: "write the words as they should be")
        let note = row.string("note")
        row.warnOfRest(known: ["quote", "correct", "note"])
        guard let quote, let correct else { return nil }
        return ArticleDecisions.Sic(quote: quote, correct: correct.value, note: note)
    }

    private static func note(_ row: MapReader) -> ArticleDecisions.Note? {
        var row = row
        let quote = row.required("quote", help: "write the words that the note is about")
        let note = row.required("note", help: "write the note, in Markdown")
        row.warnOfRest(known: ["quote", "note"])
        guard let quote, let note else { return nil }
        return ArticleDecisions.Note(quote: quote, note: note.value)
    }
}
