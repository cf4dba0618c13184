import Archive
import Text

/// Builds the explanation for one byte of an article's text.
struct PlaceReport {
    private typealias Step = MentionExplanation.Step

    private let archive: Archive
    private let names: NameTable
    private let text: ArticleText
    private let offset: Int
    private let result: MentionSteps

    init(_ explainer: MentionExplainer, _ text: ArticleText, _ offset: Int) {
        archive = explainer.archive
        names = explainer.matcher.names
        self.text = text
        self.offset = offset
        result = explainer.matcher.steps(text)
    }

    func explanation(at place: Diagnostic.Place) -> MentionExplanation {
        let hits = names.occurrences(over: offset, in: result.folded)
            .filter { !names.meanings[$0.name].isEmpty }
        let steps = fixedSteps() + hits.flatMap(steps) + acceptedSteps(besides: hits)
        let (outcome, answer) = answer(hits)
        return MentionExplanation(at: place, outcome, answer, steps: steps)
    }

    private func answer(_ hits: [NameTable.Hit]) -> (MentionExplanation.Outcome, String) {
        if let mention = result.mentions.mentions.first(where: { $0.range.contains(offset) }) {
            return (
                .mention,
                "\(quoted(mention.range)) is a mention of `\(archive.entities[mention.entity].id)`"
            )
        }
        if let open = result.mentions.undecided.first(where: { $0.range.contains(offset) }) {
            let ids = open.entities.map { archive.entities[$0].id }
            switch open.reason {
            case .ambiguous:
                return (
                    .ambiguous, "\(quoted(open.range)) is not linked: it may be \(IDList.any(ids))"
                )
            case .doubtful(let word):
                return (
                    .doubtful,
                    "\(quoted(open.range)) is not linked: the everyday word \(quoted(word)) crosses it"
                )
            case .neighbor(let word):
                return (
                    .doubtful,
                    "\(quoted(open.range)) is not linked: it is beside \(quoted(word)), which is none of the"
                        + " names of \(IDList.any(ids))"
                )
            }
        }
        guard let longest = hits.max(by: { $0.original.count < $1.original.count }) else {
            return (.nothing, "nothing is linked here")
        }
        return (.none, "\(quoted(longest.original)) is not a mention")
    }

    // MARK: Steps

    private func fixedSteps() -> [Step] {
        result.fixed.filter { $0.range.contains(offset) }.map { fixed in
            let id = archive.entities[fixed.entity].id
            return fixed.reason == .explicit
                ? Step(
                    .wikilink, "this is a link to `\(id)`; names inside links are not looked for")
                : Step(.accept, "an editor accepted \(quoted(fixed.range)) here as `\(id)`")
        }
    }

    private func steps(_ hit: NameTable.Hit) -> [Step] {
        let words = quoted(hit.original)
        let meanings = names.meanings[hit.name]
        let ids = Set(meanings.map(\.entity)).sorted().map { archive.entities[$0].id }
        var steps = [Step(.name, "\(words) is a name of \(IDList.all(ids))")]
        if let side = NameBoundary.crossed(text.plain.utf8, hit.original) {
            let edge = side == .before ? "before" : "after"
            return steps + [
                Step(.boundary, "\(words) is part of a longer word: there are letters \(edge) it")
            ]
        }
        if AddressToken.holds(hit.original, in: text.plain.utf8) {
            return steps + [Step(.address, "\(words) is part of an address")]
        }
        steps += meanings.compactMap { objection(to: $0, at: hit) }
        guard let candidate = result.candidates.first(where: { $0.folded == hit.folded }),
            !result.fixed.contains(where: { $0.range.overlaps(hit.original) })
        else { return steps }
        return steps + verdict(on: candidate)
    }

    /// Steps for words that are not a name of the archive but that an editor accepted.
    private func acceptedSteps(besides hits: [NameTable.Hit]) -> [Step] {
        result.candidates.filter { candidate in
            candidate.original.contains(offset)
                && !hits.contains { $0.folded == candidate.folded }
        }.flatMap(verdict)
    }

