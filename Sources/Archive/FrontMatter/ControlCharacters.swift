import Text

/// Control characters that escapes such as `\x08` put into values of YAML, JSON and TOML: no page,
/// feed or XML file may hold them.
///
/// `NormalizedText` finds those that are in the bytes of a file.
enum ControlCharacters {
    /// The text with U+FFFD for each of them, and a warning about the first.
    static func replaced(
        in text: String, at position: SourceNode.Position, _ file: SourceFile
    ) -> String {
        guard let first = text.unicodeScalars.first(where: isForbidden) else { return text }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 })
        let digits = String(first.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        file.warning(
            "control-character", at: file.place(position),
            "the value contains the control character \(name)",
            help: "remove it; the site shows U+FFFD instead")
        return String(scalars)
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85: false
        case ..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
