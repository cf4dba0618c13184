import Text

/// What a reader typed, divided into terms.
///
/// White space separates terms, and all of them must occur. `"…"` (also `“…”` and `＂…＂`) is one
/// phrase, its words whole; a `-` before a term or a phrase excludes it. Terms are folded; what
/// holds neither letters nor digits is dropped.
public struct SearchQuery: Sendable, Equatable {
    public struct Term: Sendable, Equatable {
        /// Folded UTF-8.
        public var text: [UInt8]
        /// In quotation marks: words match whole, not as prefixes.
        public var isPhrase: Bool
        public var isExcluded: Bool
    }

    /// Scalars of a query that are read, and terms that are looked up.
    static let longest = 2000
    static let mostTerms = 24

    public private(set) var terms: [Term] = []
    /// The words of the query without signs, folded: what a name is compared with.
    ///
    /// Empty with an exclusion.
    public private(set) var name: [UInt8] = []

    public init(_ query: String) {
        let scalars = query.unicodeScalars.prefix(Self.longest).map(\.value)
        var at = 0
        while at < scalars.count {
            if Self.isSpace(scalars[at]) {
                at += 1
                continue
            }
            let isExcluded = Self.isMinus(scalars[at])
            if isExcluded { at += 1 }
            let isPhrase = at < scalars.count && Self.isQuote(scalars[at])
            if isPhrase { at += 1 }
            let start = at
            while at < scalars.count, !Self.isQuote(scalars[at]),
                isPhrase || !Self.isSpace(scalars[at])
            {
                at += 1
            }
            add(scalars[start..<at], isPhrase, isExcluded)
            if isPhrase { at += 1 }
        }
        guard !terms.contains(where: \.isExcluded) else { return }
        name = Self.folded(scalars.filter { !Self.isQuote($0) }[...])
    }

    private mutating func add(_ scalars: ArraySlice<UInt32>, _ isPhrase: Bool, _ isExcluded: Bool) {
        let term = Term(text: Self.folded(scalars), isPhrase: isPhrase, isExcluded: isExcluded)
        let hasLetters = scalars.contains {
            let kind = ScalarClass(Folding.fold($0))
            return kind == .han || kind == .word
        }
        if hasLetters, terms.count < Self.mostTerms, !terms.contains(term) { terms.append(term) }
    }

    private static func folded(_ scalars: ArraySlice<UInt32>) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in scalars { UTF8Scalars.append(scalar, to: &bytes) }
        return FoldedText(bytes).bytes
    }

    private static func isSpace(_ scalar: UInt32) -> Bool { ScalarClass(scalar) == .space }
    private static func isMinus(_ scalar: UInt32) -> Bool {
        ["-", "－"].contains(Unicode.Scalar(scalar))
    }
    private static func isQuote(_ scalar: UInt32) -> Bool {
        ["\"", "＂", "“", "”"].contains(Unicode.Scalar(scalar))
    }
}

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
