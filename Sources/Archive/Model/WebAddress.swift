/// Addresses of the web: which are valid, which may become a link, and whose they are.
public enum WebAddress {
    /// Whether a text is one address that begins with `http://` or `https://`.
    public static func isValid(_ text: String) -> Bool {
        let lower = text.prefix(8).lowercased()
        return (lower.hasPrefix("http://") || lower.hasPrefix("https://"))
            && !text.utf8.contains { $0 <= 0x20 || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E }
    }

    /// Whether an address may become a link: http, https and mailto.
    ///
    /// Everything else in front matter is shown as words or left out, so that no `javascript:` gets
    /// into a page.
    public static func isSafe(_ address: String) -> Bool {
        ["http://", "https://", "mailto:"].contains { address.lowercased().hasPrefix($0) }
    }

    /// Lower case, without `www.`, user and port; `nil` when it is not a web address.
    public static func host(of url: String) -> String? {
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
