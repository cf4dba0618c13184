/// How a claim stands among its statements.
public enum ClaimStatus: String, Sendable, CaseIterable {
    /// One article says it.
    case singleSource = "single-source"
    /// Two or more origins say it.
    case corroborated
    /// Several articles of one origin say it.
    case repeated
    /// Statements conflict.
    case disputed
    /// Another claim updates it.
    case superseded

    /// What led to a status, for the claim's page.
    public enum Reason: Sendable, Equatable {
        /// Number of articles and of origins that the statements come from.
        case sources(articles: Int, origins: Int)
        /// Indices in `Claim.statements` of those that support and those that do not simply
        /// support.
        case stances(supporting: [Int], other: [Int])
        /// Indices in `Claim.statements` of those whose values conflict with the finest.
        case values(conflicting: [Int])
        /// The values and growth rates of the claim imply different earlier values.
        case impliedBases
        /// Index in `Archive.claims` of a claim that contradicts this one, or that this one
        /// contradicts.
        case contradiction(claim: Int)
        /// Index in `Archive.claims` of the claim that updates this one.
        case update(claim: Int)
    }
}
