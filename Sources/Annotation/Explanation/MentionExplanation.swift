import Archive
import Markup
import Text

/// Explains why a place of an article is a mention or not, with the result of every rule that was
/// applied to it.
///
/// It reads the steps recorded by `MentionMatcher` and does not repeat their decisions.
public struct MentionExplainer {
    let archive: Archive
    let matcher: MentionMatcher

    public init(_ archive: Archive, _ matcher: MentionMatcher) {
        self.archive = archive
        self.matcher = matcher
    }

    /// - Parameters:
    ///   - line: line of the article's file, 1-based.
    ///   - column: in UTF-8 bytes, 1-based.
    ///   - index: index in `Archive.articles`.
    public func explanation(line: Int, column: Int, inArticle index: Int) -> MentionExplanation {
        let document = MarkdownDocument(note: archive.articles[index].body)
            .titled(archive.articles[index].title)
        let text = ArticleText(article: index, document: document)
        let article = archive.articles[index]
        var place = Diagnostic.Place(file: article.file, line: line, column: column)
        func noText(_ answer: String) -> MentionExplanation {
            MentionExplanation(at: place, .noText, answer)
        }
        guard article.file.hasSuffix(".md") || article.file.hasSuffix(".markdown") else {
            return noText("this file is converted when it is read; bring it in with `variorum add`")
        }
        if let title = article.titlePlace, title.line == line {
            let text = ArticleText(article: index, document: document)
            let excerpt = Array((title.excerpt ?? "").utf8)
            let words = Array(article.title.utf8)
            if let start = ByteSearch(words).first(in: excerpt, from: 0, to: excerpt.count),
                start..<start + words.count ~= column - 1
            {
                place.excerpt = title.excerpt
                return PlaceReport(self, text, column - 1 - start).explanation(at: place)
            }
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

/// Why a place of an article is a mention of an entity or not.
public struct MentionExplanation: Sendable, Equatable {
    /// A rule that was applied to the place.
    public enum Rule: String, Sendable {
        /// The place is inside a name.
        case name
        case boundary
        /// The name is inside a URL, an e-mail address or a domain.
        case address
        case letterCase = "case"
        case script
        case not
        case reject, accept
        case onlyIn = "only-in"
        case onlyInMarks = "only-in-marks"
        case wikilink
        case everydayWord = "everyday-word"
        /// From left to right, the longest of overlapping names is chosen.
        case longest
        /// Several entities have the name.
        case ambiguity
    }

    /// The result of one rule.
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
        /// There is a name, but rules excluded it.
        case none
        /// There is no name of the archive.
        case nothing
        /// The place is not in text that is searched for names.
        case noText = "no-text"
    }

    public var place: Diagnostic.Place
    public var outcome: Outcome
    /// One sentence without a final period.
    public var answer: String
    /// In the order in which rules are applied.
    public var steps: [Step]

    public init(
        at place: Diagnostic.Place, _ outcome: Outcome, _ answer: String, steps: [Step] = []
    ) {
        self.place = place
        self.outcome = outcome
        self.answer = answer
        self.steps = steps
    }

    /// Output for people: the place and the answer, the source line with a caret, and one line for
    /// each step.
    public var lines: [String] {
        let excerpt = Diagnostic(.note, "explanation", at: place, answer).rendered()
            .split(separator: "\n").dropFirst().map(String.init)
        return ["\(place.file):\(place.line):\(place.column): \(answer)"] + excerpt
            + steps.map { "  \($0.rule.rawValue): \($0.words)" }
    }

    /// Output for programs: one JSON object without a line break.
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

    /// `nil` if `words` is not a place.
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
