import Archive
import Text

/// One article of a feed or an export: its HTML, and what the file says about it.
struct ExportedText {
    var title: String?
    var authors: [String] = []
    /// As the file writes it.
    var date: String?
    var url: String?
    var outlet: String?
    var language: String?
    var tags: [String] = []
    var html = ""
    /// What the file is, for the report: "the feed".
    var from: String

    init(from: String) { self.from = from }

    /// The letters of the text, without markup.
    var letters: Int {
        var count = 0
        var isTag = false
        for scalar in html.unicodeScalars {
            if scalar == "<" { isTag = true }
            if !isTag, ScalarClass(scalar.value) == .han || ScalarClass(scalar.value) == .word {
                count += 1
            }
            if scalar == ">" { isTag = false }
        }
        return count
    }

    func document(named name: String) -> CapturedDocument {
        let lang = language.map { " lang=\"\(Self.escaped($0))\"" } ?? ""
        let heading = title.map { "<h1>\(Self.escaped($0))</h1>" } ?? ""
        let page =
            "<!DOCTYPE html><html\(lang)><head><meta charset=\"utf-8\"></head><body><article>\(heading)\(html)</article></body></html>"
        var document = CapturedDocument(Source(name: name, bytes: Array(page.utf8)))
        document.isPage = true
        document.isWhole = true
        document.title = title
        if let url { document.address = (url, from) }
        document.facts = self
        return document
    }

    /// Text as HTML: paragraphs at blank lines.
    static func html(of text: String) -> String {
        text.split(separator: "\n\n").map {
            "<p>" + escaped($0.trimmed).replacing("\n", with: "<br>") + "</p>"
        }.joined()
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
            "\"", with: "&quot;")
    }

    /// What the file says comes before what the text lets one guess.
    func apply(to article: inout IncomingArticle) {
        func note(_ field: String) {
            article.evidence.removeAll { $0.field == field }
            article.evidence.append(.init(field: field, from: from))
        }
        if let title = title?.trimmed, !title.isEmpty {
            article.title = title
            note("title")
        }
        let names = authors.map(\.trimmed).filter { !$0.isEmpty }
        if !names.isEmpty {
            article.authors = names
            note("authors")
        }
        if let date = date.flatMap(Self.date) {
            article.date = date
            note("date")
        }
        if let url, WebAddress.host(of: url) != nil {
            article.url = url
            note("url")
        }
        if let outlet = outlet?.trimmed, !outlet.isEmpty {
            article.outlet = outlet
            note("outlet")
        }
        let own = tags.map(\.trimmed).filter { !$0.isEmpty }
        if !own.isEmpty {
            article.tags = own
            note("tags")
        }
    }

    /// RFC 3339 or RFC 822 (`Mon, 06 May 2024 10:00:00 +0800`), to the day.
    static func date(_ text: String) -> PartialDate? {
        let text = text.trimmed
        let day = String(text.prefix(10))
        if text.utf8.count >= 10, text.utf8.first.map({ $0 &- 0x30 < 10 }) == true,
            day.contains("-"), let date = PartialDate(day)
        {
            return date
        }
        let months = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
        let words = text.split { $0 == " " || $0 == "," }.map { $0.lowercased() }
        guard let at = words.firstIndex(where: { months.contains(String($0.prefix(3))) }), at > 0,
            let month = months.firstIndex(of: String(words[at].prefix(3))),
            let day = Int(words[at - 1]), at + 1 < words.count, let written = Int(words[at + 1]),
            1...31 ~= day
        else { return PageMetadata.date(in: text) }
        let year = written < 100 ? written + (written < 70 ? 2000 : 1900) : written
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return PartialDate("\(year)-\(padded(month + 1))-\(padded(day))")
    }
}
