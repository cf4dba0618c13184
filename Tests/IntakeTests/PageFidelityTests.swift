import Testing

@testable import Intake

/// What pages show in forms of their own, as Markdown.
struct PageFidelityTests {
    private static let text = (1...5).map {
        "<p>At the harbour, on the day number \($0), the ferry waited for the wind, and then it left with forty people.</p>"
    }.joined()

    private static func source(_ html: String) throws -> String {
        try Reading.one(
            "<html><head><title>The lamp</title></head><body><main><h1>The lamp</h1>\(text)\(html)\(text)</main></body></html>",
            name: "a.html"
        ).source
    }

    @Test(arguments: [
        ("<mfrac><mi>a</mi><mi>b</mi></mfrac>", "\\frac{a}{b}"),
        ("<mroot><mn>8</mn><mn>3</mn></mroot>", "\\sqrt[3]{8}"),
        ("<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>", "\\sqrt{x+1}"),
        ("<msup><mi>x</mi><mn>2</mn></msup>", "x^{2}"),
        ("<msub><mi>a</mi><mi>i</mi></msub>", "a_{i}"),
        ("<msubsup><mi>a</mi><mi>i</mi><mn>2</mn></msubsup>", "a_{i}^{2}"),
        ("<mover><mi>F</mi><mo>→</mo></mover>", "\\vec{F}"),
        ("<mi>α</mi><mo>≤</mo><mi>β</mi>", "\\alpha\\leq \\beta"),
        ("<mi>sin</mi><mi>x</mi>", "\\sin x"),
        ("<mtext>if 5%</mtext>", "\\text{if 5\\%}"),
        ("<mi>x</mi><mo>∈</mo><mi>ℝ</mi>", "x\\in ℝ"),
        (
            "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable>",
            "\\begin{matrix}1 & 2\\end{matrix}"
        ),
        (
            "<mo>|</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable><mo>|</mo>",
            "\\begin{vmatrix}1 & 2\\end{vmatrix}"
        ),
        (
            "<mo>(</mo><mfrac linethickness=0><mi>n</mi><mi>k</mi></mfrac><mo>)</mo>",
            "\\binom{n}{k}"
        ),
        (
            "<mtable><mlabeledtr><mtd><mtext>(7)</mtext></mtd><mtd><mi>a</mi></mtd></mlabeledtr></mtable>",
            "a \\tag{7}"
        ),
        ("<mi mathvariant=bold>v</mi>", "\\mathbf{v}"),
    ])
    func `MathML without TeX becomes TeX`(math: String, tex: String) throws {
        let tree = HTMLTree(parsing: Array("<p><math>\(math)</math>".utf8))
        let node = try #require(tree.nodes.indices.first { tree.isElement($0, .math) })
        #expect(MathML.tex(of: node, in: tree) == tex)
        #expect(PageMath.formula(at: node, in: tree)?.source == tex)
    }

    @Test func `TeX beside MathML goes before a translation`() throws {
        let source = try Self.source(
            "<p>So <math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">x_0</annotation></semantics></math> is left.</p>"
        )
        #expect(source.contains("So $x_0$ is left."))
    }

    @Test(arguments: [
        ("<pre class=\"sourceCode python\"><code>a = 1</code></pre>", "```python\na = 1\n```"),
        (
            "<div class=highlight data-lang=swift><pre><code>let a = 1</code></pre></div>",
            "```swift\nlet a = 1\n```"
        ),
        ("<pre><code class=\"hljs rust\">let a = 1;</code></pre>", "```rust\nlet a = 1;\n```"),
        (
            "<div class=\"language-cpp highlighter-rouge\"><div><pre><code>int a;</code></pre></div></div>",
            "```cpp\nint a;\n```"
        ),
        (
            "<table><tr><td><pre>1\n2</pre></td><td><pre class=language-go>a := 1\nb := 2</pre></td></tr></table>",
            "```go\na := 1\nb := 2\n```"
        ),
        (
            "<pre><code class=language-sh><span style=\"user-select:none\"> 1</span>ls\n<span style=\"user-select:none\"> 2</span>pwd</code></pre>",
            "```sh\nls\npwd\n```"
        ),
        ("<code class=\"hl lean block\">def a := 1</code>", "```lean\ndef a := 1\n```"),
        (
            "<pre><code><span class=hljs-comment># one</span>\nls</code></pre>",
            "```\n# one\nls\n```"
        ),
        (
            "<pre><div class=code-header><span>Bash</span><button>Copy</button></div><code>ls</code></pre>",
            "```bash\nls\n```"
        ),
        (
            "<pre><div><span>1</span><div>a</div></div><div><span>2</span><div>b</div></div><div><span>3</span><div>c</div></div></pre>",
            "```\na\nb\nc\n```"
        ),
        (
            "<pre>1\n2\n3</pre>", "```\n1\n2\n3\n```"
        ),
        (
            "<table><tr><td class=blob-num>7</td><td class=\"blob-code\">let a = 1</td></tr></table>",
            "```\nlet a = 1\n```"
        ),
        ("<div><code style=\"white-space: pre\">ls\npwd</code></div>", "```\nls\npwd\n```"),
    ])
    func `code keeps its language and loses its line numbers`(html: String, markdown: String) throws
    {
        #expect(try Self.source(html).contains(markdown))
    }

