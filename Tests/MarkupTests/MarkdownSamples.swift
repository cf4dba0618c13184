/// Short Markdown texts, at least one for every construct and the corners where constructs meet.
enum MarkdownSamples {
    static let all: [String] = blocks + lists + inlines + links + tables + footnotes + mixed

    static let blocks: [String] = [
        "", "\n\n", "   \n", "一段話。", "一段話。\n", "第一段。\n\n第二段。", "one\ntwo\nthree", "  indented",
        "# 標題", "## Two ##", "### *Three*", "#### 四 `code`", "##### five", "###### six",
        "####### seven",
        "#no heading", "# ", "Setext\n===", "Setext *two*\n---", "two\nlines\n===", "---", "***",
        "_ _ _",
        "a\n\n---\n\nb", "> quote", "> a\n> b", "> a\nlazy", "> a\n\n> b", "> > deep",
        ">>> deeper\n> back",
        "> # heading\n> - item", "    code\n    more", "    code\n\n    after a blank",
        "\tcode by tab",
        "```\nfenced\n```", "```swift\nlet a = 1 < 2\n```", "~~~ two words\nx & y\n~~~",
        "````\n```\n````",
        "```\nunclosed", "```\n\n\n```", "> ```\n> in quote\n> ```", "<div>\nraw *text*\n</div>",
        "<div>\n\n*not raw*\n\n</div>", "<!-- comment -->\ntext", "<?php x ?>",
        "<script>\nlet a\n\nb\n</script>",
        "<b>inline start</b> of a line", "line\r\nends\r\n\r\nof Windows", "line\rends\r\rof old",
        "\u{FEFF}# after a mark", "tab\tin text", "[a]: /b", "[a]: /b 'c'\n\n[a]",
    ]

    static let lists: [String] = [
        "- a\n- b", "* a\n* b", "+ a", "- a\n\n- b", "- a\n  b", "- a\n\n  second paragraph",
        "- a\n  - b\n    - c",
        "- a\n- b\n\n\n- c", "1. a\n2. b", "3) a\n4) b", "0. zero", "10. ten\n\n    more",
        "- a\n* b", "1. a\n1) b",
        "-\n- b", "- \n\n  a", "- # heading", "- > quote\n  > more", "- ```\n  code\n  ```",
        "-     code in item",
        "text\n- list", "text\n2. no list", "text\n1. list", "- [ ] open\n- [x] done",
        "1. [X] done", "- [ ]none",
        "- [x] *a*\n\n  b", "- a\n\n      code", "- a\n> b", "* * *\n- - x", "- 一\n- 二\n\n三",
    ]

    static let inlines: [String] = [
        "*a* _b_", "**a** __b__", "***a***", "**a *b* c**", "*a **b** c*", "a*b*c", "a_b_c", "*a",
        "a*", "**",
        "* a *", "**中文**字", "中文**字**", "中**文**字", "**“引”**的", "~~gone~~", "~one~", "~~a *b* c~~",
        "a~~b",
        "`code`", "`` a`b ``", "` `` `", "`a\nb`", "`unclosed", "`<b>&amp;`", "a  \nb", "a\\\nb",
        "a \nb", "a\\",
        "\\*no\\* \\# \\[x\\]", "\\a \\\\", "&amp; &copy; &#35; &#x4E2D; &nope; &#0;",
        "a & b < c > d \"e\"", "<b>bold</b>",
        "a <br/> b", "x <!-- c --> y", "<a href=\"x\">y</a>", "2 < 3 <4>", "*a `b* c`", "**a\nb**",
        "a\n*b*\nc",
    ]

    static let links: [String] = [
        "[a](b)", "[a](b \"c\")", "[a](<b c> 'd')", "[a]()", "[*a* `b`](c)", "[a](b(c)d)",
        "[a](b c)", "[a][b]\n\n[b]: c",
        "[a][]\n\n[a]: b", "[a]\n\n[A]: b", "[a [b](c)](d)", "![a](b)", "![a *b* `c`](d \"e\")",
        "[![a](b)](c)",
        "![a\nb](c)", "![[a](b)](c)", "<https://a.example/b?c=d&e='f'>", "<a@b.example>",
        "https://a.example/路徑",
        "www.a.example.", "(https://a.example/b)", "a@b.example",
        "see http://a.example/?q=1&r=2, and",
        "https://a.example\nhttps://b.example", "[中文](路徑/文件.md)", "[a](b&amp;c\"d)",
        "[[not a link]", "[a] [b]",
        "**[a](b)**的", "[a](b)[c](d)", "!\\[a](b)", "https://a.example/**b**",
        "~~https://a.example~~",
    ]

    static let tables: [String] = [
        "| a | b |\n|---|---|\n| c | d |", "a | b\n--|--\nc | d",
        "|a|b|c|d|\n|:-|:-:|-:|-|\n|1|2|3|4|", "|a|\n|-|",
        "|a|b|\n|-|-|\n|c|\n|d|e|f|", "|a|\n|-|\n|b \\| c|", "|`a\\|b`|\n|-|\n|*c*|",
        "|a|b|\n|-|\n", "x\n|a|b|\n|-|-|\n|c|d|",
        "|a|\n|-|\n|b|\n\nafter", "|a|\n|-|\n|b|\n> quote", "> |a|\n> |-|\n> |b|",
        "- |a|\n  |-|\n  |b|", "|a|\n|-|\n|https://a.example|",
        "| |\n|-|\n| |", "|**中**|~~b~~|\n|-|-|\n|[c](d)|![e](f)|",
    ]

    static let footnotes: [String] = [
        "a[^1]\n\n[^1]: note", "a[^x] b[^x]\n\n[^x]: note", "a[^1] b[^2]\n\n[^2]: two\n[^1]: one",
        "a[^none]",
        "a[^1]\n\n[^1]: one\n\n    two", "a[^1]\n\n[^1]:\n    - list",
        "a[^1]\n\n[^1]: ```\n    code\n    ```",
        "a[^中文]\n\n[^中文]: 註", "a[^1]\n\n[^1]: b[^2]\n\n[^2]: c", "*a[^1]*\n\n[^1]: `code`",
        "a[^1]\n\n[^1]: x\n\nb",
        "a[^é&\"]\n\n[^é&\"]: odd",
    ]

    static let mixed: [String] = [
        "# 一\n\n二*三*。\n\n- 四\n  > 五\n\n    六\n\n七[^八]\n\n[^八]: 九", "> - a\n>\n>   b\n> 1. c",
        "- a\n\n  | b |\n  |---|\n  | c |",
        "**Q：**為什麼", "“*a*”，**b**。", "a\u{0}b", "- a\n\n\n  b\n\n\nc",
        "1. a\n   - b\n\n     c\n2. d",
    ]
}
