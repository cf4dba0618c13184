/// Names that become folders of the site: slugs of articles, ids of entities and claims.
public enum Slug {
    /// What is wrong with a name, as the end of "`name` is not a valid slug: it …"; `nil` when
    /// nothing is.
    public static func problem(_ name: String) -> String? {
        if name.isEmpty { return "is empty" }
        if name == "." || name == ".." || name.hasPrefix("../") || name.contains("/../") {
            return "points outside its folder"
        }
        if name.utf8.contains(0x2F) || name.utf8.contains(0x5C) { return "contains a slash" }
        // U+FFFD stands for a control character of the file.
        if name.unicodeScalars.contains(where: {
            $0.value < 0x20 || 0x7F...0x9F ~= $0.value || $0.value == 0xFFFD
        }) {
            return "contains a control character"
        }
        if name.utf8.count > 240 { return "is longer than 240 bytes" }
        if name.trimmingWhiteSpace().utf8.count < name.utf8.count {
            return "begins or ends with a space"
        }
        if isListPage(name[...]) { return "is the file name of a list page" }
        return nil
    }

    /// The file that holds a later part of a list, beside the folders of what it lists.
    ///
    /// - Parameter number: from 2; the first part is `index.html`.
    public static func listPage(_ number: Int) -> String { "page-\(number).html" }

    /// Whether a name is `index.html`, or one that `listPage` gives.
    public static func isListPage(_ name: Substring) -> Bool {
        let (start, end) = ("page-", ".html")
        guard name.utf8.last == UInt8(ascii: "l") else { return false }
        if name == "index.html" { return true }
        guard name.hasPrefix(start), name.hasSuffix(end) else { return false }
        let number = name.utf8.dropFirst(start.utf8.count).dropLast(end.utf8.count)
        return !number.isEmpty && number.allSatisfy { 0x30...0x39 ~= $0 }
    }

    /// `2025-04-08-slug` as Jekyll names its files: the date and the rest.
    static func dated(_ stem: String) -> (date: PartialDate, slug: String)? {
        let bytes = Array(stem.utf8)
        guard bytes.count > 11, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x2D,
            let date = PartialDate(String(decoding: bytes[..<10], as: UTF8.self)), date.day != nil
        else { return nil }
        return (date, String(decoding: bytes[11...], as: UTF8.self))
    }
}
