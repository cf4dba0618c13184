import Mustache
import Text

/// Messages for parse errors of the template engine.
///
/// `TemplateStructure` reports the common mistakes first.
enum TemplateParseError {
    static func diagnostic(_ error: any Error, in tags: TemplateTags) -> Diagnostic {
        guard let error = error as? MustacheTemplate.ParserError else {
            return Diagnostic(.error, "bad-template", at: .init(file: tags.file), "\(error)")
        }
        return Diagnostic(
            .error, "bad-template",
            at: .init(
                file: tags.file, line: error.context.lineNumber,
                column: error.context.columnNumber, excerpt: error.context.line),
            "this is not valid Mustache: \(words(error.error))",
            help:
                "compare with the built-in template of the same name: `variorum theme FILE` writes it"
        )
    }

    private static func words(_ error: any Error) -> String {
        switch error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect: "this tag closes another section than the last one opened"
        case .unfinishedName: "the name in this tag is not a name, or the tag is not closed"
        case .expectedSectionEnd: "a section is not closed"
        case .invalidSetDelimiter: "the delimiters are not written as `{{=<% %>=}}`"
        case .transformAppliedToInheritanceSection: "a block cannot have a function"
        case .illegalTokenInsideInheritSection:
            "inside `{{<parent}}` only blocks `{{$name}}` may be"
        case .textInsideInheritSection: "inside `{{<parent}}` text must be in a block"
        case .invalidConfigVariableSyntax, .unrecognisedConfigVariable:
            "this setting is not known"
        case nil: "\(error)"
        }
    }
}
