import Text

/// Spans of time as claims and entities write them.
public enum Period {
    /// Whether it is `2024`, `2024-Q4`, `2024-H1`, `2024-08`, `2024-08-13`, or two of these with
    /// `/`.
    public static func isValid(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
        return 1...2 ~= parts.count && parts.allSatisfy { isPoint(Array($0)) }
    }

    private static func isPoint(_ bytes: [UInt8]) -> Bool {
        if bytes.count == 7, bytes[4] == 0x2D, bytes[5] == 0x51 || bytes[5] == 0x48 {
            return bytes[..<4].allSatisfy { $0 &- 0x30 < 10 }
                && 0x31...(bytes[5] == 0x51 ? 0x34 : 0x32) ~= bytes[6]
        }
        guard [4, 7, 10].contains(bytes.count), bytes.count < 5 || bytes[4] == 0x2D,
            bytes.count < 8 || bytes[7] == 0x2D
        else { return false }
        return PartialDate(String(decoding: bytes, as: UTF8.self)) != nil
    }

    /// A date of `from` and `until`, kept as written; what is none gets a warning and is kept too.
    static func date(_ fields: inout MapReader, _ key: String) -> String? {
        guard let date = fields.text(key), !date.value.isEmpty else { return nil }
        if PartialDate(date.value) == nil, !isValid(date.value) {
            fields.file.warning(
                "bad-date", at: date.place, "`\(ArticleReader.shown(date.value))` is no date",
                help: "write it as 2025, 2025-04 or 2025-04-08, in quotes")
        }
        return date.value
    }
}