    @Test(arguments: [
        (
            "<div class=\"admonition note\"><p class=admonition-title>Mind</p><p>The gap is wide.</p></div>",
            "note", "Mind"
        ),
        (
            "<div class=\"alert alert-danger\" role=alert><p class=alert-title>Stop</p><p>The gap is wide.</p></div>",
            "danger", "Stop"
        ),
        (
            "<div class=callout data-callout=tip><div class=callout-title>Look</div><div class=callout-content><p>The gap is wide.</p></div></div>",
            "tip", "Look"
        ),
        (
            "<div class=\"markdown-alert markdown-alert-warning\"><p>The gap is wide.</p></div>",
            "warning", ""
        ),
    ])
    func `a note that is set apart becomes a callout`(html: String, kind: String, title: String)
        throws
    {
        let source = try Self.source(html)
        let lines = source.split(separator: "\n").filter { $0.hasPrefix(">") }.joined(
            separator: "\n")
        #expect(
            lines.replacing("\\", with: "").hasPrefix(
                "> [!\(kind)]" + (title.isEmpty ? "" : " " + title)))
        #expect(lines.contains("The gap is wide."))
    }

    @Test(arguments: [
        "<p>A lamp<sup><a href=\"#n1\">1</a></sup> burns.</p><ol><li id=n1>It is old.</li></ol>",
        "<p>A lamp<a href=\"#_ftn1\">[1]</a> burns.</p><p><a href=\"//x#_ftnref1\">[1]</a> It is old.</p>",
        "<p>A lamp<sup>1</sup> burns.</p><p><sup>1</sup> It is old.</p>",
        "<p>A lamp<a href=\"#n1\">[1]</a> burns.</p><ol><li><a id=n1></a>It is old.</li></ol>",
        "<p>A lamp<span class=fn><a href=\"#n1\">1</a></span> burns.</p><p id=n1>1. It is old.</p>",
        "<p>A lamp<a href=\"https://x.example/a#footnote-1\">1</a> burns.</p><div class=footnote><a id=footnote-1 href=\"https://x.example/a#anchor-1\">1</a><div><p>It is old.</p></div></div>",
        "<p>A lamp<sup>1</sup> burns.</p><section class=footnotes><h4>Footnotes</h4><ol><li id=fn1>It is old.</li></ol></section>",
        "<p>A lamp<sup>1</sup> burns.</p><hr><p><strong>1</strong> It is old.</p>",
        "<p>A lamp<sup class=footnoteref><a href=\"javascript:;\">1</a></sup> burns.</p><div class=footnotes-footer><div class=footnote-footer id=footnote-1><a href=\"javascript:;\">1</a>. It is old.</div></div>",
        "<p>A lamp<label for=s1 class=\"margin-toggle sidenote-number\"></label><input type=checkbox id=s1 class=margin-toggle><span class=sidenote>It is old.</span> burns.</p>",
        "<p>A lamp<span class=inline-footnote>1<span class=footnoteContent style=\"display:none\">It is old.</span></span> burns.</p>",
        "<p>A lamp<span data-definition=d1><a href=\"#\">*</a></span> burns.</p><aside id=d1 style=\"display:none\">It is old.</aside>",
        "<p>A lamp<sup class=reference-sign><a href=\"#DOCF1\">1</a></sup> burns.</p><h5><a id=DOCF1 href=\"#x\">(1)</a></h5><p>It is old.</p>",
        "<p>A lamp<a href=\"#one\"><sup>1</sup></a> burns.<a href=\"#two\"><sup>2</sup></a></p><p><a name=one><sup>1</sup></a> It is old. <a href=\"#\">↩</a><br><br><a name=two><sup>2</sup></a> So am I.</p>",
    ])
    func `footnotes without links back are footnotes`(html: String) throws {
        let source = try Self.source(html)
        #expect(source.contains("A lamp[^1] burns."))
        #expect(source.contains("[^1]: It is old."))
        #expect(source.matches(of: /It is old/).count == 1)
    }

    @Test func `a note ends where the next one begins`() throws {
        let source = try Self.source(
            "<p>A lamp<sup>1</sup> and a rope<sup>2</sup>.</p><hr><p><b>1</b> It is old.</p><ul><li>Very old.</li></ul><p><b>2</b> It is new.</p>"
        )
        #expect(source.contains("A lamp[^1] and a rope[^2]."))
        #expect(source.contains("[^1]: It is old.\n\n    - Very old."))
    }

    @Test(arguments: [
        ("<img alt=x src=\"https://tex.example/svg?%5Cfrac%7Ba%7D%7Bb%7D\">", "$\\frac{a}{b}$"),
        ("<img alt=\"\\alpha + 1\" src=a.svg>", "$\\alpha + 1$"),
        (
            "<img alt=x src=\"https://c.example/chart?cht=tx&chl=%5Calpha%2B1\">",
            "$\\alpha+1$"
        ),
    ])
    func `a picture of a formula is the formula`(html: String, markdown: String) throws {
        let source = try Self.source("<p>So \(html) is left.</p>")
        #expect(source.contains("So \(markdown) is left."))
    }

    @Test func `a path with backslashes is no formula`() throws {
        let source = try Self.source("<p>Open <img alt=\"C:\\folder\" src=\"a.png\"> now.</p>")
        #expect(source.contains("a.png"))
    }

    @Test func `formulas that a script was to set are formulas`() throws {
        let words = "<p>So \\(E = mc^2\\) holds.</p><p>\\[F = ma\\]</p>"
        #expect(try Self.source(words).contains("$E = mc^2$") == false)
        let source = try Self.source(
            "<script src=\"https://c.example/mathjax.js\"></script>" + words)
        #expect(source.contains("So $E = mc^2$ holds."))
        #expect(source.contains("$$F = ma$$"))
    }

    @Test func `a table around equations is no table`() throws {
        let source = try Self.source(
            "<table><tr><td></td><td><math display=block alttext=\"a=b\"></math></td><td>(4)</td></tr></table>"
        )
        #expect(source.contains("$$a=b \\\\tag{4}$$") || source.contains("$$a=b \\tag{4}$$"))
        #expect(!source.contains("| --- |"))
    }

    @Test(arguments: [
        "<picture><source srcset=\"https://p.example/a.webp 2x, https://p.example/s.webp 1x\"><img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\"></picture>",
        "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\" data-loader-address=\"https://p.example/a.webp\">",
    ])
    func `a picture behind a placeholder is found`(html: String) throws {
        #expect(try Self.source("<p>\(html)</p>").contains("https://p.example/a.webp"))
    }

    @Test func `links that a sentence announces, and sections of a wiki, stay`() throws {
        let list =
            "<ul><li><a href=/a>The first lamp</a></li><li><a href=/b>The second lamp</a></li></ul>"
        #expect(try Self.source("<h3>More stories</h3>" + list).contains("The first lamp") == false)
        #expect(
            try Self.source(
                "<p>Three of them have been described by us in the years before:</p>" + list
            ).contains("The first lamp"))
        #expect(
            try Self.source("<div id=mw-content-text><p>A wiki.</p></div><h2>See also</h2>" + list)
                .contains("The first lamp"))
    }

    @Test func `raised numbers without a note stay`() throws {
        #expect(
            try Self.source("<p>The area is 12 m<sup>2</sup> and the crew is small.</p>").contains(
                "m<sup>2</sup>"))
    }

    @Test func `text that a drawing frames is kept`() throws {
        let source = try Self.source(
            "<svg><title>t</title><foreignObject><p>Inside of the drawing is a sentence.</p></foreignObject></svg><svg><text>no</text></svg>"
        )
        #expect(source.contains("Inside of the drawing is a sentence."))
    }

    private static let sentence = "渡口的灯在傍晚亮起，守灯的人站在船头说，新船每天可以载六百多人，比旧船多出一倍。"

    @Test(arguments: [
        (["▌停航", "▌复航", "▌远航"], 3),
        (["01. 停航。", "02. 复航。", "03. 远航。"], 3),
        (["一、停航。", "二、复航。", "三、远航。"], 3),
        (["<b>停航。</b>", "<b>复航。</b>", "<b>远航。</b>"], 3),
        (["停航3.5天。", "复航2.1次。", "1. 远航。"], 1),
        (["停航。", "复航。", "远航。"], 1),
    ])
    func `one long paragraph is divided where its marks say so`(leads: [String], count: Int) throws
    {
        let words = leads.map { $0 + String(repeating: Self.sentence, count: 12) }.joined()
        let article = try Reading.one(
            "<html><head><title>渡口的灯</title></head><body><article><p>\(words)</p></article></body></html>",
            name: "a.html")
        let paragraphs = article.source.split(separator: "\n\n")
        #expect(paragraphs.count == count)
        if count > 1 {
            for (paragraph, lead) in zip(paragraphs, leads) {
                let start = ["*", "\\", "<strong>", "</strong>"].reduce(String(paragraph)) {
                    $0.replacing($1, with: "")
                }
                #expect(
                    start.hasPrefix(lead.replacing("<b>", with: "").replacing("</b>", with: "")))
            }
        }
    }
}
