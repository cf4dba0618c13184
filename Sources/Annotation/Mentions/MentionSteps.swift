import Text

/// What each step of `MentionMatcher` made of one article: `mentions` is the result, the rest is
/// what an explanation needs.
struct MentionSteps {
    let folded: FoldedText
    let fixed: [MentionResolution.Fixed]
    let meanings: PlaceMeanings
    /// By start, longest first; also those that touch what is fixed.
    let candidates: [NameCandidate]
    let segmentation: NameSegmentation
    let choices: [NameSegmentation.Choice]
    let mentions: ArticleMentions
}
