import Text

/// Front matter that a Markdown parser does not show, as the LCTT translators write it: definitions
/// of the link `#`, one for each field.
///
/// ```
/// [#]: author: (Ada Byron https://example.org/ada)
/// [#]: url: "https://example.org/a"
/// ```
///
/// `author` may end in an address. `subject` is the title of the original and `publisher` a person.
enum BracketedMatter {
    static func isField(_ line: ArraySlice<UInt8>) -> Bool { field(line) != nil }

    static func read(_ file: SourceFile, range: Range<Int>) -> SourceNode? {
        var number = file.bytes[..<range.lowerBound].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        var fields: [SourceNode.Field] = []
        func add(_ key: String, _ value: String) {
            let position = SourceNode.Position(line: number, column: 1)
            fields.append(
                SourceNode.Field(
                    key: key, position: position,
                    value: SourceNode(content: .scalar(value, isText: true), position: position)))
        }
        for line in file.bytes[range].split(separator: 0x0A, omittingEmptySubsequences: false) {
            if let (key, value) = field(line), !value.isEmpty {
                switch key {
                case "subject": add("original-title", value)
                case "publisher": add("published-by", value)
                case "author", "translator":
                    let (name, address) = person(value)
                    if !name.isEmpty { add(key, name) }
                    if let address { add(key + "-url", address) }
                default: add(key, value)
                }
            }
            number += 1
        }
        if !fields.contains(where: { $0.key == "url" }),
            let via = fields.firstIndex(where: { $0.key == "via" })
        {
            fields[via].key = "url"
        }
        return SourceNode(
            content: .map(fields), position: SourceNode.Position(line: 1, column: 1))
    }

    private static func person(_ value: String) -> (name: String, address: String?) {
        guard let start = value.firstRange(of: "http"), value[start.lowerBound...].contains("://")
        else {
            return (value, nil)
        }
        // Some are links: `[Ada Byron](https://…)`.
        let name = value[..<start.lowerBound].filter { !"[]()<".contains($0) }
        let address = value[start.lowerBound...].prefix { !$0.isWhitespace && !")>".contains($0) }
        return (name.trimmingWhiteSpace(), String(address))
    }

    /// The key in lower case and the value without its brackets or quotes; the value may be empty.
    private static func field(_ line: ArraySlice<UInt8>) -> (key: String, value: String)? {
        let sign = Array("[#]:".utf8)
        guard line.starts(with: sign) else { return nil }
        let rest = String(decoding: line.dropFirst(sign.count), as: UTF8.self).trimmingWhiteSpace()
        guard let colon = rest.firstIndex(of: ":"), colon > rest.startIndex else { return nil }
        let key = rest[..<colon]
        guard key.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D || $0 == 0x5F }) else {
            return nil
        }
        var value = String(rest[rest.index(after: colon)...]).trimmingWhiteSpace()
        for (open, close) in [("(", ")"), ("\"", "\"")]
        where value.utf8.count >= 2 && value.hasPrefix(open) && value.hasSuffix(close) {
            value = String(value.dropFirst().dropLast()).trimmingWhiteSpace()
        }
        return (key.lowercased(), value)
    }
}
