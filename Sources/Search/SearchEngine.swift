import Files
import Foundation
import Text

/// Searches a built index, with the semantics of the search page: `templates/assets/search.js` does
/// the same steps, and both are tested on `Tests/Fixtures/search-archive.json`.
///
/// 1. The query is divided into terms, each looked up in the shards of its keys.
/// 2. Pages that may hold all terms are those whose units do; facets narrow them.
/// 3. They are ranked by the evidence in the index.
/// 4. What the index only promises is verified in the title, names and text.
public struct SearchEngine {
    private let reader: IndexReader
    private let log: ReadLog

    /// - Parameter read: the bytes of a file of the site by its path, such as
    ///   `search/manifest.json` or `articles/x/text.txt`; `nil` if it does not exist.
    public init(read: @escaping (String) -> [UInt8]?) throws(SearchIndexError) {
        let log = ReadLog(read)
        self.log = log
        reader = try IndexReader { log.read($0) }
    }

    /// - Parameters:
    ///   - facets: values that a page must have; several values of one facet are alternatives.
    ///   - limit: results to describe; `paths` of the answer always holds all.
    public func search(
        _ query: String, facets: [(facet: String, value: String)] = [], limit: Int = 20
    ) throws(SearchIndexError) -> SearchAnswer {
        log.forgetTexts()
        let asked = SearchQuery(query)
        let match = try match(asked, facets)
        var answer = SearchAnswer()
        answer.total = match.found.count
        let rows = try reader.rows(match.found)
        let wanted = match.hits.map(\.term)
        for (index, document) in match.found.enumerated() {
            guard let row = rows[document] else { continue }
            answer.paths.append(row.path)
            guard index < limit else { continue }
            let passages = wanted.isEmpty ? [] : try PassageFinder(row, reader).passages(wanted)
            answer.results.append(
                SearchAnswer.Result(
                    kind: row.kind, path: row.path, title: row.title, date: row.date,
                    passages: passages))
        }
        answer.facets = try counted(match.found)
        answer.explanation = SearchExplanation(
            terms: (match.hits + match.excluded).map(SearchExplanation.Term.init),
            candidates: match.candidates, verified: match.verified, files: log.files)
        if match.found.isEmpty {
            for part in asked.parts(of: query, hasFacets: !facets.isEmpty) {
                answer.alone.append((part, try self.match(SearchQuery(part), []).found.count))
            }
        }
        return answer
    }

    /// Documents that match, best first, and the lookups that found them.
    private struct Match {
        var hits: [TermHits] = []
        var excluded: [TermHits] = []
        var found: [UInt32] = []
        /// Documents that the index left, and those of them whose text was looked at.
        var candidates = 0
        var verified = 0
    }

    private func match(
        _ query: SearchQuery, _ facets: [(facet: String, value: String)]
    ) throws(SearchIndexError) -> Match {
        var match = Match()
        let wanted = query.terms.filter { !$0.isExcluded }
        guard !wanted.isEmpty || (query.terms.isEmpty && !facets.isEmpty) else { return match }
        for term in wanted { match.hits.append(try TermHits(term, of: wanted.count, reader)) }
        for term in query.terms where term.isExcluded {
            match.excluded.append(try TermHits(term, of: wanted.count, reader))
        }
        var documents = (0..<UInt32(reader.documents)).map { $0 }
        for hit in match.hits { documents = TermHits.both(documents, hit.documents) }
        for hit in match.excluded where hit.isExact {
            documents = TermHits.difference(documents, hit.documents)
        }
        documents = try narrowed(documents, facets)
        match.candidates = documents.count
        let ranked = try rank(documents, match.hits, query)
        try verify(ranked, &match)
        return match
    }

    private func narrowed(
        _ documents: [UInt32], _ facets: [(facet: String, value: String)]
    ) throws(SearchIndexError) -> [UInt32] {
        var documents = documents
        for facet in Set(facets.map(\.facet)).sorted() {
            let values = Set(facets.filter { $0.facet == facet }.map(\.value))
            var allowed: [UInt32] = []
            for value in try reader.facet(facet) where values.contains(value.value) {
                allowed += value.documents
            }
            documents = TermHits.both(documents, allowed.sorted())
        }
        return documents
    }

