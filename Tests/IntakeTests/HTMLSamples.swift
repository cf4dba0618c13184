/// A page with an article and things around it; `JUNK` marks what must not come through.
enum HTMLSample {
    static let title = "河边阅览室重新开放"
    static let paragraphs = [
        "修了两年的河边阅览室在周末重新开了门，第一天来了一千二百多人，比从前任何一天都多。",
        "新的书架用的是本地的杉木，靠窗的一排座位可以看到整条河，孩子们最先占住的也是那里。",
        "管理员说，旧目录里的卡片一张也没有丢，全部扫描之后放在网上，谁都可以查。",
    ]
    static let date = "2024-03-09"

    static let body = paragraphs.map { "<p>\($0)</p>" }.joined()
    static func page(_ address: String, _ body: String, head: String = "") -> String {
        "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>\(title)</title><link rel=\"canonical\" href=\"\(address)\">\(head)</head><body><div class=\"nav\"><a href=\"/\">JUNK 首页</a></div>\(body)<div class=\"footer\">JUNK 版权所有</div></body></html>"
    }

    /// Of a site that no rule knows.
    static let unknown = page(
        "https://river.example/a",
        "<h1>\(title)</h1><div>发布时间：2024-03-09</div><div class=\"x1\"><div class=\"x2\">\(body)</div></div><div class=\"x3\"><ul><li><a href=\"/1\">JUNK 相关</a></li><li><a href=\"/2\">JUNK 热门</a></li></ul></div>"
    )
}
