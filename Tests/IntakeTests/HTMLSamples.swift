import Testing

/// Pages made after the structure of the sites that `BuiltInRules` knows, with words of our own.
///
/// Every page holds the same article; `JUNK` marks what must not come through.
struct HTMLSample: CustomTestStringConvertible, Sendable {
    var site: String
    var html: String
    var authors: [String] = []
    var outlet: String?

    var testDescription: String { site }

    static let title = "河边阅览室重新开放"
    static let paragraphs = [
        "修了两年的河边阅览室在周末重新开了门，第一天来了一千二百多人，比从前任何一天都多。",
        "新的书架用的是本地的杉木，靠窗的一排座位可以看到整条河，孩子们最先占住的也是那里。",
        "管理员说，旧目录里的卡片一张也没有丢，全部扫描之后放在网上，谁都可以查。",
    ]
    static let date = "2024-03-09"

    static let body = paragraphs.map { "<p>\($0)</p>" }.joined()
    static let junk =
        "<div class=\"related-list\"><a href=\"/1\">JUNK 一</a><a href=\"/2\">JUNK 二</a></div>"

    static func page(_ address: String, _ body: String, head: String = "") -> String {
        "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>\(title)</title><link rel=\"canonical\" href=\"\(address)\">\(head)</head><body><div class=\"nav\"><a href=\"/\">JUNK 首页</a></div>\(body)<div class=\"footer\">JUNK 版权所有</div></body></html>"
    }

