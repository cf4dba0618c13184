import Archive
import Text

/// Diagnostics about claims that `check` prints, apart from quotes that were not found.
public enum ClaimCheck {
    /// - Parameter arithmetic: formats an implied base.
    /// - Returns: in file order.
    public static func diagnostics(
        _ archive: Archive, _ comparisons: [ClaimComparison], arithmetic: (ImpliedBase) -> String
    ) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for (claim, comparison) in zip(archive.claims, comparisons) {
            found += conflict(claim, comparison, arithmetic)
            for (statement, reading) in zip(claim.statements, comparison.statements) {
                found += choice(claim, statement, reading)
                found += PlausibilityCheck.diagnostics(claim, statement, reading, archive)
                found += speaker(statement, archive)
            }
        }
        return (found + duplicates(archive) + unusedMetrics(archive)).sorted()
    }

    // MARK: Values

    private static func conflict(
        _ claim: Claim, _ comparison: ClaimComparison, _ arithmetic: (ImpliedBase) -> String
    ) -> [Diagnostic] {
        guard comparison.hasConflict, claim.note?.isEmpty ?? true else { return [] }
        var notes: [String] = []
        for index in comparison.conflicts {
            let article = claim.statements[index].article.value
            switch comparison.statements[index].reason {
            case .conflict(let value, let other):
                notes.append("\(article): \(value) conflicts with \(other)")
            case .opposite(let value, let other):
                notes.append("\(article): \(value) and \(other) have opposite directions")
            case .multiples(let value, let other, _):
                notes.append(
                    "\(article): \(value) and \(other) differ: one is what was added, the other the result"
                )
            default: continue
            }
        }
        if comparison.impliedBases.contains(where: \.isConflict) {
            notes += comparison.impliedBases.map { "the period before: " + arithmetic($0) }
        }
        return [
            Diagnostic(
                .warning, "conflict-without-note", at: claim.place,
                "the values of the claim `\(claim.id)` conflict", notes: notes,
                help:
                    "explain the conflict in its `note`, or give the wrong statement `rank: deprecated`"
            )
        ]
    }

    private static func choice(
        _ claim: Claim, _ statement: Statement, _ reading: StatementReading
    ) -> [Diagnostic] {
        guard claim.kind == .quantity || claim.metric != nil else { return [] }
        guard statement.value == nil, reading.choices > 1, let words = reading.words else {
            return []
        }
        return [
            Diagnostic(
                .warning, "several-quantities", at: statement.quote.place,
                "the quote contains \(reading.choices) quantities that could be meant",
                notes: ["the first one is used: \(words)"],
                help: "add `value: \(words)`, or the words that are meant")
        ]
    }

    private static func speaker(_ statement: Statement, _ archive: Archive) -> [Diagnostic] {
        guard let speaker = statement.speaker, !speaker.value.isEmpty,
            archive.lookup.entityByID[speaker.value] == nil
        else { return [] }
        return [
            Diagnostic(
                .note, "unknown-speaker", at: speaker.place,
                "the speaker `\(speaker.value)` is not an entity of this archive",
                help:
                    "a name is fine; a page of its own needs a file in content/people/ or content/organizations/"
            )
        ]
    }

    // MARK: The lists

    /// Claims with the same subjects, metric and period under different ids.
    private static func duplicates(_ archive: Archive) -> [Diagnostic] {
        var first: [[String]: Claim] = [:]
        var found: [Diagnostic] = []
        for claim in archive.claims.sorted(by: {
            ($0.place.file, $0.place.line) < ($1.place.file, $1.place.line)
        }) {
            guard let metric = claim.metric?.value, !claim.subjects.isEmpty else { continue }
            let key = [metric, days(claim.period?.value)] + claim.subjects.map(\.value).sorted()
            guard let other = first[key] else {
                first[key] = claim
                continue
            }
            found.append(
                Diagnostic(
                    .warning, "duplicate-claim", at: claim.place,
                    "the claim `\(claim.id)` has the subject, metric and period of `\(other.id)`",
                    notes: ["the other is \(other.place.file):\(other.place.line)"],
                    help:
                        "move its statements to the other claim, so that they are compared, or say how the claims differ in `period`"
                ))
        }
        return found
    }

    /// A key for a period: equal for 2024-Q1 and 2024-01/2024-03.
    private static func days(_ period: String?) -> String {
        period.map { PeriodSpan($0).map { "\($0.days)" } ?? $0 } ?? ""
    }

    private static func unusedMetrics(_ archive: Archive) -> [Diagnostic] {
        let used = Set(
            archive.claims.compactMap { $0.metric?.value }
                + archive.metrics.compactMap { $0.growthOf?.value })
        return archive.metrics.filter { !used.contains($0.id) }.map {
            Diagnostic(
                .note, "unused-metric", at: $0.place, "no claim uses the metric `\($0.id)`",
                help: "remove it, or name it as the `metric` of a claim")
        }
    }
}
