/// A name that a page gives its publisher.
struct OutletName {
    let words: String
    let from: String

    init(_ words: String, _ from: String) {
        let trimmed = words.trimmed
        self.words = trimmed.hasPrefix("@") ? String(trimmed.dropFirst()) : trimmed
        self.from = from
        isAccount = trimmed.hasPrefix("@")
    }

    private let isAccount: Bool

    /// An account, an address, or a technical name: `gazette`, `www.example.org`, `U.S.`, `Hosted`.
    var isPoor: Bool {
        let lower = words.lowercased()
        return isAccount || words.isEmpty || lower.contains("://") || lower.hasPrefix("www.")
            || WordList.outlets["section"].contains(lower)
            || !words.contains(" ") && words == lower && words.allSatisfy(\.isASCII)
    }

    /// The first name that is not poor; of two spellings of one name the one with capitals and
    /// spaces.
    static func best(_ names: [OutletName]) -> OutletName? {
        guard
            let first = names.first(where: { !$0.isPoor && !$0.words.isEmpty })
                ?? names.first(where: { !$0.words.isEmpty })
        else { return nil }
        let same = names.filter { PageTitle.key($0.words) == PageTitle.key(first.words) }
        return same.max { signs($0.words) < signs($1.words) } ?? first
    }

    private static func signs(_ words: String) -> Int {
        words.count { $0.isUppercase || $0 == " " }
    }
}
