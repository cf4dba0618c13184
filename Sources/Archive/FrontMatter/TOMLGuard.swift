import Text

/// Finds what makes toml++, which TOMLKit parses with, fail an assertion and end the program
/// instead of reporting an error.
enum TOMLGuard {
    struct Mistake {
        /// 1-based; in bytes.
        var line: Int
        var column: Int
        var message: String
    }

    /// The first such mistake: a table header whose name does not begin like a name, a date that
    /// is followed by something that only begins like a time, or a bracket that closes another one.
    static func mistake(in bytes: ArraySlice<UInt8>) -> Mistake? {
        var at = bytes.startIndex
        var line = 1
        var lineStart = at
        var isLineStart = true
        /// Brackets of values that are open.
        var open: [UInt8] = []
        while at < bytes.endIndex {
            let byte = bytes[at]
            switch byte {
            case 0x0A:
                at += 1
                line += 1
                lineStart = at
                isLineStart = true
                continue
            case UInt8(ascii: "#"):
                at = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
                continue
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let end = endOfString(bytes, at)
                for index in at..<end where bytes[index] == 0x0A {
                    line += 1
                    lineStart = index + 1
                }
                at = end
                isLineStart = false
                continue
            case UInt8(ascii: "[") where isLineStart:
                if let wrong = badHeader(bytes, at) {
                    return Mistake(
                        line: line, column: wrong - lineStart + 1,
                        message: "the name of a table is missing")
                }
            case UInt8(ascii: "["), UInt8(ascii: "{"): open.append(byte)
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                // ASCII: `[` and `{` are two before their counterparts.
                if let last = open.popLast(), last != byte - 2 {
                    return Mistake(
                        line: line, column: at - lineStart + 1,
                        message: "this bracket closes one of another kind")
                }
            case UInt8(ascii: "T"), UInt8(ascii: "t"), 0x20:
                let isDate = at - lineStart >= 10 && endsInDate(bytes[lineStart..<at])
                let next = bytes[(at + 1)...].prefix(3)
                let isTime = next.count == 3 && zip(next, "00:".utf8).allSatisfy(isLike)
                let isWrong =
                    byte == 0x20
                    ? next.first.map({ $0 &- 0x30 < 10 }) ?? false
                        && endsInNumber(bytes[lineStart..<at]) : isDate
                if isWrong, !(isDate && isTime) {
                    return Mistake(
                        line: line, column: at - lineStart + 1,
                        message: "the time after the date is not complete")
                }
            default: break
            }
            if byte > 0x20 { isLineStart = false }
            at += 1
        }
        return nil
    }

    /// Where the name of a table should begin and does not.
    private static func badHeader(_ bytes: ArraySlice<UInt8>, _ bracket: Int) -> Int? {
        var at = bracket + 1
        if at < bytes.endIndex, bytes[at] == UInt8(ascii: "[") { at += 1 }
        while at < bytes.endIndex, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
        guard at < bytes.endIndex else { return nil }
        let first = bytes[at]
        let isName =
            first &- 0x30 < 10 || (first | 0x20) &- 0x61 < 26
            || "_-\"']".utf8.contains(first)
        return isName ? nil : at
    }

    private static func endsInDate(_ line: ArraySlice<UInt8>) -> Bool {
        zip(line.suffix(10), "0000-00-00".utf8).allSatisfy(isLike)
    }

    /// Whether a line ends in a value that begins with a digit.
    private static func endsInNumber(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.contains(UInt8(ascii: "=")) else { return false }
        let start = line.lastIndex { $0 <= 0x20 || "=,[{".utf8.contains($0) }
        return line[((start ?? line.startIndex) + 1)...].first.map { $0 &- 0x30 < 10 } ?? false
    }

    /// Whether a byte is the sign of a pattern, in which `0` is any digit.
    private static func isLike(_ byte: UInt8, _ sign: UInt8) -> Bool {
        sign == UInt8(ascii: "0") ? byte &- 0x30 < 10 : byte == sign
    }

    /// After the closing quotes of a string; the end of the line, or of the text, when they are
    /// missing.
    private static func endOfString(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int {
        let quote = bytes[start]
        let isLong = bytes[start...].starts(with: [quote, quote, quote])
        var at = start + (isLong ? 3 : 1)
        while at < bytes.endIndex {
            if quote == UInt8(ascii: "\""), bytes[at] == UInt8(ascii: "\\") {
                at += 2
            } else if isLong, bytes[at...].starts(with: [quote, quote, quote]) {
                return at + 3
            } else if !isLong, bytes[at] == quote {
                return at + 1
            } else if !isLong, bytes[at] == 0x0A {
                return at
            } else {
                at += 1
            }
        }
        return bytes.endIndex
    }
}
