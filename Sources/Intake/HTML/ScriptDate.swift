import Archive

/// Dates that a page's scripts hold: what sites that draw themselves put where their words should
/// be.
enum ScriptDate {
    private static let names = [
        "publishDate", "publishTime", "publish_time", "pubDate", "pubTime", "datePublished",
        "publishedAt", "published_at", "pub_time", "publish_date", "publishedTime", "createTime",
        "create_time",
    ]

    /// The first date that a variable or a key of one of `names` has.
    static func find(_ tree: HTMLTree, names: [String]? = nil) -> (date: PartialDate, name: String)?
    {
        let wanted = (names ?? Self.names).map { Array($0.utf8) }
        for node in tree.nodes.indices where tree.isElement(node, .script) {
            for child in tree.children(of: node) where tree.nodes[child].kind == .text {
                let text = tree.text(child)
                guard text.count < 2_000_000 else { continue }
                for name in wanted {
                    if let date = date(of: name, in: text) {
                        return (date, String(decoding: name, as: UTF8.self))
                    }
                }
            }
        }
        return nil
    }

    private static func date(of name: [UInt8], in text: ArraySlice<UInt8>) -> PartialDate? {
        var rest = text
        while let found = rest.firstRange(of: name) {
            let before = found.lowerBound > text.startIndex ? text[found.lowerBound - 1] : 0x20
            rest = text[found.upperBound...]
            guard !isWord(before) else { continue }
            var index = found.upperBound
            var hasSign = false
            while index < text.endIndex,
                [0x20, 0x22, 0x27, 0x3A, 0x3D, 0x5C, 0x28].contains(text[index])
            {
                if text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "=") {
                    hasSign = true
                }
                index += 1
            }
            guard hasSign else { continue }
            let value = text[index...].prefix {
                $0 != 0x22 && $0 != 0x27 && $0 != 0x2C && $0 != 0x3B && $0 != 0x7D && $0 != 0x5C
                    && $0 != 0x3C && $0 >= 0x20
            }.prefix(40)
            if let date = date(String(decoding: value, as: UTF8.self)) { return date }
        }
        return nil
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
            || byte == UInt8(ascii: "_")
    }

    /// Seconds or milliseconds since 1970 are read in UTC+8, where the sites that do so are.
    static func date(_ value: String) -> PartialDate? {
        let digits = value.trimmed
        if (digits.utf8.count == 10 || digits.utf8.count == 13), let number = Int(digits) {
            let seconds = digits.utf8.count == 13 ? number / 1000 : number
            guard (788_918_400...4_102_444_800).contains(seconds) else { return nil }
            return day(seconds + 8 * 3600)
        }
        return PageMetadata.date(in: value)
    }

    /// The day of a count of seconds (Howard Hinnant, "chrono-compatible low-level date
    /// algorithms").
    private static func day(_ seconds: Int) -> PartialDate {
        let z = seconds / 86_400 + 719_468
        let era = z / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        return PartialDate(
            year: yoe + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: doy - (153 * mp + 2) / 5 + 1)
    }
}
