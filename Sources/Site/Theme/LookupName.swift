/// How a name of front matter is written for the template engine, whose names are ASCII.
///
/// Letters of other scripts are written as `_u` and their code point: `params.封面` is looked up as
/// `params._u5c01_u9762`, and `封面` is in the context under the same name.
enum LookupName {
    static func of(_ name: String) -> String {
        guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return name }
        return name.unicodeScalars.reduce(into: "") { written, scalar in
            if scalar.isASCII {
                written.unicodeScalars.append(scalar)
            } else {
                written += "_u" + String(scalar.value, radix: 16)
            }
        }
    }

    /// A tag with its name written so.
    ///
    /// - Returns: `nil` for a tag that is read as it is.
    static func text(of tag: TemplateTag) -> String? {
        switch tag.kind {
        case .variable, .unescaped, .section, .inverted, .end:
            let name = of(tag.name)
            return name == tag.name
                ? nil : TemplateTag(kind: tag.kind, name: name, range: tag.range).text
        case .block, .partial, .parent, .comment, .setting: return nil
        }
    }
}
