import CAssets
import Text

/// A file of `rules/words/`, embedded in the program: words and phrases in named sections.
///
///     # A comment.
///     [section option=value]
///     a phrase
///     "by "
///
/// A phrase in quotation marks keeps white space at its ends. Within a section phrases are sorted
/// by their bytes, and none occurs twice.
struct WordList: Sendable {
    struct Section: Sendable, Equatable {
        var name: String
        /// `longest=60` → `longest`: `60`; `drop` → `drop`: empty.
        var options: [String: String] = [:]
        var words: [String] = []
    }

    /// In the order of the file.
    private(set) var sections: [Section] = []

    /// The phrases of a section; a test asserts that every section that is named in the code
    /// exists.
    subscript(name: String) -> [String] {
        sections.first { $0.name == name }?.words ?? []
    }

    /// The sections whose phrases are looked for in one part of a text: `anywhere`, `start`,
    /// `whole`.
    func rules(at part: String) -> [Rule] {
        sections.filter { $0.options["at"] == part }.map(Rule.init)
    }

    /// A section as a rule that names what it finds.
    struct Rule: Sendable {
        var name: String
        /// The longest text that it looks at.
        var longest: Int
        var needsLink: Bool
        var words: [String]
        /// The words in UTF-8.
        var phrases: [[UInt8]]

        fileprivate init(_ section: Section) {
            name = section.name
            longest = section.options["longest"].flatMap { Int($0) } ?? .max
            needsLink = section.options["needs"] == "link"
            words = section.words
            phrases = section.words.map { Array($0.utf8) }
        }
    }

    // MARK: - The files

    static let blocks = embedded("blocks")
    static let bylines = embedded("bylines")
    static let classes = embedded("classes")
    static let dates = embedded("dates")
    static let footers = embedded("footers")
    static let labels = embedded("labels")
    static let outlets = embedded("outlets")
    static let pages = embedded("pages")

    private static func embedded(_ name: String) -> WordList {
        let file = "words/\(name).txt"
        return read(EmbeddedRules.text(file) ?? "", file: "rules/" + file).list
    }

    // MARK: - Reading

    /// Options of sections, with a check of their values.
    private static let options: [String: @Sendable (String) -> Bool] = [
        "at": { ["anywhere", "start", "whole"].contains($0) },
        "drop": { $0.isEmpty },
        "longest": { Int($0).map { $0 > 0 } ?? false },
        "mark": { $0 == "optional" },
        "needs": { $0 == "link" },
    ]

    /// Reads a file; malformed lines are skipped and reported.
    static func read(_ text: String, file: String) -> (list: WordList, diagnostics: [Diagnostic]) {
        var list = WordList()
        var diagnostics: [Diagnostic] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let problem =
                line.hasPrefix("[") ? list.open(String(line)) : list.append(String(line))
            guard let problem else { continue }
            diagnostics.append(
                Diagnostic(
                    .error, "word-list",
                    at: Diagnostic.Place(
                        file: file, line: index + 1, column: 1, excerpt: String(line)),
                    problem))
        }
        for section in list.sections where section.words.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .error, "word-list", at: Diagnostic.Place(file: file),
                    "section `\(section.name)` has no phrases"))
        }
        return (list, diagnostics)
    }

    /// Opens the section of a line `[name option=value]`; returns what is wrong with the line.
    private mutating func open(_ line: String) -> String? {
        guard line.hasSuffix("]") else { return "the bracket of the section is not closed" }
        let parts = line.dropFirst().dropLast().split(separator: " ").map(String.init)
        guard let name = parts.first else { return "the section has no name" }
        var section = Section(name: name)
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            let value = pair.count > 1 ? pair[1] : ""
            guard let key = pair.first, Self.options[key]?(value) == true else {
                return
                    "`\(part)` is not an option: use at=anywhere, at=start, at=whole, drop, longest=NUMBER, mark=optional or needs=link"
            }
            section.options[key] = value
        }
        let isKnown = sections.contains {
            $0.name == section.name
                && $0.options["at"] == section.options["at"]
                && $0.options["mark"] == section.options["mark"]
        }
        guard !isKnown else { return "there is a section `\(name)` already" }
        sections.append(section)
        return nil
    }

    /// Adds the phrase of a line to the last section; returns what is wrong with the line.
    private mutating func append(_ line: String) -> String? {
        guard let last = sections.indices.last else {
            return "a phrase belongs into a section: write `[name]` above it"
        }
        var phrase = line
        if line.hasPrefix("\"") {
            guard line.utf8.count > 2, line.hasSuffix("\"") else {
                return "the quotation mark is not closed"
            }
            phrase = String(line.dropFirst().dropLast())
        } else if line.trimmed != line {
            return
                "white space at the end of the phrase: remove it, or put the phrase in quotation marks"
        }
        if let before = sections[last].words.last,
            !before.utf8.lexicographicallyPrecedes(phrase.utf8)
        {
            return before == phrase
                ? "`\(phrase)` occurs twice"
                : "`\(phrase)` belongs before `\(before)`: phrases are sorted by their bytes"
        }
        sections[last].words.append(phrase)
        return nil
    }
}

/// The files of `rules/` that are embedded in the program.
enum EmbeddedRules {
    /// A file by its path below `rules/`; `nil` if no such file.
    static func text(_ path: String) -> String? {
        for index in 0..<variorum_rule_file_count() {
            let file = variorum_rule_file(index)
            guard String(cString: file.name) == path else { continue }
            let bytes = UnsafeBufferPointer(start: file.data, count: file.size)
            return String(decoding: bytes, as: UTF8.self)
        }
        return nil
    }
}
