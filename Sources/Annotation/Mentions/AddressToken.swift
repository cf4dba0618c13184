import Text

/// Addresses in running text: URLs, e-mail addresses, bare domains.
///
/// Names are not looked for in
/// them.
enum AddressToken {
    /// Whether a name is part of an address and not all of it: `Booking.com` may be a name.
    static func holds(_ range: Range<Int>, in text: [UInt8]) -> Bool {
        guard isPart(text, range.lowerBound - 1) || isPart(text, range.upperBound) else {
            return false
        }
        var start = range.lowerBound
        while start > 0, isPart(text, start - 1) { start -= 1 }
        var end = range.upperBound
        while end < text.count, isPart(text, end) { end += 1 }
        while end > range.upperBound, ".:!?'*~".utf8.contains(text[end - 1]) { end -= 1 }
        while start < range.lowerBound, "*~'".utf8.contains(text[start]) { start += 1 }
        return start..<end != range && isAddress(text[start..<end])
    }

    private static func isPart(_ text: [UInt8], _ at: Int) -> Bool {
        guard text.indices.contains(at) else { return false }
        let byte = text[at]
        return 0x21...0x7E ~= byte && !"\"<>()[]{}|\\^`,;".utf8.contains(byte)
    }

    private static func isAddress(_ token: ArraySlice<UInt8>) -> Bool {
        let text = Array(token)
        if text.firstRange(of: Array("://".utf8)) != nil { return true }
        if text.starts(with: Array("www.".utf8)) || text.starts(with: Array("mailto:".utf8)) {
            return true
        }
        var host = text[...]
        if let at = text.lastIndex(of: UInt8(ascii: "@")) {
            guard at > 0 else { return false }
            host = text[(at + 1)...]
        }
        host = host.prefix { !"/:?#".utf8.contains($0) }
        let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, labels.allSatisfy(isLabel) else {
            return false
        }
        return domains.contains(String(decoding: last, as: UTF8.self))
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        !label.isEmpty
            && label.allSatisfy {
                0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 == 0x2D
                    || $0 == 0x5F
            }
    }

    /// Top-level domains that bare addresses in running text end with, in small letters: a capital
    /// after a full stop begins a sentence.
    private static let domains: Set<String> = Set(
        """
        ac ae ai app asia at au be biz blog br ca cat cc ch club cn co com cz de dev dk edu es eu fi fm fr gg gl
        gov gr hk hu id ie il im in info ink int io ir is it jp jobs ke kr la li life live ly me media mil mo mobi
        mx my name net news ng nl no nu nz online org pe ph pk pl pro pt ro rs ru sa se sg sh shop si site sk so
        space store su tech th tk to today top tr travel tv tw ua uk us uy vc vip vn website wiki work ws xyz za
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
