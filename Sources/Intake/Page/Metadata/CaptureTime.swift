import Foundation
import Text

/// When a page was saved, as the program that saved it notes it: monolith and SingleFile in a
/// comment, the Wayback Machine in its addresses.
enum CaptureTime {
    /// RFC 3339; `nil` if the page does not say it.
    static func of(_ tree: HTMLTree) -> String? {
        for node in tree.nodes.indices where tree.nodes[node].kind == .comment {
            let words = String(decoding: tree.text(node).prefix(2000), as: UTF8.self)
            if let time = ofMonolith(words) ?? ofSingleFile(words) { return time }
        }
        return ofWayback(tree)
    }

    /// `Saved from https://… at 2024-05-07T01:02:03Z using monolith v2.8.1`.
    private static func ofMonolith(_ comment: String) -> String? {
        guard comment.contains("using monolith"),
            let end = comment.range(of: " using monolith"),
            let start = comment[..<end.lowerBound].range(of: " at ", options: .backwards)
        else { return nil }
        let time = String(comment[start.upperBound..<end.lowerBound]).trimmed
        let bytes = Array(time.utf8)
        guard bytes.count >= 20, bytes.count <= 35, bytes[4] == UInt8(ascii: "-"),
            bytes[10] == UInt8(ascii: "T"), bytes[..<4].allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return time
    }

    /// `saved date: Tue May 07 2024 09:02:03 GMT+0800 (…)`, as JavaScript writes dates.
    private static func ofSingleFile(_ comment: String) -> String? {
        guard comment.contains("SingleFile"), let mark = comment.range(of: "saved date: ") else {
            return nil
        }
        let parts = comment[mark.upperBound...].prefix { $0 != "\n" }.split(separator: " ")
        guard parts.count >= 6, let month = months.firstIndex(of: String(parts[1])),
            let day = Int(parts[2]), (1...31).contains(day), let year = Int(parts[3]),
            (1990...9999).contains(year), parts[4].utf8.count == 8,
            parts[5].hasPrefix("GMT"), parts[5].utf8.count == 8
        else { return nil }
        let zone = parts[5].dropFirst(3)
        return "\(year)-\(padded(month + 1))-\(padded(day))T\(parts[4])"
            + (zone == "+0000" ? "Z" : "\(zone.prefix(3)):\(zone.suffix(2))")
    }

    /// `https://web.archive.org/web/20240507010203/…` in what belongs to the page, not to its text.
    private static func ofWayback(_ tree: HTMLTree) -> String? {
        for node in tree.nodes.indices {
            let address: ArraySlice<UInt8>?
            switch tree.tag(node) {
            case .link, .base: address = tree.value(node, .href)
            case .meta: address = tree.value(node, .content)
            case .script: address = tree.value(node, .src)
            case .div where tree.value(node, .id).map(WaybackPage.isToolbar) == true:
                address = tree.subtree(of: node).lazy.compactMap { tree.value($0, .href) }
                    .first { stamp(in: $0) != nil }
            default: continue
            }
            if let stamp = address.flatMap(stamp) { return stamp }
        }
        return nil
    }

    private static func stamp(in address: ArraySlice<UInt8>) -> String? {
        guard let web = address.firstRange(of: Array("archive.org/web/".utf8)) else { return nil }
        let digits = address[web.upperBound...].prefix { (0x30...0x39).contains($0) }
        guard digits.count == 14 else { return nil }
        let text = Array(String(decoding: digits, as: UTF8.self))
        func part(_ start: Int, _ count: Int) -> String { String(text[start..<(start + count)]) }
        return
            "\(part(0, 4))-\(part(4, 2))-\(part(6, 2))T\(part(8, 2)):\(part(10, 2)):\(part(12, 2))Z"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
