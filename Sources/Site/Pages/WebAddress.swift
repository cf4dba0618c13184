/// Addresses that may become a link: http, https and mailto.
///
/// Everything else in front matter is shown as words or left out, so that no `javascript:` gets
/// into a page.
enum WebAddress {
    static func isSafe(_ address: String) -> Bool {
        ["http://", "https://", "mailto:"].contains { address.lowercased().hasPrefix($0) }
    }
}
