import Text

/// `[label]: address "title"` on one line.
struct LinkDefinition {
    /// The label as links compare it.
    let key: String
    let address: String
    let title: String?

    init?(_ line: String) {
        let bytes = Array(line.utf8)
        var at = bytes.prefix { $0 == 0x20 }.count
        guard at <= 3, at + 1 < bytes.count, bytes[at] == 0x5B, bytes[at + 1] != 0x5E else {
            return nil
        }
        let start = at + 1
        at = start
        while at < bytes.count, bytes[at] != 0x5D {
            if bytes[at] == 0x5B { return nil }
            at += bytes[at] == 0x5C ? 2 : 1
        }
        guard at + 1 < bytes.count, at - start <= 999, bytes[at + 1] == 0x3A else { return nil }
        key = Self.key(String(decoding: bytes[start..<at], as: UTF8.self))
        let rest = String(decoding: bytes[(at + 2)...], as: UTF8.self).trimmed
        guard !key.isEmpty, let (address, title) = Self.destination(rest) else { return nil }
        self.address = address
        self.title = title
    }

    /// It leads somewhere, in contrast to `[Note]: done`.
    var isAddress: Bool {
        address.contains("/") || address.contains(".") || address.hasPrefix("#")
            || address.contains(":")
    }

    /// Labels are compared without case, and any white space is one space.
    static func key(_ label: String) -> String {
        label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func destination(_ text: String) -> (String, String?)? {
        let address: Substring
        var rest: String
        if text.hasPrefix("<") {
            guard let end = text.firstIndex(of: ">") else { return nil }
            address = text[text.index(after: text.startIndex)..<end]
            rest = String(text[text.index(after: end)...])
        } else {
            address = text.prefix { !$0.isWhitespace }
            rest = String(text.dropFirst(address.count))
        }
        guard !address.isEmpty else { return nil }
        rest = rest.trimmed
        if rest.isEmpty { return (String(address), nil) }
        for (open, close) in [("\"", "\""), ("'", "'"), ("(", ")")]
        where rest.count >= 2 && rest.hasPrefix(open) && rest.hasSuffix(close) {
            return (String(address), String(rest.dropFirst().dropLast()))
        }
        return nil
    }
}
