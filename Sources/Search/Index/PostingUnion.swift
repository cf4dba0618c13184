/// Postings put together: where any of several terms stands.
struct PostingUnion {
    private var passages: UnitSet
    private var frequent: UnitSet
    private var titles: UnitSet

    init(_ limits: Posting.Limits) {
        passages = UnitSet(limits.passages)
        frequent = UnitSet(limits.passages)
        titles = UnitSet(limits.documents)
    }

    mutating func insert(_ posting: Posting) {
        passages.insert(posting.passages)
        frequent.insert(posting.frequent)
        titles.insert(posting.titles)
    }

    /// What was inserted since this was asked last.
    mutating func take() -> Posting {
        var posting = Posting()
        posting.passages = passages.takeMembers()
        posting.frequent = frequent.takeMembers()
        posting.titles = titles.takeMembers()
        return posting
    }
}
