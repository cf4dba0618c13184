import Markup
import TestSupport
import Testing

@testable import Intake

struct HTMLMarkdownTests {
    static func markdown(_ html: String) -> String {
        let tree = HTMLTree(parsing: Array("<article>\(html)</article>".utf8))
        guard let node = tree.nodes.indices.first(where: { tree.isElement($0, .article) }) else {
            return ""
        }
        let nothing = [Bool](repeating: false, count: tree.nodes.count)
        var shown = nothing
        var rules: [Int: String] = [:]
        let footnotes = PageFootnotes(
            in: tree.subtree(of: node), of: tree, isLeftOut: &shown, rules: &rules)
        var pictures = LocalPictures()
        let document = MarkdownConverter.convert(
            [node], of: tree, isLeftOut: nothing,
            base: PageAddress(base: "https://river.example/news/a.html"), footnotes: footnotes,
            pictures: &pictures)
        return String(decoding: CanonicalMarkdown.compose(document).markdown, as: UTF8.self)
    }

    @Test(arguments: [
        ("<p>one<b> two </b>three", "one **two** three\n"),
        ("<p>说<b>「好」</b>的人", "说<strong>「好」</strong>的人\n"),
        ("<p><b>a</b><b>b</b><i></i>", "**ab**\n"),
        ("<p>　　一行<br>　　又一行", "一行\n\n又一行\n"),
        ("a<br><br>b<br>c", "a\n\nb\\\nc\n"),
        ("<p>1. no list<p># no heading", "1\\. no list\n\n\\# no heading\n"),
        ("<ul><li>a<li>b<ol start=3><li>c</ol></ul>", "- a\n- b\n  3. c\n"),
        ("<ul><li><input type=checkbox checked> done<li>x</ul>", "- [x] done\n- x\n"),
        ("<a href=../b>x</a> <a href=javascript:f()>y</a>", "[x](https://river.example/b) y\n"),
        (
            "<img src=data:,x data-original=/p.jpg alt=Fluss>",
            "![Fluss](https://river.example/p.jpg)\n"
        ),
        (
            "<img src=a.jpg srcset='a.jpg 1x, b.jpg 2x'><img src=p.gif width=1 height=1>",
            "![](https://river.example/news/a.jpg)\n"
        ),
        (
            "<figure><img src=/a.png><figcaption>Am Fluss</figcaption></figure>",
            "![](https://river.example/a.png \"Am Fluss\")\n"
        ),
        (
            "<pre class='brush:swift'><span class=line-number>1</span>let a = 1<br>let b = 2</pre>",
            "```swift\nlet a = 1\nlet b = 2\n```\n"
        ),
        ("<ruby>漢<rt>hàn</rt></ruby>字", "漢(hàn)字\n"),
        (
            "<span class=katex><math><semantics><annotation encoding='application/x-tex'>a+b</annotation></semantics></math><span class=katex-html>ab</span></span>",
            "$a+b$\n"
        ),
        ("<span style='text-emphasis: dot'>点</span>", "*点*\n"),
        ("<table><tr><th>a<th>b<tr><td colspan=2>c</table>", "| a | b |\n| --- | --- |\n| c | |\n"),
        (
            "<table><tr><td>a<td>b<tr><td rowspan=2>c<td>d<tr><td>e</table>",
            "| | |\n| --- | --- |\n| a | b |\n| c | d |\n| | e |\n"
        ),
        ("<table><tr><td><p>nur Layout</td></tr></table>", "nur Layout\n"),
        (
            "<p>x<sup><a href='#f1' id=r1>1</a></sup></p><ol><li id=f1>note <a href='#r1'>↩</a></li></ol>",
            "x[^1]\n\n[^1]: note\n"
        ),
        ("H<sub>2</sub>O", "H<sub>2</sub>O\n"),
        ("a<i><a href=/b>b</a></i>c", "a[*b*](https://river.example/b)c\n"),
        ("<ul><li>a<li> <li>b</ul>", "- a\n- b\n"),
        (
            "<table><tr><th>a<th>b<tr><td>c<td>d<table><tr><td>e<td>f</table></table>",
            "| a | b |\n| --- | --- |\n| c | d<br><table><tr><td>e</td><td>f</td></tr></table> |\n"
        ),
        (
            "<table><tr><th>a<th>b<tr><td>c<td><ul><li>d<li>e</ul></table>",
            "| a | b |\n| --- | --- |\n| c | d<br>e |\n"
        ),
        (
            "<table><tr><td class=gutter><pre>1\n2</pre><td class=code><pre>let a\nlet b</pre></table>",
            "```\nlet a\nlet b\n```\n"
        ),
        (
            "x <span class=MathJax_Preview>y</span><span class=MathJax>y</span><script type='math/tex'>y^2</script>",
            "x $y^2$\n"
        ),
        (
            "<span class=mwe-math-element><img alt='{\\displaystyle E=mc^{2}}' src=/e.svg></span>",
            "$E=mc^{2}$\n"
        ),
        ("<span class='math display'>\\[a+b\\]</span>", "$$a+b$$\n"),
        (
            "<img src=/s.jpg srcset='/s.jpg 300w, /l.jpg 1200w'>",
            "![](https://river.example/l.jpg)\n"
        ),
        (
            "<img src='https://i0.wp.com/river.example/a.jpg?resize=300%2C200&ssl=1'>",
            "![](https://river.example/a.jpg)\n"
        ),
        (
            "<div><p><img src=/a.jpg></p><p class=img-desc>Der Fluss</p></div>",
            "![](https://river.example/a.jpg \"Der Fluss\")\n\nDer Fluss\n"
        ),
        ("<p><noscript><img src=/a.jpg></noscript>", "![](https://river.example/a.jpg)\n"),
        (
            "<p><img data-src=/b.jpg><noscript><img src=/a.jpg></noscript>",
            "![](https://river.example/b.jpg)\n"
        ),
        ("<amp-img src=/a.jpg></amp-img>", "![](https://river.example/a.jpg)\n"),
        (
            "<figure class='highlight swift'><table><tr><td class=gutter><pre>1</pre><td class=code><pre>let a</pre></table></figure>",
            "```swift\nlet a\n```\n"
        ),
        (
            "<p>x<a id=r href=#f>1</a><div class=footnote><a id=f href=#r>1</a><p>y</p></div>",
            "x[^1]\n\n[^1]: y\n"
        ),
        ("<dl><dt>a<dd>b<dd>c</dl>", "**a**\n\nb\n\nc\n"),
        ("<details><summary>a</summary>b</details>", "**a**\n\nb\n"),
        (
            "<h2>N</h2><p>x<a href='#n' id=r>1</a><h2>Notes</h2><ol><li id=n>y <a href='#r'>b</a></ol>",
            "## N\n\nx[^1]\n\n[^1]: y\n"
        ),
        ("<script>x</script><style>y</style><iframe src=z></iframe>words", "words\n"),
    ])
    func `HTML becomes canonical Markdown`(html: String, expected: String) {
        #expect(Self.markdown(html) == expected)
    }

