import Text

/// Why a place of an article is a mention of an entity, or is none.
public struct MentionExplanation: Sendable, Equatable {
    /// What had a say.
    public enum Rule: String, Sendable {
        /// A name stands there.
        case name
        case boundary
        case not
        case reject, accept
        case onlyIn = "only-in"
        case onlyInMarks = "only-in-marks"
        case wikilink
        case everydayWord = "everyday-word"
        /// The outermost, longest name wins, from left to right.
        case longest
        /// One name of several entities.
        case ambiguity
    }

    /// What one rule says about the place.
    public struct Step: Sendable, Equatable {
        public var rule: Rule
        public var words: String

        public init(_ rule: Rule, _ words: String) {
            self.rule = rule
            self.words = words
        }
    }

    public enum Outcome: String, Sendable {
        case mention, doubtful, ambiguous
        /// Names stand there, and rules took them away.
        case none
        /// No name of the archive stands there.
        case nothing
        /// The place shows no text in which names are looked for.
        case noText = "no-text"
    }

    public var place: Diagnostic.Place
    public var outcome: Outcome
    /// One sentence, without a full stop at the end.
    public var answer: String
    /// In the order in which the rules are applied.
    public var steps: [Step]

    public init(
        at place: Diagnostic.Place, _ outcome: Outcome, _ answer: String, steps: [Step] = []
    ) {
        self.place = place
        self.outcome = outcome
        self.answer = answer
        self.steps = steps
    }

    /// For people: the place and the answer, the source line with a caret, a line for each step.
    public var lines: [String] {
        let excerpt = Diagnostic(.note, "explanation", at: place, answer).rendered()
            .split(separator: "\n").dropFirst().map(String.init)
        return ["\(place.file):\(place.line):\(place.column): \(answer)"] + excerpt
            + steps.map { "  \($0.rule.rawValue): \($0.words)" }
    }

    /// For programs: one JSON object without a line end.
    public var jsonLine: String {
        let steps = steps.map {
            "{\"rule\":\(JSONText.quoted($0.rule.rawValue)),\"words\":\(JSONText.quoted($0.words))}"
        }
        return "{\"file\":\(JSONText.quoted(place.file)),\"line\":\(place.line),"
            + "\"column\":\(place.column),\"outcome\":\(JSONText.quoted(outcome.rawValue)),"
            + "\"answer\":\(JSONText.quoted(answer)),\"steps\":[\(steps.joined(separator: ","))]}"
    }
}
