import Text

/// Lines that Markdown would read as the address of a link or as a footnote and then show nowhere,
/// because nothing refers to them: `[Note]: done`.
///
/// They get a backslash and stay words.
enum SwallowedDefinitions {
    static func escape(_ lines: [String], fenced: [Bool]) -> [String] {
        let labels = lines.indices.map { fenced[$0] ? nil : label(lines[$0]) }
        guard labels.contains(where: { $0 != nil }) else { return lines }
        let text = lines.indices.map {
            labels[$0] == nil ? lines[$0] : String(lines[$0].dropFirst(1))
        }
        .joined(separator: "\n").lowercased()
        return lines.indices.map { i in
            guard let label = labels[i] else { return lines[i] }
            let isUsed = text.contains("[\(label.lowercased())]")
            if isUsed { return lines[i] }
            let spaces = lines[i].prefix { $0 == " " }
            return spaces + "\\" + lines[i].dropFirst(spaces.count)
        }
    }

    /// `x` of `[x]: …` or `[^x]: …`.
    private static func label(_ line: String) -> String? {
        let spaces = line.prefix { $0 == " " }.count
        let rest = line.dropFirst(spaces)
        guard spaces <= 3, rest.hasPrefix("["), let close = rest.firstIndex(of: "]") else {
            return nil
        }
        let after = rest[rest.index(after: close)...]
        guard after.hasPrefix(":") else { return nil }
        return String(rest[rest.index(after: rest.startIndex)..<close])
    }
}
