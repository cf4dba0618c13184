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
    mutating func take(_ posting: inout Posting) {
        posting.removeAll()
        passages.takeMembers(to: &posting.passages)
        frequent.takeMembers(to: &posting.frequent)
        titles.takeMembers(to: &posting.titles)
    }

    /// The same, as a posting of its own.
    mutating func take() -> Posting {
        var posting = Posting()
        take(&posting)
        return posting
    }
}