    /// Best first.
    private func rank(
        _ documents: [UInt32], _ hits: [TermHits], _ query: SearchQuery
    ) throws(SearchIndexError) -> [UInt32] {
        guard !hits.isEmpty else { return documents }
        var named: Set<UInt32> = []
        let titles = hits.dropFirst().reduce(hits[0].posting.titles) {
            TermHits.both($0, $1.posting.titles)
        }
        if !titles.isEmpty, !query.name.isEmpty, query.name.count <= 96 {
            named = Set(try reader.posting(.key(IndexKey.name(query.name))).titles)
        }
        let sets = hits.map {
            (
                all: Set($0.posting.passages), often: Set($0.posting.frequent),
                titles: Set($0.posting.titles)
            )
        }
        let scored = documents.map { document in
            var evidence = Ranking.Evidence()
            evidence.terms = hits.count
            evidence.isName = named.contains(document)
            evidence.titleTerms = sets.count { $0.titles.contains(document) }
            let passages = reader.passages(of: document)
            for passage in passages {
                evidence.together = max(
                    evidence.together, sets.count { $0.all.contains(passage) })
            }
            for set in sets {
                evidence.passages += min(8, passages.count { set.all.contains($0) })
                evidence.frequent += min(8, passages.count { set.often.contains($0) })
            }
            return (score: Ranking.score(evidence), document: document)
        }
        return scored.sorted { ($1.score, $0.document) < ($0.score, $1.document) }.map(\.document)
    }

    /// Looks at the texts of documents that the index only promises.
    private func verify(
        _ documents: [UInt32], _ match: inout Match
    ) throws(SearchIndexError) {
        let doubtful = match.hits.filter { !$0.isExact }.map(\.term)
        let unwanted = match.excluded.filter { !$0.isExact }.map {
            (term: $0.term, documents: Set($0.documents))
        }
        guard !doubtful.isEmpty || !unwanted.isEmpty else { return match.found = documents }
        let rows = try reader.rows(documents)
        for document in documents {
            let against = unwanted.filter { $0.documents.contains(document) }.map(\.term)
            if let row = rows[document], !doubtful.isEmpty || !against.isEmpty {
                match.verified += 1
                let text = try PassageFinder(row, reader)
                guard doubtful.allSatisfy(text.holds), !against.contains(where: text.holds) else {
                    continue
                }
            }
            match.found.append(document)
        }
    }

    private func counted(_ documents: [UInt32]) throws(SearchIndexError) -> [SearchAnswer.Facet] {
        let documents = documents.sorted()
        var facets: [SearchAnswer.Facet] = []
        for name in reader.facetNames {
            var values: [SearchAnswer.Facet.Value] = []
            for value in try reader.facet(name) {
                let count = TermHits.both(documents, value.documents).count
                if count > 0 {
                    values.append(.init(value: value.value, label: value.label, count: count))
                }
            }
            values.sort { ($1.count, $0.value) < ($0.count, $1.value) }
            if !values.isEmpty { facets.append(.init(facet: name, values: values)) }
        }
        return facets
    }
}

extension SearchEngine {
    /// Opens the index of a built site on disk.
    ///
    /// - Parameter folder: the site's root, which holds `search/`.
    public init(folder: String) throws(SearchIndexError) {
        try self.init { path in
            // A file that cannot be read is a damaged index, which the reader reports by name.
            Disk.readIfPossible(folder + "/" + path)
        }
    }
}

/// Why the index of a site cannot be searched.
public enum SearchIndexError: Error, Equatable, CustomStringConvertible {
    /// `search/manifest.json` does not exist.
    case missing
    /// The index was written by another version of the program.
    case otherFormat(Int)
    /// A file of the index is missing, truncated, or does not match the manifest.
    case damaged(String)

    public var description: String {
        switch self {
        case .missing: "there is no search index (search/manifest.json)"
        case .otherFormat(let format):
            "the search index has format \(format); this program reads format \(SearchIndexBuilder.format)"
        case .damaged(let file): "the search index is damaged: \(file) is missing or truncated"
        }
    }
}

/// How good a match a document is, from the index alone, in whole numbers, so that every client
/// ranks alike.
///
/// Weights come in groups that do not overlap: a name that equals the query before a title that has
/// all terms, titles before texts, terms in one passage before terms far apart, then how often the
/// text contains them. Equal scores keep the index's order: newest first.
enum Ranking {
    /// The index's evidence about one document.
    struct Evidence {
        /// Terms of the query; at least 1.
        var terms = 1
        /// The query is a name of the document.
        var isName = false
        /// Terms in the title or a name.
        var titleTerms = 0
        /// Most terms that one passage holds.
        var together = 0
        /// Passages that hold a term, counted for each term up to 8.
        var passages = 0
        /// Passages in which a term is frequent, counted for each term up to 8.
        var frequent = 0
    }

    static func score(_ evidence: Evidence) -> Int {
        (evidence.isName ? 1_000_000 : 0)
            + (evidence.titleTerms == evidence.terms ? 100_000 : 0)
            + evidence.titleTerms * 10_000 / evidence.terms
            + evidence.together * 4_000 / evidence.terms
            + min(3_999, evidence.passages * 60 + evidence.frequent * 180)
    }
}
