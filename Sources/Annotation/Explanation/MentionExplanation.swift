import Archive
import Markup
import Text

/// Answers why a place of an article is a mention or is none, with the words of every rule that
/// looked at it.
///
/// It asks the steps of `MentionMatcher` and repeats none of their decisions.
public struct MentionExplainer {
    let archive: Archive
    let matcher: MentionMatcher

    public init(_ archive: Archive, _ matcher: MentionMatcher) {
        self.archive = archive
        self.matcher = matcher
    }

    /// - Parameters:
    ///   - line: of the article's file, 1-based.
    ///   - column: in UTF-8 bytes, 1-based.
    ///   - index: of the article.
    public func explanation(line: Int, column: Int, inArticle index: Int) -> MentionExplanation {
        let document = MarkdownDocument(archive.articles[index].body)
        let text = ArticleText(article: index, document: document)
        let article = archive.articles[index]
        var place = Diagnostic.Place(file: article.file, line: line, column: column)
        func noText(_ answer: String) -> MentionExplanation {
            MentionExplanation(at: place, .noText, answer)
        }
        guard article.file.hasSuffix(".md") || article.file.hasSuffix(".markdown") else {
            return noText("this file is converted when it is read; bring it in with `variorum add`")
        }
        guard line >= article.bodyLine else {
            return noText("the front matter is not part of the text")
        }
        let source = document.source
        let lines = source.split(separator: 0x0A, omittingEmptySubsequences: false)
        let number = line - article.bodyLine
        guard number < lines.count else {
            return noText("the file has only \(article.bodyLine + lines.count - 1) lines")
        }
        place.excerpt = String(decoding: lines[number], as: UTF8.self)
        guard column <= lines[number].count else {
            return noText("this line has only \(lines[number].count) bytes")
        }
        switch document.shownPlace(ofSource: lines[number].startIndex + column - 1) {
        case .nothing: return noText("no text is shown from this place")
        case .code: return noText("this is code, where names are not looked for")
        case .text(let offset):
            return PlaceReport(self, text, offset).explanation(at: place)
        }
    }
}

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

/// `content/articles/x.md:14:7`: a place in a file of the archive as diagnostics print it.
public struct TextPlace: Sendable, Equatable {
    /// As written: relative to the archive folder or below it.
    public var file: String
    /// 1-based.
    public var line: Int
    /// 1-based, in UTF-8 bytes.
    public var column: Int

    /// `nil` when the words are no such place.
    public init?(_ words: String) {
        let parts = words.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 3, let line = Self.number(parts[parts.count - 2]),
            let column = Self.number(parts[parts.count - 1])
        else { return nil }
        file = parts.dropLast(2).joined(separator: ":")
        self.line = line
        self.column = column
        if file.isEmpty { return nil }
        if file.hasPrefix("./") { file.removeFirst(2) }
    }

    private static func number(_ digits: Substring) -> Int? {
        guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(digits), number > 0
        else { return nil }
        return number
    }
}
