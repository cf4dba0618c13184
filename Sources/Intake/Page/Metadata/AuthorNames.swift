import Text

/// The people that a field for authors names: one string may hold several, with what they do and
/// where they work.
enum AuthorNames {
    /// The names in their order; empty when the words name nobody.
    static func people(in words: String) -> [String] {
        let plain = withoutAddress(withoutMarkup(HTMLEntities.decoded(words))).trimmed
        guard !plain.contains("://") else { return [] }
        let reporters = ReporterLine.names(in: plain)
        if !reporters.isEmpty { return reporters }
        let parts = split(withoutPrefix(plain)).map(clean).filter { !$0.isEmpty }
        // After what someone does comes where: `Mara Lindt, Senior Writer, Harbour Desk`.
        let before = parts.prefix { !isJob($0) }
        let named = (before.isEmpty ? parts[...] : before).filter { !isJob($0) && !isJunk($0) }
        let persons = named.filter { !agencies.contains($0.lowercased()) }
        let people = persons.isEmpty ? named : persons
        var seen: Set<String> = []
        return people.filter { seen.insert($0.lowercased()).inserted }
    }

    /// `<a href="/x">Name</a>` in a field that should be plain.
    private static func withoutMarkup(_ words: String) -> String {
        guard words.contains("<") else { return words }
        var out = ""
        var depth = 0
        for character in words {
            if character == "<" {
                depth += 1
            } else if character == ">", depth > 0 {
                depth -= 1
                out += " "
            } else if depth == 0 {
                out.append(character)
            }
        }
        return out
    }

    /// `Name (https://name.example/)` → `Name`.
    private static func withoutAddress(_ words: String) -> String {
        guard let address = words.range(of: "://"),
            let open = words[..<address.lowerBound].lastIndex(where: { $0 == "(" || $0 == "<" }),
            open > words.startIndex,
            let close = words[address.upperBound...].firstIndex(where: { $0 == ")" || $0 == ">" })
        else { return words }
        return String(words[..<open]) + String(words[words.index(after: close)...])
    }

    private static func withoutPrefix(_ words: String) -> String {
        var words = words
        for prefix in WordList.bylines["person-prefix"] where words.hasPrefix(prefix) {
            words = String(words.dropFirst(prefix.count)).trimmed
        }
        return words
    }

    /// At commas and words for "and"; `Family, Given` is one name.
    private static func split(_ words: String) -> [String] {
        let marks = Set("、，,;；|｜/／&＆·•\n\t")
        var words = words
        for and in [" and ", " AND ", " And ", " und ", " et ", " y "] {
            words = words.replacing(and, with: "|")
        }
        let parts = words.split { marks.contains($0) }.map { String($0).trimmed }.filter {
            !$0.isEmpty
        }
        let commas = words.filter { $0 == "," }.count
        if parts.count == 2, commas == 1, !words.contains("|"),
            parts.allSatisfy({ !$0.contains(" ") }) || parts[1].hasSuffix("."), !isJob(parts[1])
        {
            return [words]
        }
        // Names in Han characters are set apart by spaces.
        return parts.flatMap { part in
            let pieces = part.split { $0 == " " || $0 == "\u{3000}" }.map(String.init)
            return pieces.count > 1
                && pieces.allSatisfy({ LineShape($0).han >= 2 && LineShape($0).letters <= 4 })
                ? pieces : [part]
        }
    }

    /// Without a date behind the name, and once where it is doubled (`A A`).
    private static func clean(_ name: String) -> String {
        var words = name.split(whereSeparator: \.isWhitespace).map(String.init)
        if let at = words.firstIndex(where: {
            PruningRules.isMonth($0) || $0.first?.isNumber == true || $0.hasPrefix("@")
        }), at > 0 {
            words = Array(words[..<at])
        }
        while let last = words.last, WordList.bylines["filler"].contains(last.lowercased()),
            words.count > 1
        { words.removeLast() }
        let half = words.count / 2
        if words.count >= 2, words.count % 2 == 0, words[..<half] == words[half...] {
            words = Array(words[..<half])
        }
        return Byline.unquoted(words.joined(separator: " "))
    }

    /// What someone does, or whom they work for.
    private static func isJob(_ words: String) -> Bool {
        let lower = words.lowercased()
        let parts = lower.split { !$0.isLetter }.map(String.init)
        return jobs.contains(lower) || parts.contains { jobs.contains($0) }
    }

    /// Two to five words that all begin with a capital, or two to four Han characters.
    static func isPerson(_ name: String) -> Bool {
        let shape = LineShape(name)
        if shape.isMostlyHan { return (2...4).contains(shape.letters) }
        let words = name.split(separator: " ")
        return (2...5).contains(words.count)
            && words.allSatisfy { word in
                particles.contains(word.lowercased())
                    || word.first.map { $0.isUppercase || $0 == "(" } == true
            } && !name.contains(":")
    }

    /// The name of an account: one word in small letters or with digits.
    static func isAccount(_ name: String) -> Bool {
        !name.contains(" ") && name.allSatisfy(\.isASCII)
            && (name == name.lowercased() || name.contains(where: \.isNumber) || name.contains("_"))
    }

    private static let particles = Set(WordList.bylines["particle"])

    static func isJunk(_ name: String) -> Bool {
        let lower = name.lowercased()
        return name.utf8.count >= 100 || lower.hasPrefix("http") || lower.contains("@")
            || lower.contains("://")
            || !name.unicodeScalars.contains { $0.properties.isAlphabetic }
            || junk.contains(lower) || SiteName.isPlatform(name) || portals.contains(name)
            || lower.hasSuffix(".com") || lower.hasSuffix(".net") || lower.hasSuffix(".org")
            || lower.hasSuffix(".cn")
    }

    /// Sites that put their own name into the author field.
    private static let portals = Set(WordList.outlets["portal"])
    private static let jobs = Set(WordList.bylines["job"])
    private static let agencies = Set(WordList.bylines["agency"])
    private static let junk = Set(WordList.bylines["nobody"])
}
