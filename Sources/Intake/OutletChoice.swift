/// Picks the publisher among everything that points to one.
enum OutletChoice {
    /// The surest kind of clue decides, the earliest within it; a platform only when nothing else
    /// is known.
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
