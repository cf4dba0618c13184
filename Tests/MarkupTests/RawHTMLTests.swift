import Testing

@testable import Markup

@Suite struct RawHTMLTests {
    @Test(arguments: [
        ("a <b>c</b> d", "<p>a <b>c</b> d</p>\n"),
        ("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>\n"),
        ("<ruby>漢<rt>hàn</rt></ruby>", "<p><ruby>漢<rt>hàn</rt></ruby></p>\n"),
        // What is not closed is closed; what was not opened is not.
        ("a <b>c", "<p>a <b>c</b></p>\n"),
        ("a</b> c", "<p>a c</p>\n"),
        ("*a <b>c* d</b>", "<p><em>a <b>c</b></em> d</p>\n"),
        ("<b>a <i>c</b> d</i>", "<p><b>a <i>c</i></b> d</p>\n"),
        ("- <b>a\n- c", "<ul>\n<li><b>a</b></li>\n<li>c</li>\n</ul>\n"),
        // Nothing that runs.
        ("a<script>alert(1)</script>b", "<p>ab</p>\n"),
        ("<script>\nalert(1)\n</script>\n\nb", "<p>b</p>\n"),
        ("<style>\np{}\n</style>", ""),
        ("<img src=x onerror=alert(1)>", "<img src=\"x\" alt=\"\">\n"),
        ("<b onclick=\"x()\" style=\"y\" title=\"z\">a</b>", "<p><b title=\"z\">a</b></p>\n"),
        ("<a href=\"javascript:x\">a</a>", "<p><a>a</a></p>\n"),
        ("<a href=\"java&#115;cript:x\">a</a>", "<p><a>a</a></p>\n"),
        ("<a href=\"java&Tab;script:x\">a</a>", "<p><a>a</a></p>\n"),
        ("<a href=\" JavaScript\t:x\">a</a>", "<p><a>a</a></p>\n"),
        ("<a href=\"javascript&colon;x\">a</a>", "<p><a>a</a></p>\n"),
        ("<img src=\"data:image/png;base64,AA\" alt=\"a\">", "a\n"),
        ("<iframe src=\"https://a.example\"></iframe>b", "b\n"),
        ("<form><input><button>a</button></form>", "a\n"),
        ("<svg onload=x><text>a</text></svg>", "<p>a</p>\n"),
        ("a <!-- b --> <?c?> d", "<p>a   d</p>\n"),
        (
            "<a href=\"https://a.example/?b=1&amp;c=2&d\">e</a>",
            "<p><a href=\"https://a.example/?b=1&amp;c=2&amp;d\">e</a></p>\n"
        ),
        ("[a](b) <a href=\"c\">[d](e)</a>", "<p><a href=\"b\">a</a> <a href=\"c\">d</a></p>\n"),
        ("a <div>b</div>", "<p>a b</p>\n"),
        // Blocks.
        ("<div>\n\n*a*\n\n</div>", "<div>\n<p><em>a</em></p>\n</div>\n"),
        ("<div>\n\na", "<div>\n<p>a</p>\n</div>"),
        ("> <div>\n\na", "<blockquote>\n<div>\n</div>\n</blockquote>\n<p>a</p>\n"),
        (
            "<details open><summary>a</summary>\n\nb\n\n</details>",
            "<details open=\"\"><summary>a</summary>\n<p>b</p>\n</details>\n"
        ),
        ("<p>a<p>b", "<p>a</p><p>b\n</p>\n"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>\n"),
        (
            "<table><tr><td>a<td>b<tr><td>c</table>",
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>\n"
        ),
        ("<li>a</li>", "a\n"),
        ("<center>a & b &lt; <x", "a &amp; b &lt; &lt;x\n"),
        ("<!-- a\n\nb -->\nc", "<p>c</p>\n"),
        ("</div>\n\na", "<p>a</p>\n"),
        ("<div>\n<b>a\n\nb", "<div>\n<b>a\n</b>\n<p>b</p>\n</div>"),
    ])
    func `raw HTML passes an allow-list and is balanced`(markdown: String, html: String) {
        let written = HTMLWriter.html(of: MarkdownDocument(markdown))
        #expect(String(decoding: written, as: UTF8.self) == html)
    }

    @Test(arguments: [
        ("[a](javascript:x)", "<p>a</p>\n"), ("[a](JaVaScRiPt:x)", "<p>a</p>\n"),
        ("[a](java&#x0A;script:x)", "<p>a</p>\n"), ("[a](<  javascript:x>)", "<p>a</p>\n"),
        ("[a](&#106;avascript:x)", "<p>a</p>\n"), ("[a](data:text/html,x)", "<p>a</p>\n"),
        ("<vbscript:x>", "<p>vbscript:x</p>\n"), ("![a *b*](data:x)", "<p>a b</p>\n"),
        ("[*a* b](file:///etc/passwd)", "<p><em>a</em> b</p>\n"),
        ("[a](mailto:b@c.example)", "<p><a href=\"mailto:b@c.example\">a</a></p>\n"),
        ("[a](b/javascript:c)", "<p><a href=\"b/javascript:c\">a</a></p>\n"),
        ("[a](第一:章.md)", "<p><a href=\"%E7%AC%AC%E4%B8%80:%E7%AB%A0.md\">a</a></p>\n"),
    ])
    func `links and images of Markdown lead nowhere that runs code`(markdown: String, html: String)
    {
        let written = HTMLWriter.html(of: MarkdownDocument(markdown))
        #expect(String(decoding: written, as: UTF8.self) == html)
    }
}
