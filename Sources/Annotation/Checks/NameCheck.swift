import Archive
import Text

/// Reports names that cannot or should not be matched, and `not` strings without effect.
struct NameCheck {
    private static let longest = 100

    private let archive: Archive

    init(_ archive: Archive) {
        self.archive = archive
    }

    var diagnostics: [Diagnostic] {
        archive.entities.flatMap { entity in
            entity.allAliases.compactMap { problem($0, entity) }
                + entity.not.compactMap { idle($0, entity) }
        }
    }

    private func problem(_ alias: Entity.Alias, _ entity: Entity) -> Diagnostic? {
        let key = FoldedText.key(alias.text)
        let words = "`\(Excerpt.line(alias.text))`"
        func warning(_ id: String, _ message: String, _ help: String) -> Diagnostic {
            Diagnostic(.warning, id, at: alias.place, message, help: help)
        }
        let scalars = Array(alias.text.unicodeScalars)
        if key.isEmpty {
            return warning(
                "empty-alias", "a name of `\(entity.id)` holds nothing that is shown",
                "write the name, or remove the line")
        }
        if !scalars.contains(where: Self.names) {
            return warning(
                "empty-alias",
                "\(words), a name of `\(entity.id)`, is only punctuation and is not looked for",
                "write the name, or remove the line")
        }
        if scalars.count > Self.longest {
            return warning(
                "long-alias", "a name of `\(entity.id)` is \(scalars.count) characters long",
                "write the name alone; what is said about the entity goes below the front matter")
        }
        if let hidden = scalars.first(where: { Self.isDirection($0.value) }) {
            return warning(
                "hidden-character",
                "\(words), a name of `\(entity.id)`, holds the invisible character"
                    + " U+\(String(hidden.value, radix: 16, uppercase: true))",
                "retype the name without it; right-to-left text does not need it")
        }
        if Self.holdsHTML(alias.text) {
            return warning(
                "markup-in-name",
                "\(words), a name of `\(entity.id)`, holds HTML, which is shown as it is written",
                "write the name as readers see it")
        }
        if let first = scalars.first, Self.isMark(first) {
            return warning(
                "bad-alias",
                "\(words), a name of `\(entity.id)`, begins with a mark that belongs to a letter before",
                "write the whole name")
        }
        return short(alias, entity, key)
    }

    /// A single Han character or letter occurs in many words that are not the name.
    private func short(_ alias: Entity.Alias, _ entity: Entity, _ key: [UInt8]) -> Diagnostic? {
        let (scalar, length) = UTF8Scalars.decode(key, at: 0)
        let kind = ScalarClass(scalar)
        guard length == key.count, kind == .han || kind == .word, alias.onlyIn.isEmpty,
            alias.onlyInMarks == nil
        else { return nil }
        return Diagnostic(
            .warning, "short-alias", at: alias.place,
            "`\(alias.text)`, a name of `\(entity.id)`, is a single character that occurs in many other words",
            help:
                "say where it is meant, as in {text: \(YAMLLine.scalar(alias.text)), only-in: [article-slug]}"
        )
    }

    /// A `not` string has an effect only if it contains a shorter name of the entity.
    private func idle(_ string: Located<String>, _ entity: Entity) -> Diagnostic? {
        let key = FoldedText.key(string.value)
        let protects = entity.allAliases.contains { alias in
            let name = FoldedText.key(alias.text)
            // The same name in other letters or characters: `us` of US, 餘力 of 余力.
            if name == key, string.value != alias.text { return true }
            return name.count < key.count
                && ByteSearch(name).first(in: key, from: 0, to: key.count) != nil
        }
        guard !protects else { return nil }
        return Diagnostic(
            .warning, "idle-not", at: string.place,
            "`\(Excerpt.line(string.value))` in `not` of `\(entity.id)` protects nothing: none of its"
                + " names is a part of it",
            help: "write a longer string that holds a name, or remove it")
    }

    /// Whether a name may consist of this scalar: letters, digits, Han characters, emoji and
    /// symbols.
    ///
    /// A name needs at least one.
    static func names(_ scalar: Unicode.Scalar) -> Bool {
        switch ScalarClass(scalar.value) {
        case .han: true
        case .word: !isMark(scalar)
        case .space, .zeroWidth: false
        case .other:
            switch scalar.properties.generalCategory {
            case .otherSymbol, .otherNumber, .currencySymbol, .privateUse, .unassigned: true
            default: false
            }
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    private static func isDirection(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// `<b>`, `</b>`, `<br/>` or `&amp;`.
    private static func holdsHTML(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        for (at, byte) in bytes.enumerated() {
            let rest = bytes[(at + 1)...]
            if byte == UInt8(ascii: "<"), let next = rest.first,
                next == UInt8(ascii: "/") || isLetter(next), rest.contains(UInt8(ascii: ">"))
            {
                return true
            }
            guard byte == UInt8(ascii: "&"), let end = rest.firstIndex(of: UInt8(ascii: ";")),
                end > at + 2
            else { continue }
            let name = rest[..<end]
            if name.allSatisfy({ isLetter($0) || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "#") }) {
                return true
            }
        }
        return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        0x41...0x5A ~= byte || 0x61...0x7A ~= byte
    }
}
