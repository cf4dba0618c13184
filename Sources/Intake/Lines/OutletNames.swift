/// Names of publishers and platforms as titles and bylines write them.
enum SiteName {
    /// Whether a short name ends like names of media (…网, …日报, …博客) or is well known.
    static func matches(_ name: String) -> Bool {
        let shape = LineShape(name)
        guard shape.letters >= 2, shape.letters <= 16, !shape.endsSentence else { return false }
        let lower = name.lowercased()
        if isPlatform(name) || known.contains(lower) { return true }
        if shape.han >= 2, shape.letters >= 3, suffixes.contains(where: { lower.hasSuffix($0) }) {
            return true
        }
        return lower.hasSuffix(".com") || lower.hasSuffix(".cn") || lower.hasSuffix(".net")
            || lower.hasSuffix(".org")
    }

    /// A platform, where anyone publishes: the outlet is another one, if one is named.
    static func isPlatform(_ name: String) -> Bool {
        platforms.contains { name.lowercased() == $0 || name.lowercased().hasPrefix($0 + " ") }
    }

    private static let suffixes = WordList.outlets["ending"]
    private static let known = Set(WordList.outlets["known"])
    private static let platforms = WordList.outlets["platform"]
}

/// A title without the site names that browsers and clippers append.
struct TitleWords {
    let title: String
    /// From left to right.
    let sites: [String]

    /// Removes site names from the end while something that can be a title remains: `What it says -
    /// The Paper - A Blog` → `What it says`.
    init(_ words: String) {
        var rest = words.trimmed
        var taken: [String] = []
        while taken.count < 3, let (head, tail) = Self.split(rest),
            SiteName.matches(tail), LineShape(head).letters >= 4
        {
            taken.insert(tail, at: 0)
            rest = head
        }
        title = rest
        sites = taken
    }

    /// At the last separator; one without spaces around it only counts between other letters than
    /// Latin.
    private static func split(_ words: String) -> (head: String, tail: String)? {
        let scalars = Array(words.unicodeScalars)
        guard let i = scalars.lastIndex(where: { "-–—|｜_丨".unicodeScalars.contains($0) }), i > 0,
            i + 1 < scalars.count
        else { return nil }
        let spaced = scalars[i - 1] == " " || scalars[i + 1] == " "
        if !spaced, scalars[i - 1].isASCII,
            scalars[i - 1].properties.isAlphabetic || scalars[i + 1].isASCII
        {
            return nil
        }
        func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: part)
            return String(text).trimmed
        }
        var head = string(scalars[..<i])
        while head.hasSuffix("-") || head.hasSuffix("—") || head.hasSuffix("_") {
            head = String(head.dropLast()).trimmed
        }
        return (head, string(scalars[(i + 1)...]))
    }
}

/// Picks the publisher among everything that points to one.
enum OutletChoice {
    /// The most certain kind of clue wins, the earliest within it; a platform only if there is
    /// nothing else.
    static func best(_ clues: [ArticleDraft.OutletClue]) -> ArticleDraft.OutletClue? {
        clues.enumerated().min { a, b in
            (rank(a.element), a.offset) < (rank(b.element), b.offset)
        }?.element
    }

    private static func rank(_ clue: ArticleDraft.OutletClue) -> Int {
        SiteName.isPlatform(clue.name) && clue.kind != .frontMatter
            ? ArticleDraft.OutletClue.Kind.platform.rawValue : clue.kind.rawValue
    }
}