    private func objection(to meaning: NameTable.Meaning, at hit: NameTable.Hit) -> Step? {
        guard let objection = result.meanings.objection(to: meaning, at: hit) else { return nil }
        let words = quoted(hit.original)
        let id = archive.entities[meaning.entity].id
        switch objection {
        case .otherArticle:
            return Step(
                .onlyIn, "\(words) means `\(id)` only in \(IDList.all(meaning.alias.onlyIn))")
        case .noMarks:
            return Step(
                .onlyInMarks,
                "\(words) means `\(id)` only between `\(meaning.alias.onlyInMarks ?? "")`")
        case .notString(let span):
            return Step(
                .not, "\(quoted(result.folded.original(span))) never means `\(id)`")
        case .otherForm(.letters):
            let isExact = meaning.alias.letterCase == .exact
            return Step(
                .letterCase,
                isExact
                    ? "`\(meaning.alias.text)` means `\(id)` only as it is written (`case: exact`)"
                    : "`\(meaning.alias.text)` has capitals, and small letters mean `\(id)` only between Han"
                        + " characters or with `case: any`")
        case .otherForm(.script):
            return Step(
                .script,
                "`\(meaning.alias.text)` means `\(id)` only in its own characters (`script: exact`)"
            )
        case .divided:
            return Step(
                .boundary, "white space divides \(words), which is not a person's short name")
        case .rejected:
            return Step(.reject, "an editor rejected \(words) here as `\(id)`")
        }
    }

    private func verdict(on candidate: NameCandidate) -> [Step] {
        var steps: [Step] = []
        let words = quoted(candidate.original)
        if candidate.isAccepted {
            let ids = candidate.decided.map { archive.entities[$0].id }
            steps.append(Step(.accept, "an editor accepted \(words) as \(IDList.any(ids))"))
        }
        guard let choice = result.choices.first(where: { $0.candidate == candidate }) else {
            return steps + [Step(.longest, givesWay(candidate))]
        }
        if !candidate.isAccepted, let comparison = result.segmentation.comparison(candidate.folded)
        {
            steps.append(Step(.everydayWord, readings(comparison)))
        }
        if choice.crossedBy == nil, candidate.entities.count > 1 {
            steps.append(Step(.ambiguity, ambiguity(candidate)))
        }
        return steps
    }

    private func givesWay(_ candidate: NameCandidate) -> String {
        let words = quoted(candidate.original)
        let winner = result.choices.first {
            $0.crossedBy == nil && $0.candidate.folded.overlaps(candidate.folded)
        }
        guard let winner = winner?.candidate else { return "\(words) gives way to another name" }
        let name = quoted(winner.original)
        if winner.folded.lowerBound < candidate.folded.lowerBound {
            return "\(words) gives way to \(name), which begins before it"
        }
        return winner.folded.count > candidate.folded.count
            ? "\(words) gives way to \(name), which is longer"
            : "\(words) gives way to \(name), after which another name begins"
    }

    private func readings(_ comparison: LocalSegmentation.Comparison) -> String {
        func reading(_ words: [Range<Int>]) -> String {
            words.map { text.words(result.folded.original($0)) }.joined(separator: "|")
        }
        let verdict = comparison.isDoubtful ? "doubtful" : "the name is linked"
        return "\(reading(comparison.withName)) with the name,"
            + " \(reading(comparison.withWord)) with \(quoted(result.folded.original(comparison.word))):"
            + " margin \(Self.decimal(comparison.margin)),"
            + " doubtful below \(Self.decimal(comparison.limit)): \(verdict)"
    }

    private func ambiguity(_ candidate: NameCandidate) -> String {
        let ids = candidate.entities.map { archive.entities[$0].id }
        let question = "\(quoted(candidate.original)) may be \(IDList.any(ids)): "
        let mention = result.mentions.mentions.first { $0.range == candidate.original }
        guard let mention else {
            return question
                + "no `accept`, `only-in` or `about` and no other name in the article decides"
        }
        let id = archive.entities[mention.entity].id
        switch mention.reason {
        case .about: return question + "the article is about `\(id)`"
        case .companion: return question + "the article also names `\(id)` by a name of its own"
        case .alias, .explicit, .decision:
            return question + "`accept` or `only-in` says `\(id)`"
        }
    }

    private func quoted(_ range: Range<Int>) -> String {
        "`\(Excerpt.line(text.words(range)))`"
    }

    /// Formats a number with one decimal place.
    private static func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
