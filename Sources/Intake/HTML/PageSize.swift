import Text

/// How large a page may be: what is parsed takes about 30 bytes of memory for each of its own.
enum PageSize {
    /// In bytes, all in all; pictures inside a page are most of a large one.
    static let largest = 128 << 20
    /// In bytes, without pictures inside the page.
    static let mostMarkup = 20 << 20

    static func problem(of page: [UInt8], at place: Diagnostic.Place) -> Diagnostic? {
        guard page.count > mostMarkup else { return nil }
        if page.count > largest {
            return Diagnostic(
                .error, "page-too-large", at: place,
                "the page has \(page.count >> 20) MB; pages up to \(largest >> 20) MB are read",
                help: "save the page without its pictures inside it, and add that file")
        }
        let markup = markup(in: page)
        guard markup > mostMarkup else { return nil }
        return Diagnostic(
            .error, "page-too-large", at: place,
            "the page has \(markup >> 20) MB of markup; up to \(mostMarkup >> 20) MB are read",
            help: "save the article alone, and add that file")
    }

    /// Bytes of a page without its `data:` addresses.
    private static func markup(in page: [UInt8]) -> Int {
        let scheme = Array("data:".utf8)
        var pictures = 0
        var index = 0
        while let start = ByteSearch.end(of: scheme, in: page, from: index) {
            index = start
            while index < page.count, !ends[Int(page[index])] { index += 1 }
            pictures += index - start
        }
        return page.count - pictures
    }

    /// Bytes that end an address.
    private static let ends: [Bool] = (0..<256).map { byte in
        byte <= 0x20 || "\"'()<>".utf8.contains(UInt8(byte))
    }
}
