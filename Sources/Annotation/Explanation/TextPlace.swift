/// `content/articles/x.md:14:7`: a place in a file of the archive as diagnostics print it.
public struct TextPlace: Sendable, Equatable {
    /// As written: relative to the archive folder or below it.
    public var file: String
    /// 1-based.
    public var line: Int
    /// 1-based, in UTF-8 bytes.
    public var column: Int

    /// `nil` when the words are no such place.
    public init?(_ words: String) {
        let parts = words.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 3, let line = Self.number(parts[parts.count - 2]),
            let column = Self.number(parts[parts.count - 1])
        else { return nil }
        file = parts.dropLast(2).joined(separator: ":")
        self.line = line
        self.column = column
        if file.isEmpty { return nil }
        if file.hasPrefix("./") { file.removeFirst(2) }
    }

    private static func number(_ digits: Substring) -> Int? {
        guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(digits), number > 0
        else { return nil }
        return number
    }
}
