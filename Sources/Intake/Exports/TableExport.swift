import Text

/// Tables of reading services: Readwise's highlights become one article per book; lists of
/// addresses (Pocket, Instapaper, Raindrop) are refused with a reason.
enum TableExport {
    /// `nil` if the source is not a table.
    static func read(_ text: SourceText, source: Source) -> Intake.Reading? {
        guard ["csv", "tsv"].contains(source.fileExtension) else { return nil }
        let table = CSVTable(
            text.lines.joined(separator: "\n"),
            separator: source.fileExtension == "tsv" ? 0x09 : 0x2C)
        if let words = table.column("highlight", "text", "quote"),
            let book = table.column("book title", "title", "document title")
        {
            return highlights(table, words: words, book: book, source: source)
        }
        let place = Diagnostic.Place(file: source.name)
        let rows = table.rows.dropFirst()
        guard let address = table.column("url", "link", "href") else {
            return Intake.Reading(
                articles: [],
                diagnostics: [
                    Diagnostic(
                        .error, "table", at: place,
                        "the file is a table of \(rows.count) rows, not an article",
                        help:
                            "put it into an article, or add it to content/assets/"
                    )
                ])
        }
        let links = rows.compactMap { $0.indices.contains(address) ? $0[address] : nil }
        return Intake.Reading(articles: [], diagnostics: [linkList(links, at: place)])
    }

    static func linkList(_ links: [String], at place: Diagnostic.Place) -> Diagnostic {
        Diagnostic(
            .error, "link-list", at: place,
            "it lists \(links.count) address\(links.count == 1 ? "" : "es") and contains no article",
            notes: links.prefix(3).map { "such as \($0)" },
            help: "open those pages in a browser, save them, and add what was saved")
    }

    private static func highlights(
        _ table: CSVTable, words: Int, book: Int, source: Source
    ) -> Intake.Reading {
        let author = table.column("book author", "author")
        let note = table.column("note")
        var order: [String] = []
        var books: [String: [[String]]] = [:]
        let columns = max(words, book, author ?? 0) + 1
        var reading = Intake.Reading(articles: [], diagnostics: [])
        for (row, line) in zip(table.rows, table.lines).dropFirst() {
            guard row.count >= columns else {
                reading.diagnostics.append(
                    Diagnostic(
                        .error, "short-row",
                        at: Diagnostic.Place(file: source.name, line: line, column: 1),
                        "the row has \(row.count) of \(table.rows[0].count) fields",
                        help: "export the table again, then run `add` again"))
                continue
            }
            if books[row[book]] == nil { order.append(row[book]) }
            books[row[book], default: []].append(row)
        }
        guard reading.diagnostics.isEmpty else { return reading }
        for title in order {
            let rows = books[title] ?? []
            var markdown = "# \(title.trimmed)\n"
            for row in rows {
                markdown += "\n" + quoted(row[words]) + "\n"
                if let note, row.indices.contains(note), !row[note].trimmed.isEmpty {
                    markdown += "\n" + row[note].trimmed + "\n"
                }
            }
            let part = Intake.read(
                Source(name: "\(title).md", bytes: Array(markdown.utf8)),
                options: Intake.Options(isOneArticle: true))
            for var article in part.articles {
                if let author, let name = rows.first?[author].trimmed, !name.isEmpty {
                    article.authors = [name]
                    article.evidence.append(.init(field: "authors", from: "column `Book Author`"))
                }
                reading.articles.append(article)
            }
            reading.diagnostics += part.diagnostics.map {
                var problem = $0
                problem.place = Diagnostic.Place(file: source.name)
                return problem
            }
        }
        return reading
    }

    private static func quoted(_ words: String) -> String {
        words.trimmed.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "> " + String($0).trimmed }.joined(separator: "\n")
    }
}

/// A table of comma-separated values (RFC 4180): quoted fields may hold commas, quotes and line
/// ends.
struct CSVTable {
    private(set) var rows: [[String]] = []
    /// By row: the line of the file that it begins in, from 1.
    private(set) var lines: [Int] = []

    /// `separator`: a comma, or a tab.
    init(_ text: String, separator: UInt8 = 0x2C) {
        var field: [UInt8] = []
        var row: [String] = []
        var isQuoted = false
        let bytes = Array(text.utf8)
        var index = 0
        var line = 1
        var start = 1
        func endField() {
            row.append(String(decoding: field, as: UTF8.self))
            field = []
        }
        func endRow() {
            endField()
            if row.contains(where: { !$0.isEmpty }) {
                rows.append(row)
                lines.append(start)
            }
            row = []
            start = line
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A { line += 1 }
            if isQuoted {
                if byte != 0x22 {
                    field.append(byte)
                } else if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
                    field.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == 0x22, field.isEmpty {
                isQuoted = true
            } else if byte == separator {
                endField()
            } else if byte == 0x0A {
                endRow()
            } else if byte != 0x0D {
                field.append(byte)
            }
            index += 1
        }
        endRow()
    }

    /// The index of the first column with one of these names; case does not matter.
    func column(_ names: String...) -> Int? {
        rows.first?.firstIndex { names.contains($0.trimmed.lowercased()) }
    }
}
