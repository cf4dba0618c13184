import Archive
import Text

/// The language of a page's article: the declared one, unless the text is surely in another.
struct PageLanguage {
    /// BCP 47; `und` if it is not known.
    let code: String
    let evidence: String
    private let problem: (id: String, message: String, help: String)?

    init(declared: String?, text: [UInt8]) {
        let reading = declared.map(LanguageTag.read)
        var tag: String?
        if case .tag(let known)? = reading { tag = known.map(Self.withoutRegion) }
        let choice = LanguageDetector.choose(declared: tag, text: text)
        code = choice.language ?? "und"
        evidence =
            choice.evidence == "declared"
            ? "lang attribute"
            : choice.contradicts
                ? "\(choice.evidence), against the lang attribute" : choice.evidence
        let shown = Scalars.string((declared ?? "").unicodeScalars.prefix(40))
        switch reading {
        case .unknownLanguage?, .malformed?:
            problem = (
                "bad-language", "the page declares the language `\(shown)`, which does not exist",
                "the language was detected from the text: `\(code)`"
            )
        default:
            problem =
                choice.contradicts
                ? (
                    "language-conflict",
                    "the page declares the language `\(shown)`, but its text is in `\(code)`",
                    "change `lang` in the article if the page is right"
                ) : nil
        }
    }

    /// `en-US` and `en` are one language to readers; a script is not.
    private static func withoutRegion(_ tag: String) -> String {
        tag.split(separator: "-").prefix { $0.utf8.count != 2 || $0 == tag.prefix(2) }
            .joined(separator: "-")
    }

    func diagnostics(at place: Diagnostic.Place) -> [Diagnostic] {
        guard let problem else { return [] }
        return [Diagnostic(.note, problem.id, at: place, problem.message, help: problem.help)]
    }
}
