import TestSupport
import Testing

@testable import Markup

/// What Obsidian adds to Markdown.
@Suite struct VaultSyntaxTests {
    private static func html(_ markdown: String, ids: Bool = true) -> String {
        var options = HTMLOptions()
        options.modern = true
        options.headingIDs = ids
        options.headingIDPrefix = "h-"
        options.image = { .init(href: $0) }
        options.link = { target, _ in .init(href: target) }
        let document = MarkdownDocument(note: Array(markdown.utf8))
        return String(decoding: HTMLWriter.html(of: document, options: options), as: UTF8.self)
    }

    private static func words(_ markdown: String) -> String {
        String(
            decoding: MarkdownDocument(note: Array(markdown.utf8)).plainText().utf8, as: UTF8.self)
    }

    @Test(arguments: [
        ("一 %%私下%% 二", "一  二"),
        ("%%私下%%", ""),
        ("一\n\n%%\n私下\n\n```\n碼\n```\n%%\n\n二", "一\n\n二"),
        ("- 一 %%私下%%\n- 二", "一\n\n二"),
        ("> %%私下%% 一", "一"),
        ("| a %%x%% | b |\n| - | - |\n| 一 | 二 %%y%% |", "a\tb\n\n一\t二"),
        ("**一 %%私下%% 二**", "一  二"),
        ("一\\* %%私下%%", "一*"),
        ("一 %% 二", "一 %% 二"),
        ("一 %% 二\n\n三 %% 四", "一 %% 二\n\n三 %% 四"),
        ("`%%一%%` 二", "%%一%% 二"),
        ("```\n%%一%%\n```", "%%一%%"),
        ("一 \\%%二\\%%", "一 %%二%%"),
        ("100%% 和 5%", "100%% 和 5%"),
        ("一 <!-- 私下 --> 二", "一  二"),
    ])
    func `comments are in no text`(markdown: String, expected: String) {
        let words = Self.words(markdown).split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
        let blocks = words.split(separator: "\n\n").map { $0.drop { $0 == "\n" } }
            .map { String($0.reversed().drop { $0 == "\n" }.reversed()) }
        #expect(blocks.joined(separator: "\n\n").trimmed == expected)
    }