    /// Emphasis at all places around Latin, Han and punctuation.
    @Test func `emphasis and words survive wherever they stand`() {
        var generator = SeededGenerator(seed: 7)
        let words = [
            "a", "字", "，", "。", "「", "」", "(", ")", " ", "*", "_", "**", "1.", "`", "[x]", "<b",
            "&amp;", "\u{3000}",
        ]
        for _ in 0..<2000 {
            var html = ""
            var depth: [String] = []
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                switch Int.random(in: 0...4, using: &generator) {
                case 0:
                    let tag = ["b", "i"][Int.random(in: 0...1, using: &generator)]
                    if !depth.contains(tag) {
                        depth.append(tag)
                        html += "<\(tag)>"
                    }
                case 1: if let tag = depth.popLast() { html += "</\(tag)>" }
                default:
                    let word = words[Int.random(in: 0..<words.count, using: &generator)]
                    html += word == "<b" ? "&lt;b" : word
                }
            }
            while let tag = depth.popLast() { html += "</\(tag)>" }
            let tree = HTMLTree(parsing: Array("<article>\(html)</article>".utf8))
            guard let node = tree.nodes.indices.first(where: { tree.isElement($0, .article) })
            else { continue }
            var pictures = LocalPictures()
            let document = MarkdownConverter.convert(
                [node], of: tree, isLeftOut: [Bool](repeating: false, count: tree.nodes.count),
                base: nil, pictures: &pictures)
            let composition = CanonicalMarkdown.compose(document)
            #expect(composition.unfaithful == 0, "\(html)")
            #expect(composition.document.plainText().utf8 == document.plainText().utf8, "\(html)")
        }
    }
}
