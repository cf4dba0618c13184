import Testing

@testable import Intake

struct FooterTests {
    @Test(arguments: [
        ("- End -", "end-mark"), ("（完）", "end-mark"), ("THE END", "end-mark"), ("全文完", "end-mark"),
        ("- 全文2.1万字，感谢您的耐心阅读 -", "thanks-for-reading"),
        ("[跳转到 Cubox 查看](https://cubox.pro/my/card?id=1)", "clipper"),
        ("Saved from https://example.org", "clipper"),
        ("分享到：微信 微博 QQ空间", "share-links"), ("Facebook Twitter LinkedIn Email", "share-links"),
        ("> 本文首发于河岸周刊，原文链接：", "original-link"),
        ("本文首发于河岸周刊", "first-published"),
        ("长按二维码，关注我们", "follow-us"), ("点击阅读原文", "original-link"),
        ("版权声明：本文版权归作者所有", "rights-notice"), ("京ICP备12345号", "site-footer"),
    ])
    func `a line below an article is known by its rule`(line: String, rule: String) {
        #expect(FooterRules.rule(for: VisibleLine(line), title: nil) == rule)
    }

    @Test(arguments: [
        "最后，祝所有来过这里的人都能再来。", "There is no end in sight.", "end",
        "她写道：转载请注明出处的人，往往自己从不注明；这句话后来成了馆里的笑谈，人人都会背上几句，连门房也不例外。档案馆后来把它印在了借书证的背面，一印就是二十年，直到借书证换成了卡片。那时候新来的管理员已经不知道它是谁说的了，也没有人去查。",
        "Thanks to everyone who came.",
    ])
    func `a line of the article is not taken for a footer`(_ line: String) {
        #expect(FooterRules.rule(for: VisibleLine(line), title: nil) == nil)
    }

    @Test func `what stands below the last paragraph goes and is listed`() throws {
        let article = try Reading.one(
            """
            河边的阅览室
            ======

            城里的档案馆搬到了河边，新的阅览室比从前大一倍，来的人也比从前多。

            最后一批信件在去年秋天运到，一共四十箱。

            ![](https://pics.example/qr.png)

            - End -

            - 全文1千字，感谢您的耐心阅读 -
            >
            > 林小河，公众号：河岸笔记[河边的阅览室](https://mp.example.com/s?id=1)

            ![](https://pics.example/qr2.png)

            [跳转到 Cubox 查看](https://cubox.pro/my/card?id=1)
            """)
        #expect(article.words == "城里的档案馆搬到了河边，新的阅览室比从前大一倍，来的人也比从前多。\n\n最后一批信件在去年秋天运到，一共四十箱。")
        #expect(
            article.rules == [
                "title", "end-mark", "thanks-for-reading", "link-to-itself", "footer-image",
                "clipper",
            ])
        #expect(article.outlet == "河岸笔记")
        #expect(article.url == "https://mp.example.com/s?id=1")
        #expect(String(decoding: article.markdown, as: UTF8.self).contains("qr.png"))
    }

    @Test func `a list of other articles goes only when nothing but links follows`() throws {
        let body = String(repeating: "这是一段普通的话，讲的是馆里的事情。\n\n", count: 4)
        let list = try Reading.one(
            "# 阅览室\n\n" + body
                + "相关阅读\n\n[另一篇](https://a.example/1)\n\n[第三篇](https://a.example/2)\n")
        #expect(
            list.rules == ["title", "related-articles", "related-articles", "related-articles"])
        let section = try Reading.one("# 阅览室\n\n" + body + "相关阅读\n\n" + body)
        #expect(section.rules == ["title"])
    }
}
