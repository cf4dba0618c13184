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
    ])
    func `footnotes without links back are footnotes`(html: String) throws {
        let source = try Self.source(html)
        #expect(source.contains("A lamp[^1] burns."))
        #expect(source.contains("[^1]: It is old."))
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
}