    static let all: [HTMLSample] = [
        HTMLSample(
            site: "WeChat",
            html: page(
                "https://mp.weixin.qq.com/s/abcdef?chksm=1&scene=2",
                """
                <div id="img-content"><h1 class="rich_media_title" id="activity-name"> \(title) </h1>
                <div id="meta_content"><span class="rich_media_meta_text" id="js_author_name">林小舟</span>
                <a id="js_name" href="javascript:void(0);"> 河边的书 </a><em id="publish_time"></em></div>
                <div id="js_content" style="visibility: hidden; opacity: 0;">
                \(paragraphs.map { "<section><span>\u{200B}\($0)</span></section><section><br></section>" }.joined())
                <img data-src="https://mmbiz.qpic.cn/shelf/640" src="data:image/gif;base64,R0lGOD">
                <div class="reward_area">JUNK 赞赏</div></div>
                <div id="js_pc_qr_code">JUNK 扫码</div></div>
                <script>var ct = "1709956800"; var x = 1;</script>
                """),
            authors: ["林小舟"], outlet: "河边的书"),
        HTMLSample(
            site: "CSDN",
            html: page(
                "https://blog.csdn.net/river/article/details/1",
                "<h1 class=\"title-article\" id=\"articleContentId\">\(title)</h1><div class=\"article-bar-top\"><a class=\"follow-nickName\">林小舟</a><span class=\"time\">于 2024-03-09 10:00:00 发布</span><span class=\"read-count\">JUNK 12</span></div><article class=\"baidu_pl\"><div id=\"content_views\" class=\"markdown_views\">\(body)<div class=\"hide-article-box\">JUNK 阅读全文</div></div></article><div class=\"recommend-box\">JUNK</div>"
            ),
            authors: ["林小舟"]),
        HTMLSample(
            site: "Zhihu column",
            html: page(
                "https://zhuanlan.zhihu.com/p/1",
                "<article class=\"Post-Main\"><h1 class=\"Post-Title\">\(title)</h1><div class=\"AuthorInfo\"><span class=\"AuthorInfo-name\">林小舟</span></div><div class=\"Post-RichTextContainer\"><div class=\"RichText ztext Post-RichText\">\(body)</div></div><div class=\"ContentItem-time\">发布于 2024-03-09 10:00</div></article><div class=\"Comments-container\">JUNK 评论</div>"
            ),
            authors: ["林小舟"]),
        HTMLSample(
            site: "Tencent News",
            html: page(
                "https://new.qq.com/rain/a/1",
                "<div class=\"LEFT\"><h1>\(title)</h1><div class=\"media-meta\">2024-03-09 10:00</div><div class=\"media-name\">河边日报</div><div class=\"content-article\">\(body)<div id=\"Status\">JUNK</div></div></div>\(junk)"
            ),
            outlet: "河边日报"),
        HTMLSample(
            site: "36Kr",
            html: page(
                "https://36kr.com/p/1",
                "<div class=\"article-wrapper\"><h1 class=\"article-title\">\(title)</h1><a class=\"title-icon-item item-a\">林小舟</a><span class=\"item-time\">2024年3月9日 10:00</span><div class=\"common-width content articleDetailContent\">\(body)<p class=\"article-footer-txt\">JUNK</p></div></div>\(junk)"
            ),
            authors: ["林小舟"]),
        HTMLSample(
            site: "Sina",
            html: page(
                "https://news.sina.com.cn/c/1.shtml?from=wap",
                "<h1 class=\"main-title\">\(title)</h1><div class=\"date-source\"><span class=\"date\">2024年03月09日 10:00</span><a class=\"source\">河边日报</a></div><div class=\"article\" id=\"artibody\">\(body)<p class=\"show_author\">责任编辑：JUNK</p><div class=\"appendQr_wrap\">JUNK</div></div>"
            ),
            outlet: "河边日报"),
        HTMLSample(
            site: "NetEase",
            html: page(
                "https://www.163.com/dy/article/1.html",
                "<div class=\"post_main\"><h1 class=\"post_title\">\(title)</h1><div class=\"post_info\">2024-03-09 10:00:00 来源: <a id=\"ne_article_source\">河边日报</a></div><div class=\"post_body\">\(body)<div class=\"ep-source\">JUNK 责任编辑</div></div><div class=\"post_statement\">JUNK 特别声明</div></div>"
            ),
            outlet: "河边日报"),
        HTMLSample(
            site: "The Paper",
            html: page(
                "https://www.thepaper.cn/newsDetail_forward_1",
                "<div class=\"newscontent\"><h1 class=\"news_title\">\(title)</h1><div class=\"news_about\"><p>记者 林小舟</p><p>2024-03-09 10:00</p></div><div class=\"news_txt\">\(paragraphs.joined(separator: "<br><br>"))</div><div class=\"news_love\">JUNK 点赞</div></div>"
            )),
        HTMLSample(
            site: "People's Daily",
            html: page(
                "http://culture.people.com.cn/n1/2024/0309/c1.html",
                "<div class=\"text_title\"><h1>\(title)</h1><div class=\"box01\"><div class=\"fl\">2024年03月09日08:18　来源：<a href=\"/x\">河边日报</a></div></div></div><div class=\"box_con\" id=\"rwb_zw\">\(paragraphs.map { "<p>　　\($0)</p>" }.joined())<div class=\"edit clearfix\">(责编：JUNK)</div></div>"
            ),
            outlet: "河边日报"),
        HTMLSample(
            site: "Toutiao",
            html: page(
                "https://www.toutiao.com/article/1/",
                "<div class=\"article-content\"><h1>\(title)</h1><div class=\"article-meta\"><span>2024-03-09 10:00</span><span class=\"name\"><a>河边日报</a></span></div><article class=\"syl-article-base\">\(body)</article></div>\(junk)"
            ),
            outlet: "河边日报"),
        HTMLSample(
            site: "Baijiahao",
            html: page(
                "https://baijiahao.baidu.com/s?id=1&wfr=spider",
                "<div id=\"ssr-content\"><div class=\"article-title\"><h2>\(title)</h2></div><p class=\"author-name\">河边日报</p><div class=\"article-content\">\(paragraphs.map { "<p><span class=\"bjh-p\">\($0)</span></p>" }.joined())</div></div>\(junk)",
                head: "<meta itemprop=\"dateUpdate\" content=\"2024-03-09 10:00:00\">"),
            authors: ["河边日报"], outlet: "河边日报"),
        HTMLSample(
            site: "an unknown site",
            html: page(
                "https://river.example/a",
                "<h1>\(title)</h1><div>发布时间：2024-03-09</div><div class=\"x1\"><div class=\"x2\">\(body)</div></div><div class=\"x3\"><ul><li><a href=\"/1\">JUNK 相关</a></li><li><a href=\"/2\">JUNK 热门</a></li></ul></div>"
            )),
    ]
}
