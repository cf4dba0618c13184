import TestSupport

extension MarkdownSamples {
    /// Texts whose words look like Markdown, and Markdown that few people write.
    static let nasty: [String] = [
        "\\> a", "\\- a", "\\+ a", "\\* a", "1\\. a", "1\\) a", "\\#", "\\=\n\\---", "a\n\\===",
        "\\`\\`\\`", "\\~~~",
        "\\[a]: b", "\\[a](b)", "\\[[a]]", "[\\[a]]", "\\[^1]\n\n[^1]: n\n\n[^1]", "!\\[a](b)",
        "\\![a](b)", "\\<b>", "&lt;b&gt;",
        "\\&amp;", "\\\\", "\\\\*a*", "a\\\\", "*a\\**", "**\\*a\\***", "\\_a\\_", "\\~\\~a\\~\\~",
        "`` ` ``", "` a `", "`  `",
        "[a\\]b](c)", "[a](<b(c>)", "[a](b\\)c)", "[a](<>)", "[a](\\<b)", "[a](b \"c\\\"d\")",
        "[a](b '\"')", "[a](b\\&amp;)",
        "![\\]](a)", "| a\\|b |\n|-|", "|`a\\|b`|\n|-|", "a | b\n\\--|--", "|a|\n\\|-|", "&#32;a",
        "a&#32;", "a&#10;b", "&#9;a",
        "# a \\#", "# a \\##", "# #", "# \\#", "a\nb\n===", "- \\[x] a", "- [ ]", "-\n\n  a",
        "- -\n  -", "- ***\n- ---\n", "***\n- ***",
        "- 1. - a", "> - > a", "1. a\n\n1. b", "- a\n\n\n\n- b\n- c", "999999999. a\n999999999. b",
        "- a\n\n      code", "-\ta", ">\t\tcode",
        "***a***", "***a** b*", "***a* b**", "**a*b***", "*a*_b_", "**a**__b__", "*a***b**",
        "_**a**_", "**_a_**", "*a **b***",
        "<https://a.example?x=\\*>", "[https://a.example](https://a.example)",
        "[www.a.example](https://b.example)",
        "h\u{74}tps\\://a.example", "www\\.a.example", "<i>\n*a*", "a <i\nb=\"c\"> d",
        "<div>\n- a\n\n</div>", "- <div>\n  a\n  </div>\n- b",
        "a\n<div>", "```` `\n````", "``` \\*\na\n```", "~~~ `\na\n~~~", "```\n\n```",
        "> ```\n>\n> a\n> ```", "- ```\n\n  a\n  ```",
        "a[^1]\n\n[^1]: > q\n    - l", "a[^1]\n\n[^1]: # h", "a[^1]\n\n[^1]:", "[^a]: x\n\nb",
        "~a~ 3~5 4~6", "a\u{A0}*b*", "**a。**b", "**「a」**b",
        "|a|\n|-|\n|b|\n***", "- a\n- - -\n- b", "[a]: <b>\n[a]", "[[a]] \\[[b]]", "\\[[a]] [[a]]",
        "[[a|b]](c)", "![[a]]", "[[ a | b ]]",
        "[[a\\|b]]", "|[[a\\|b]]|\n|-|", "[x[[a]]](b)", "*[[a|b]]*", "[[a]b]]", "[[[a]]]", "[[]]",
        "[[|a]]", "[[a|]]",
    ]

    /// A text of a few lines put together from what Markdown is made of.
    static func random(using random: inout SeededGenerator) -> String {
        let pieces = [
            "*", "**", "_", "__", "~~", "~", "`", "``", "[", "]", "](a)", "![", "[[", "]]", "|",
            "<b>", "</b>", "<", "&amp;", "&",
            "\\", "#", "> ", "- ", "1. ", "* ", "    ", "  ", " ", "\n", "\n", "\n\n", "\n\n",
            "---", "===", "```", "~~~", "[^1]",
            "[^1]: ", "|-|-|", "| a | b |", "http://a.b", "www.a.b", "a@b.c", "字", "“", "”", "，",
            "。", "a", "b c", "2", "[x] ",
            "<div>", "</div>", "<!-- -->", "\t", "!", ":", "(", ")", "\"",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 1...24, using: &random) {
            text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }
        return text
    }
}
