import Archive
import Text

/// What the ledger cannot reckon with: every build tells it, since the pages go without it.
enum ValueCheck {
    static func diagnostics(
        _ archive: Archive, _ comparisons: [ClaimComparison], circles: Set<Int>
    ) -> [Diagnostic] {
        var found = circles.sorted().map { circle(archive.claims[$0]) }
        for (claim, comparison) in zip(archive.claims, comparisons)
        where claim.kind == .quantity || claim.metric != nil {
            for (statement, reading) in zip(claim.statements, comparison.statements) {
                if let diagnostic = value(statement, reading) { found.append(diagnostic) }
            }
        }
        return found
    }

    private static func value(_ statement: Statement, _ reading: StatementReading) -> Diagnostic? {
        if let value = statement.value, reading.quantity == nil {
            return Diagnostic(
                .warning, "unreadable-value", at: value.place,
                "`\(value.value)` cannot be read as a quantity",
                help: "see what is read with `variorum quantities \(value.value)`")
        }
        guard let quantity = reading.quantity, quantity.isOutOfRange else { return nil }
        return Diagnostic(
            .warning, "absurd-quantity", at: statement.value?.place ?? statement.quote.place,
            "`\(reading.words ?? "")` is too large or has too many digits to be compared",
            help: "compare it by hand, and explain it in the claim's `note`")
    }

    private static func circle(_ claim: Claim) -> Diagnostic {
        Diagnostic(
            .warning, "update-circle", at: claim.place,
            "the claim `\(claim.id)` updates a claim that updates it",
            notes: ["none of them counts as superseded"],
            help: "keep `updates` only in the later of the two")
    }
}
