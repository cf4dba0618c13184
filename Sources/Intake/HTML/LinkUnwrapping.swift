/// Links that a site leads through its own "you are leaving" page.
enum LinkUnwrapping {
    private static let gates = [
        "link.zhihu.com", "link.csdn.net", "link.juejin.cn", "www.jianshu.com/go-wild",
        "c.pc.qq.com", "t.cn/redirect", "l.facebook.com/l.php", "www.google.com/url",
        "sspai.com/link",
    ]

    static func unwrap(_ address: [UInt8]) -> [UInt8] {
        guard address.contains(UInt8(ascii: "?")) else { return address }
        let text = String(decoding: address, as: UTF8.self)
        guard gates.contains(where: { text.contains("//" + $0) }),
            let inner = ImageProxy.unwrap(text) ?? target(text)
        else { return address }
        return Array(inner.utf8)
    }

    private static func target(_ address: String) -> String? {
        guard let query = address.split(separator: "?", maxSplits: 1).last else { return nil }
        for field in query.split(separator: "&") {
            let pair = field.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, ["target", "q", "to", "pfurl"].contains(String(pair[0])) else {
                continue
            }
            guard let decoded = String(pair[1]).removingPercentEscapes, decoded.hasPrefix("http")
            else { continue }
            return decoded
        }
        return nil
    }
}
