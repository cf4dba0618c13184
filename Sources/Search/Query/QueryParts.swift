import Text

extension SearchQuery {
    /// Queries that ask for less than one that found nothing, for the reader to choose: without the
    /// facets; each term alone; the words of a phrase; the halves of a long term of Han text.
    func parts(of query: String, hasFacets: Bool) -> [String] {
        if hasFacets {
            let words = query.split(whereSeparator: \.isWhitespace)
            return words.isEmpty ? [] : [words.joined(separator: " ")]
        }
        let wanted = terms.filter { !$0.isExcluded }
        if terms.count > 1 {
            return wanted.map { $0.isPhrase ? "\"\($0.words)\"" : $0.words }
        }
        guard let term = wanted.first else { return [] }
        if term.words.contains(" ") { return [term.words] }
        let scalars = Array(term.words.unicodeScalars)
        guard !term.isPhrase, scalars.count >= 4, ScalarClass(scalars[0].value) == .han else {
            return []
        }
        return [scalars[..<(scalars.count / 2)], scalars[(scalars.count / 2)...]].map { part in
            var words = String.UnicodeScalarView()
            words.append(contentsOf: part)
            return String(words)
        }
    }
}

extension SearchQuery.Term {
    var words: String { String(decoding: text, as: UTF8.self) }
}