    @Test func `a comment that never ends hides the rest and is reported`() {
        let document = MarkdownDocument(note: Array("一\n\n%%\n二\n\n三".utf8))
        #expect(String(decoding: document.plainText().utf8, as: UTF8.self).trimmed == "一")
        let notes = document.notes.map {
            $0.diagnostic(file: "a.md", firstLine: 1, source: document.source).rendered()
        }
        #expect(
            notes == [
                """
                a.md:3:1: warning: the comment that begins here has no end, so the rest of the text is not shown [unclosed-comment]
                %%
                ^
                  help: end the comment with %%, or write \\%% for the characters
                """
            ])
    }

    @Test func `comments of HTML are not in the Markdown either`() {
        let source = "一 <!-- x --> 二\n\n<!-- y\n\nz -->\n\n<div>\n三 <!-- w -->\n</div>\n"
        let document = MarkdownDocument(note: Array(source.utf8))
        let written = String(decoding: CanonicalMarkdown.published(document), as: UTF8.self)
        for hidden in ["<!--", "x", "y", "z", "w"] {
            #expect(!written.contains(hidden), "\(written)")
        }
        #expect(written.contains("三"))
    }

    @Test(arguments: [
        ("==高亮==的字", "<p><mark>高亮</mark>的字</p>\n"),
        ("一 ==二== ==三==", "<p>一 <mark>二</mark> <mark>三</mark></p>\n"),
        ("**==一==**", "<p><strong><mark>一</mark></strong></p>\n"),
        ("a == b == c", "<p>a == b == c</p>\n"),
        ("x==1 and y==2", "<p>x==1 and y==2</p>\n"),
        ("a === b ===", "<p>a === b ===</p>\n"),
        ("`==x==`", "<p><code>==x==</code></p>\n"),
        ("[a](https://x.example/?a==b==)", "<p><a href=\"https://x.example/?a==b==\">a</a></p>\n"),
        ("==一", "<p>==一</p>\n"),
    ])
    func `highlights`(markdown: String, expected: String) {
        #expect(Self.html(markdown) == expected)
    }

    @Test(arguments: [
        (
            "> [!note] 提醒\n> 內容。", "note",
            "<p><strong>提醒</strong><br>\n內容。</p>", "> [!note] 提醒\n> 內容。\n"
        ),
        (
            "> [!WARNING]\n> 內容。", "warning",
            "<p><strong>Warning</strong><br>\n內容。</p>", "> [!warning] Warning\n> 內容。\n"
        ),
        ("> [!tip]- 只有題", "tip", "<p><strong>只有題</strong></p>", "> [!tip]- 只有題\n"),
        (
            "> [!tip]+ **已粗**\n> 字", "tip", "<p><strong>已粗</strong><br>\n字</p>",
            "> [!tip]+ 已粗\n> 字\n"
        ),
        (
            "> [!tip] 看**此處**和[連結](a)\n> 字*斜*", "tip",
            "<p><strong>看<strong>此處</strong>和<a href=\"a\">連結</a></strong><br>\n字<em>斜</em></p>",
            "> [!tip] 看**此處**和[連結](a)\n> 字*斜*\n"
        ),
        (
            "> [!note] 題\n>\n> 段\n> - 項", "note",
            "<p><strong>題</strong></p>\n<p>段</p>\n<ul>\n<li>項</li>\n</ul>",
            "> [!note] 題\n>\n> 段\n>\n> - 項\n"
        ),
        (
            "> [!my-kind] # 題\n> 一\n> 二", "my-kind",
            "<p><strong># 題</strong><br>\n一\n二</p>", "> [!my-kind] # 題\n> 一\n> 二\n"
        ),
    ])
    func `callouts keep their kind`(
        markdown: String, kind: String, html: String, published: String
    ) {
        let box =
            "<blockquote class=\"callout\" data-callout=\"\(kind)\">\n\(html)\n</blockquote>\n"
        #expect(Self.html(markdown) == box)
        let document = MarkdownDocument(note: Array(markdown.utf8))
        let written = CanonicalMarkdown.published(document)
        #expect(String(decoding: written, as: UTF8.self) == published)
        let again = MarkdownDocument(note: written)
        #expect(again.hasSameEvents(as: document))
        #expect(CanonicalMarkdown.published(again) == written)
    }

    @Test(arguments: [
        ("> [!not a kind] x", "<blockquote>\n<p>[!not a kind] x</p>\n</blockquote>\n"),
        ("> \\[!note] x", "<blockquote>\n<p>[!note] x</p>\n</blockquote>\n"),
        ("[!note] x", "<p>[!note] x</p>\n"),
        (
            "- > [!note] x\n  >\n  > > [!tip] y",
            "<ul>\n<li>\n<blockquote class=\"callout\" data-callout=\"note\">\n<p><strong>x</strong></p>\n<blockquote class=\"callout\" data-callout=\"tip\">\n<p><strong>y</strong></p>\n</blockquote>\n</blockquote>\n</li>\n</ul>\n"
        ),
    ])
    func `callouts`(markdown: String, expected: String) {
        #expect(Self.html(markdown) == expected)
    }

    @Test(arguments: [
        ("一段話。 ^blk1", "<p>一段話。<a id=\"h-blk1\"></a></p>\n"),
        ("- 項 ^a-b\n- 二", "<ul>\n<li>項<a id=\"h-a-b\"></a></li>\n<li>二</li>\n</ul>\n"),
        ("E = m c ^2", "<p>E = m c ^2</p>\n"),
        ("一^blk", "<p>一^blk</p>\n"),
        ("## 題 {#my-id}", "<h2 id=\"h-題\">題<a id=\"h-my-id\"></a></h2>\n"),
        ("## 題 {.class}", "<h2 id=\"h-題-class\">題 {.class}</h2>\n"),
        ("<a id=\"x y\"></a>z", "<p><a id=\"h-x-y\"></a>z</p>\n"),
        ("<a name=old></a>z", "<p><a id=\"h-old\"></a>z</p>\n"),
    ])
    func `anchors`(markdown: String, expected: String) {
        #expect(Self.html(markdown) == expected)
    }

    @Test(arguments: [
        ("![[圖.png]]", "<p><img src=\"%E5%9C%96.png\" alt=\"圖\"></p>\n"),
        ("![[a/b c.jpg|300]]", "<p><img src=\"a/b%20c.jpg\" alt=\"b c\"></p>\n"),
        ("![[a.png|說明]]", "<p><img src=\"a.png\" alt=\"說明\"></p>\n"),
        ("![[note]]", "<p><a href=\"note\">note</a></p>\n"),
        ("`![[a.png]]`", "<p><code>![[a.png]]</code></p>\n"),
    ])
    func `embeds`(markdown: String, expected: String) {
        #expect(Self.html(markdown) == expected)
    }

    @Test(arguments: [
        ("第一章：渡口？", "第一章渡口"), ("Second Part", "second-part"), ("a_b - c", "a_b---c"),
        ("Ärger & Öl", "ärger--öl"), ("**", "section"), ("第一章渡口", "第一章渡口"),
    ])
    func `slugs of headings follow the usual rule`(words: String, slug: String) {
        #expect(Anchor.slug(words) == slug)
        #expect(Anchor.slug(slug) == slug)
    }

    @Test func `repeated headings are numbered and anchors are unique`() {
        let html = Self.html("# x\n\n# x\n\n# x-1\n\n<a id=x></a>\n\n# h-x")
        let ids = html.matches(of: /id="([^"]*)"/).map { String($0.output.1) }
        #expect(ids == ["h-x", "h-x-1", "h-x-1-1", "h-x-2"])
    }

    @Test(arguments: ["script", "style", "pre"])
    func `an element without an end does not swallow the text`(name: String) {
        let source = "一\n\n<\(name)>\n二\n\n<script>\n\n三"
        let document = MarkdownDocument(note: Array(source.utf8))
        let words = String(decoding: document.plainText().utf8, as: UTF8.self)
        for word in ["一", "二", "三", "<\(name)>"] { #expect(words.contains(word)) }
        #expect(
            document.notes.map(\.message) == [
                "the element <\(name)> has no end, so its tag is shown as text"
            ])
        #expect(document.notes.first?.offset == 5)
    }

    @Test func `an element with an end stays raw HTML`() {
        let document = MarkdownDocument(note: Array("<script>\n二\n</script>\n\n三".utf8))
        #expect(document.notes.isEmpty)
        #expect(String(decoding: document.plainText().utf8, as: UTF8.self).trimmed == "三")
    }

    /// Whatever is written, no comment is in the text and nothing else is lost from it.
    @Test func `comments at random places`() {
        var random = SeededGenerator(seed: 5)
        let parts = ["一", " ", "\n\n", "**", "`", "==", "> ", "- ", "[x](y)", "|", "二"]
        for _ in 0..<500 {
            var source = "甲 "
            for _ in 0..<8 {
                source += parts.randomElement(using: &random) ?? ""
                if Int.random(in: 0..<4, using: &random) == 0 { source += "%%密%%" }
            }
            // Code keeps its characters.
            let words = Self.words(source)
            let document = MarkdownDocument(note: Array(source.utf8))
            let written = String(decoding: CanonicalMarkdown.published(document), as: UTF8.self)
            if !source.contains("`") { #expect(!written.contains("密"), "\(source)") }
            if !source.contains("`") { #expect(!words.contains("密"), "\(source)") }
            #expect(words.contains("甲"), "\(source)")
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(
            drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
