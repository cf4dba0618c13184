import Testing

@testable import Intake

enum Reading {
    static func all(_ text: String, name: String = "captured.md") throws -> [IncomingArticle] {
        let reading = Intake.read(Source(name: name, bytes: Array(text.utf8)))
        try #require(reading.diagnostics.filter { $0.severity == .error } == [])
        return reading.articles
    }

    static func one(_ text: String, name: String = "captured.md") throws -> IncomingArticle {
        let articles = try all(text, name: name)
        try #require(articles.count == 1)
        return articles[0]
    }
}

extension IncomingArticle {
    var words: String { String(decoding: text, as: UTF8.self).trimmed }
    var rules: [String] { dropped.map(\.rule) }
    var source: String { String(decoding: markdown, as: UTF8.self) }
}
