/// The plural rules of a language, as written in `strings.json`:
/// `{"one": "n = 1"}`, `{"one": "n % 10 = 1 and n % 100 != 11", "few": "n % 10 = 2..4 and …"}`.
///
/// Categories and conditions are those of Unicode CLDR for whole numbers; numbers without a
/// matching condition are `other`.
struct PluralRules: Sendable, Equatable {
    static let categories = ["zero", "one", "two", "few", "many", "other"]

    /// One comparison: `n % 10 = 2..4,7`.
    private struct Relation: Sendable, Equatable {
        /// 0: the number itself.
        var divisor = 0
        var isNegated = false
        var ranges: [ClosedRange<Int>] = []

        func holds(for number: Int) -> Bool {
            let value = divisor == 0 ? number : number % divisor
            return ranges.contains { $0.contains(value) } != isNegated
        }
    }

    /// In the order of `categories`: alternatives (`or`) of conditions that all hold (`and`).
    private var rules: [(category: String, alternatives: [[Relation]])] = []

    /// Every number is `other`.
    init() {}

    /// - Returns: `nil` when a category or a condition cannot be read.
    init?(_ conditions: [String: String]) {
        for (category, condition) in conditions {
            guard Self.categories.dropLast().contains(category) else { return nil }
            var alternatives: [[Relation]] = []
            for alternative in condition.split(separator: " or ") {
                let relations = alternative.split(separator: " and ").map(Self.relation)
                guard !relations.contains(nil) else { return nil }
                alternatives.append(relations.compactMap { $0 })
            }
            if alternatives.isEmpty { return nil }
            rules.append((category, alternatives))
        }
        rules.sort {
            Self.categories.firstIndex(of: $0.category) ?? 0 < Self.categories.firstIndex(
                of: $1.category) ?? 0
        }
    }

    static func == (a: PluralRules, b: PluralRules) -> Bool {
        a.rules.elementsEqual(b.rules) { $0 == $1 }
    }

    func category(of number: Int) -> String {
        let rule = rules.first { _, alternatives in
            alternatives.contains { $0.allSatisfy { $0.holds(for: number) } }
        }
        return rule?.category ?? "other"
    }

    private static func relation(_ text: Substring) -> Relation? {
        let words = text.split(separator: " ")
        guard words.count >= 3, ["n", "i"].contains(words[0]) else { return nil }
        var relation = Relation()
        var rest = words.dropFirst()
        if rest.first == "%" {
            guard let divisor = rest.dropFirst().first.flatMap({ Int($0) }), divisor > 0 else {
                return nil
            }
            relation.divisor = divisor
            rest = rest.dropFirst(2)
        }
        guard rest.count == 2, let sign = rest.first, ["=", "!="].contains(sign) else { return nil }
        relation.isNegated = sign == "!="
        for part in (rest.last ?? "").split(separator: ",") {
            let ends = part.split(separator: "..").map { Int($0) }
            guard 1...2 ~= ends.count, let first = ends[0], let last = ends[ends.count - 1],
                first <= last
            else { return nil }
            relation.ranges.append(first...last)
        }
        return relation.ranges.isEmpty ? nil : relation
    }
}
