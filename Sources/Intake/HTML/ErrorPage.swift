import Text

/// Pages that a server shows instead of the one that was asked for: an error, a check for robots.
enum ErrorPage {
    /// `nil` when the page is none, or has too many words for one.
    static func problem(_ tree: HTMLTree, measure: PageMeasure, at place: Diagnostic.Place)
        -> Diagnostic?
    {
        guard measure.weight(0..<tree.nodes.count) < 900,
            let title = tree.nodes.indices.first(where: { tree.isElement($0, .title) }).map({
                tree.words(of: $0)
            }), case let lower = title.lowercased(),
            titles.contains(where: { lower.hasPrefix($0) })
        else { return nil }
        return Diagnostic(
            .error, "error-page", at: place,
            "the page says `\(Scalars.string(title.unicodeScalars.prefix(60)))` instead of showing an article",
            help: "open the page in a browser, wait for the article, and save it again")
    }

    private static let titles = [
        "just a moment", "attention required!", "access denied", "403 forbidden", "404 not found",
        "404", "403", "500 internal", "502 bad", "503 service", "page not found", "not found",
        "are you a robot", "security check", "please verify", "验证", "安全验证", "人机验证", "百度安全验证",
        "页面不存在", "您访问的页面", "页面没有找到", "找不到网页", "頁面不存在", "抱歉，您访问", "出错了",
    ]
}
