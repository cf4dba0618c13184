import Archive

/// Plurals of Latin names, which are the name too: iPhones, the Kennedys, F-16s.
enum PluralNames {
    /// The plural of an alias; `nil` if it has none that is safe to look for: names without
    /// capitals, and short ones that are not abbreviations, whose plural is another word.
    static func plural(of alias: String) -> String? {
        let scalars = Array(alias.unicodeScalars)
        guard let last = scalars.last, last.isASCII, last.properties.isAlphabetic || isDigit(last)
        else { return nil }
        let letters = scalars.filter { NameForm.isCapital($0.value) != nil }
        guard letters.contains(where: { NameForm.isCapital($0.value) == true }) else { return nil }
        let isAbbreviation =
            scalars.count > 1 && letters.allSatisfy { NameForm.isCapital($0.value) == true }
        guard scalars.count >= 4 || isAbbreviation else { return nil }
        let end = String(alias.suffix(2)).lowercased()
        let isSibilant =
            ["s", "x", "z"].contains(String(alias.suffix(1)).lowercased())
            || ["ch", "sh"].contains(end)
        return alias + (isSibilant && !isAbbreviation ? "es" : "s")
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
}
