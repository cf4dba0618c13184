import Archive
import Quantities
import Text

/// Reports values that cannot be compared and updates that are ignored.
///
/// Every build reports them,
/// because pages leave them out.
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

/// Reports values and periods that are readable but implausible: zero, negative money, a share
/// above 100 %, or a quote about a different period than the claim's.
enum PlausibilityCheck {
    static func diagnostics(
        _ claim: Claim, _ statement: Statement, _ reading: StatementReading, _ archive: Archive
    ) -> [Diagnostic] {
        guard claim.metric != nil else { return [] }
        return [
            quantity(claim, statement, reading, archive), period(claim, statement, archive),
        ].compactMap { $0 }
    }

    private static func quantity(
        _ claim: Claim, _ statement: Statement, _ reading: StatementReading, _ archive: Archive
    ) -> Diagnostic? {
        guard let quantity = reading.quantity, let words = reading.words, !quantity.isOutOfRange
        else { return nil }
        let place = statement.value?.place ?? statement.quote.place
        func note(_ message: String, _ help: String) -> Diagnostic {
            Diagnostic(.note, "odd-quantity", at: place, message, help: help)
        }
        let meant = "look at the article again; if it is meant, say so in the claim's `note`"
        if quantity.isContradictory {
            return Diagnostic(
                .warning, "contradictory-sign", at: place,
                "`\(words)` falls and has a minus sign: it may mean either direction",
                notes: ["it is read as a fall"],
                help: "look at the article again; if the article is wrong, note it as `sic`")
        }
        if let diagnostic = unit(claim, statement, quantity, words, archive) { return diagnostic }
        if quantity.face == .zero { return note("`\(words)` is zero", meant) }
        if case .money = UnitClass(quantity.unit), let high = quantity.high, high.isNegative {
            return note("`\(words)` is negative money", meant)
        }
        let metric = claim.metric.flatMap { archive.metric($0.value) }
        if quantity.unit == "percent", UnitClass.metric(metric?.unit) == .share("percent"),
            metric?.growthOf == nil, let low = quantity.low ?? quantity.face,
            low > DecimalNumber(100), !speaksOfGrowth(statement.quote.value)
        {
            return note(
                "`\(words)` is more than the whole, and its metric is not a growth rate",
                "if it is one, name what grows as the metric's `growth-of`")
        }
        return nil
    }

    /// A `value` in another unit than its metric's.
    private static func unit(
        _ claim: Claim, _ statement: Statement, _ quantity: Quantity, _ words: String,
        _ archive: Archive
    ) -> Diagnostic? {
        guard let value = statement.value,
            let metric = claim.metric.flatMap({ archive.metric($0.value) }),
            let unit = UnitClass.metric(metric.unit),
            !UnitClass(quantity.unit).isComparable(to: unit)
        else { return nil }
        return Diagnostic(
            .warning, "other-unit", at: value.place,
            "`\(words)` is not in the unit of the metric `\(metric.id)`, which is `\(metric.unit ?? "")`",
            help:
                "choose the value in that unit, or move the statement to a claim of another metric")
    }

    /// Whether the quote is about growth, so that a percentage is not a share: 订单多了125%.
    private static func speaksOfGrowth(_ quote: String) -> Bool {
        let key = FoldedText.key(quote)
        return growth.contains { $0.first(in: key, from: 0, to: key.count) != nil }
    }

    private static let growth = [
        "增", "涨", "升", "多", "高出", "超出", "同比", "环比", "扩大", "翻", "+", "up", "grew", "grow", "rise",
        "rose", "increas", "more", "gain", "jump", "surg",
    ].map { ByteSearch(FoldedText.key($0)) }

    /// A quote that names periods, none of which overlaps the claim's period.
    private static func period(
        _ claim: Claim, _ statement: Statement, _ archive: Archive
    ) -> Diagnostic? {
        guard let written = claim.period?.value, let span = PeriodSpan(written) else { return nil }
        let quote = Array(statement.quote.value.utf8)
        let date = archive.article(statement.article.value)?.date
        let words = PeriodWords.read(quote, date: date).filter { !$0.isBase }
        let named = words.compactMap { PeriodSpan($0.period) }
        guard !named.isEmpty, named.count == words.count,
            named.allSatisfy({ [.before, .after].contains($0.relation(to: span)) })
        else { return nil }
        return Diagnostic(
            .warning, "other-period", at: statement.quote.place,
            "the quote is about another period than the claim, which is for \(written)",
            notes: words.map { "it says " + $0.words(in: quote) },
            help: "move the statement to a claim for that period, or correct the claim's `period`")
    }
}
