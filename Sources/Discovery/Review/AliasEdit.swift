import Archive
import Text

/// Adds aliases to the front matter of an entity file, and changes nothing else of it.
enum AliasEdit {
    /// - Returns: `nil` if the file's aliases are written in a way that is not understood here.
    static func adding(_ aliases: [String], to text: String) -> String? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.first?.trimmingLineEnd == "---",
            let end = lines.dropFirst().firstIndex(where: { $0.trimmingLineEnd == "---" })
        else { return nil }
        let items = aliases.map { scalar($0) }
        guard let line = lines[..<end].firstIndex(where: { $0.hasPrefix("aliases:") }) else {
            lines.insert("aliases: [" + items.joined(separator: ", ") + "]", at: end)
            return lines.joined(separator: "\n")
        }
        let value = Substring(lines[line].dropFirst("aliases:".count)).trimmed
        if value.isEmpty {
            var last = line
            while last + 1 < end, lines[last + 1].hasPrefix(" ") || lines[last + 1].hasPrefix("-") {
                last += 1
            }
            guard last > line else { return nil }
            let indent = lines[line + 1].prefix { $0 == " " }
            lines.insert(contentsOf: items.map { "\(indent)- \($0)" }, at: last + 1)
        } else if value.hasPrefix("["), value.hasSuffix("]") {
            let inner = value.dropFirst().dropLast().trimmed
            let all = (inner.isEmpty ? [] : [String(inner)]) + items
            lines[line] = "aliases: [" + all.joined(separator: ", ") + "]"
        } else {
            return nil
        }
        return lines.joined(separator: "\n")
    }

    /// An alias as an item of a YAML list in brackets.
    private static func scalar(_ text: String) -> String {
        let line = FrontMatterWriter.yaml(fields: [("a", .list([.string(text)]))])
        return String(line.dropFirst("a: [".count).prefix { $0 != "\n" }.dropLast())
    }
}

extension String {
    fileprivate var trimmingLineEnd: String { hasSuffix("\r") ? String(dropLast()) : self }
}
