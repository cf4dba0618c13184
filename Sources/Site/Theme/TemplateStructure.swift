import Text

/// Finds mistakes in a single template: encoding, nesting of sections, no content.
///
/// The template engine reports an unclosed section at the end of the file and without its name, so
/// nesting is checked here first.
struct TemplateStructure {
    let tags: TemplateTags

    var diagnostics: [Diagnostic] {
        if let offset = UTF8Validity.firstInvalid(tags.bytes) { return [invalidUTF8(at: offset)] }
        return nesting + badNames + [unclosedTag, emptiness].compactMap { $0 }
    }

    private func invalidUTF8(at offset: Int) -> Diagnostic {
        Diagnostic(
            .error, "invalid-utf8", at: tags.place(of: offset),
            "the byte at offset \(offset) is not UTF-8", help: "save the file as UTF-8")
    }

    private var nesting: [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var open: [TemplateTag] = []
        for tag in tags.all {
            if tag.kind == .setting, tag.text.hasPrefix("{{=") { return [] }
            if tag.opens {
                open.append(tag)
            } else if tag.kind == .end {
                if open.last?.name == tag.name {
                    open.removeLast()
                } else if let match = open.lastIndex(where: { $0.name == tag.name }) {
                    diagnostics += open[(match + 1)...].map(unclosed)
                    open.removeSubrange(match...)
                } else {
                    diagnostics.append(unmatched(tag, open.last))
                }
            }
        }
        return diagnostics + open.map(unclosed)
    }

    private func unclosed(_ tag: TemplateTag) -> Diagnostic {
        let what =
            switch tag.kind {
            case .parent: "parent"
            case .block: "block"
            default: "section"
            }
        return Diagnostic(
            .error, "unclosed-section", at: tags.place(of: tag),
            "the \(what) `\(tag.text)` is never closed",
            help: "write `{{/\(tag.name)}}` where it ends")
    }

    private func unmatched(_ tag: TemplateTag, _ open: TemplateTag?) -> Diagnostic {
        Diagnostic(
            .error, "unmatched-end", at: tags.place(of: tag),
            "`\(tag.text)` closes nothing",
            notes: open.map {
                ["`\($0.text)` of line \(tags.place(of: $0).line) is open here"]
            } ?? [],
            help: open.map { "write `{{/\($0.name)}}`, or remove the tag" } ?? "remove the tag")
    }

    /// Names that the template engine cannot read.
    private var badNames: [Diagnostic] {
        tags.all.filter { tag in
            switch tag.kind {
            case .comment, .setting: false
            case .partial, .parent:
                !tag.name.utf8.allSatisfy { Self.isOfName($0) || $0 == UInt8(ascii: "/") }
            case .block: !tag.name.utf8.allSatisfy(Self.isOfName)
            default: !tag.name.utf8.allSatisfy { Self.isOfName($0) || $0 >= 0x80 }
            }
        }.map { tag in
            Diagnostic(
                .error, "bad-variable", at: tags.place(of: tag),
                "`\(tag.name)` cannot be looked up: a name in a template has only letters, digits, `-`, `_` and dots",
                help: tag.path.first == "params"
                    ? "write the key in front matter with these characters" : "correct the name")
        }
    }

    /// Letters, digits and the characters of functions and settings.
    private static func isOfName(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_", "?", "*", "(", ")": true
        default: false
        }
    }

    private var unclosedTag: Diagnostic? {
        tags.unclosed.map {
            let isTriple = tags.bytes[$0...].starts(with: "{{{".utf8)
            return Diagnostic(
                .error, "unclosed-tag", at: tags.place(of: $0),
                "this tag has no closing brackets `\(isTriple ? "}}}" : "}}")`",
                help: "close the tag")
        }
    }

    /// A template that is empty on purpose can contain a comment.
    private var emptiness: Diagnostic? {
        guard tags.bytes.allSatisfy({ $0 == 0x20 || 0x09...0x0D ~= $0 }) else { return nil }
        return Diagnostic(
            .warning, "empty-template", at: .init(file: tags.file), "this template is empty",
            help:
                "delete the file to get the built-in template, or write `{{! nothing }}` if it is meant to show nothing"
        )
    }
}
