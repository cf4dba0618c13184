/// Pages that the Wayback Machine serves: its addresses around the original ones, and its toolbar.
enum WaybackPage {
    /// `https://web.archive.org/web/20150303123456im_/http://a.example/b` → `http://a.example/b`;
    /// other addresses as
    /// they are.
    static func original(of address: String) -> String {
        String(decoding: original(of: Array(address.utf8)), as: UTF8.self)
    }

    static func original(of address: [UInt8]) -> [UInt8] {
        guard let web = address.firstRange(of: Array("/web/".utf8)) else { return address }
        // Only the host is before it: a path may contain such words too.
        let host = address[..<web.lowerBound]
        guard host.count(where: { $0 == UInt8(ascii: "/") }) <= 2, host.count < 80 else {
            return address
        }
        var index = web.upperBound
        let start = index
        while index < address.count, (0x30...0x39).contains(address[index]) { index += 1 }
        guard index - start >= 4, index - start <= 14 else { return address }
        // `im_`, `js_`: how the archive was to serve it.
        while index < address.count, address[index] != UInt8(ascii: "/"), index - start < 20 {
            index += 1
        }
        let rest = address[min(index + 1, address.count)...]
        guard rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8) else {
            return address
        }
        return Array(rest)
    }

    /// Whether an element is the archive's own.
    static func isToolbar(_ id: ArraySlice<UInt8>) -> Bool {
        ["wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato"].contains { id.elementsEqual($0.utf8) }
    }
}
