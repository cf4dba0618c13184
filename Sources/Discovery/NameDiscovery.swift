import Annotation
import Archive
import Files
import Text

/// Finds the names in articles: candidates, their evidence and scores, groups, proposals.
///
/// 1. `ModelForms`: what the model sees, and what is between title marks.
/// 2. `CompoundForms`: what is built like a name, given the known names and those that the model
///    is sure of.
/// 3. `FormCounter`: where each form occurs, and beside what.
/// 4. `FormScore`, `KindChoice`: how sure it is, and of which kind.
/// 5. `NameGroups`: forms of one entity.
public struct NameDiscovery: Sendable {
    /// From which probability of the model a form counts as a name for step 2.
    private static let sure: Float = 0.5
    /// Score below which nothing is proposed.
    static let minimum: Float = 0.3

    /// Articles whose results are in memory at once.
    private static let batch = 128
    /// Natural logarithm of the frequency of common words.
    private static let commonFrequency = 7.5

    private let model: ModelForms
    private let known: KnownNames
    private let words = EverydayWords()
    private let vocabulary: CompoundWords

    public init(known: KnownNames, model: NameModel, compounds: String) throws {
        self.known = known
        vocabulary = try CompoundWords(compounds)
        self.model = ModelForms(names: NameFinder(model, words: words, known: known))
    }

    /// - Parameters:
    ///   - texts: by article.
    ///   - kinds: proposed kinds; names of other kinds are left out.
    /// - Returns: the surest first.
    public func proposals(
        _ texts: [ArticleText], kinds: Set<NameKind>, jobs: Int
    ) async throws -> [NameProposal] {
        var table = FormTable()
        try await inBatches(texts, jobs: jobs, { model.forms(in: $0.foldedForNames(), of: $0) }) {
            table.merge($0)
        }
        let seen = table
        let compounds = CompoundForms(
            vocabulary: vocabulary, words: words, names: names(table), seen: seen)
        try await inBatches(texts, jobs: jobs, { compounds.forms(in: $0.foldedForNames(), of: $0) })
        {
            table.merge($0)
        }
        for form in known.forms where table[form] == nil { table[form] = FormEvidence() }
        let forms = try await counted(table, texts, jobs: jobs)
        let scores = FormScore(words: words, vocabulary: vocabulary)
        var likely: [ScoredForm] = []
        for form in forms where !form.evidence.isRefused {
            let score = scores.score(form)
            if score >= Self.minimum {
                likely.append(
                    ScoredForm(form: form, kind: KindChoice.kind(of: form), score: score))
            }
        }
        let alone = try await standingAlone(likely, texts, jobs: jobs)
        return NameGroups(alone, texts: texts).proposals(of: kinds)
    }

    /// Does something with each article in parallel, and with the results in order; only those of
    /// one batch are in memory.
    private func inBatches<Result: Sendable>(
        _ texts: [ArticleText], jobs: Int, _ find: @escaping @Sendable (ArticleText) -> Result,
        then use: (Result) -> Void
    ) async throws {
        for start in stride(from: 0, to: texts.count, by: Self.batch) {
            let batch = texts[start..<min(texts.count, start + Self.batch)]
            for result in try await Array(batch).concurrentMap(jobs: jobs, find) { use(result) }
        }
    }

    /// Counts each form outside longer ones, and leaves out those that are always part of one.
    private func standingAlone(
        _ likely: [ScoredForm], _ texts: [ArticleText], jobs: Int
    ) async throws -> [ScoredForm] {
        let counter = FormCounter(likely.map(\.form.folded))
        var counted = likely
        for index in counted.indices { counted[index].form.clearPlaces() }
        try await inBatches(
            texts, jobs: jobs, { counter.countsOfLongest(in: $0.foldedForNames(), of: $0) }
        ) {
            for (index, form) in $0 { counted[index].form.add(form) }
        }
        for index in counted.indices { counted[index].form.sortSpellings() }
        return counted.filter { $0.form.count > 0 }
    }

    /// Known names, and those that the model is sure of.
    private func names(_ table: FormTable) -> [[UInt8]: NameKind] {
        var names: [[UInt8]: NameKind] = [:]
        for form in known.forms {
            if let entry = known.entry(form), !entry.isEveryday { names[form] = entry.entry.kind }
        }
        for (form, evidence) in table where evidence.highest > Self.sure && form.count > 3 {
            guard names[form] == nil else { continue }
            names[form] = evidence.kind
        }
        return names
    }

    private func counted(
        _ table: FormTable, _ texts: [ArticleText], jobs: Int
    ) async throws -> [DiscoveredForm] {
        let folded = table.filter { $0.value.isPromising || known.entry($0.key) != nil }.keys
            .filter(Self.isPossible).sorted { $0.lexicographicallyPrecedes($1) }
        let counter = FormCounter(folded)
        var forms = folded.map {
            DiscoveredForm(folded: $0, evidence: table[$0] ?? FormEvidence())
        }
        try await inBatches(
            texts, jobs: jobs, { counter.counts(in: $0.foldedForNames(), of: $0) }
        ) {
            for (index, form) in $0 { forms[index].add(form) }
        }
        for index in forms.indices where forms[index].count > 0 {
            if let entry = known.entry(forms[index].folded) {
                forms[index].known = entry.entry
                forms[index].knownIndex = entry.index
                forms[index].isEverydayName =
                    entry.isEveryday || isEverydayWord(forms[index].folded)
            }
        }
        return forms.filter { $0.count > 0 }
    }

    /// Whether a form of two Han characters is a common word: 美的, 高达.
    private func isEverydayWord(_ folded: [UInt8]) -> Bool {
        folded.count == 6 && (words.logFrequency(folded) ?? 0) > Self.commonFrequency
    }

    /// Whether this can be a name: two or more letters or Han characters.
    private static func isPossible(_ folded: [UInt8]) -> Bool {
        var letters = 0
        var others = 0
        var at = 0
        while at < folded.count {
            let (scalar, length) = UTF8Scalars.decode(folded, at: at)
            switch ScalarClass(scalar) {
            case .han: letters += 1
            case .word: if 0x30...0x39 ~= scalar { others += 1 } else { letters += 1 }
            default: break
            }
            at += length
        }
        return letters > 0 && letters + others > 1
    }
}
