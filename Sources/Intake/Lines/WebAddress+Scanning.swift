import Archive

extension WebAddress {
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
}
