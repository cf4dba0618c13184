/// Addresses as they stand in text.
enum WebAddress {
    /// The index after an `http://` or `https://` address that begins at scalar `start`.
    static func end(_ s: [Unicode.Scalar], at start: Int) -> Int? {
        guard
            let scheme = Scalars.end(of: Array("http://".unicodeScalars), in: s, at: start)
                ?? Scalars.end(of: Array("https://".unicodeScalars), in: s, at: start)
        else { return nil }
        var i = scheme
        while i < s.count, s[i].isASCII, s[i].value > 0x20,
            !"<>\"`|\\^{}".unicodeScalars.contains(s[i])
        { i += 1 }
        while i > scheme, ".,;:!?)]'*_".unicodeScalars.contains(s[i - 1]) { i -= 1 }
        return i > scheme ? i : nil
    }

    /// Lower case, without `www.`, user and port; `nil` when it is no web address.
    static func host(of url: String) -> String? {
        let lower = url.lowercased()
        let rest: Substring
        if lower.hasPrefix("https://") {
            rest = lower.dropFirst(8)
        } else if lower.hasPrefix("http://") {
            rest = lower.dropFirst(7)
        } else {
            return nil
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = (authority.split(separator: "@").last ?? "").prefix { $0 != ":" }
        guard host.contains(".") else { return nil }
        return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
    }
}
