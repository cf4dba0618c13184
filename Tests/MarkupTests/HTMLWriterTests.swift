import TestSupport
import Testing

@testable import Markup

@Suite struct HTMLWriterTests {
    /// Wraps around words of the text: `(words, level, letter)` as `<x>`…`</x>`, again as `<x+>`;
    /// in links `<x->`.
    private func html(_ markdown: String, _ marks: [(String, Int, String)], link: Bool = false)
        throws -> String
    {
        let document = MarkdownDocument(markdown)
        let text = document.plainText().utf8
        var tags = InlineTags()
        let wraps = try marks.map { words, level, name in
            let range = try #require(text.firstRange(of: Array(words.utf8)))
            let tag = InlineTag(
                open: "<\(name)>", reopen: "<\(name)+>", close: "</\(name)>",
                openInLink: level == 2 ? "<\(name)->" : nil,
                closeInLink: level == 2 ? "</\(name)->" : nil)
            return InlineWrap(range: range, level: level, tag: tags.add(tag))
        }
        let html = HTMLWriter.html(of: document, wraps: wraps, tags: tags)
        return String(decoding: html, as: UTF8.self)
    }

    @Test(
        arguments: [
            ("甲乙丙", [("乙", 0, "s")], "<p>甲<s>乙</s>丙</p>\n"),
            ("甲乙丙", [("乙", 2, "m"), ("甲乙丙", 0, "s")], "<p><s>甲<m>乙</m>丙</s></p>\n"),
            ("甲乙", [("甲乙", 2, "m"), ("甲乙", 0, "s")], "<p><s><m>甲乙</m></s></p>\n"),
            ("甲乙丙", [("甲乙", 0, "s"), ("乙丙", 1, "c")], "<p><s>甲<c>乙</c></s><c+>丙</c></p>\n"),
            ("甲乙丙", [("乙丙", 0, "s"), ("甲乙", 1, "c")], "<p><c>甲</c><s><c+>乙</c>丙</s></p>\n"),
            // Elements of the document.
            ("甲**乙**丙", [("甲乙丙", 0, "s")], "<p><s>甲<strong>乙</strong>丙</s></p>\n"),
            ("甲**乙丙**丁", [("甲乙", 0, "s")], "<p><s>甲</s><strong><s+>乙</s>丙</strong>丁</p>\n"),
            ("**甲乙**丙", [("乙丙", 0, "s")], "<p><strong>甲<s>乙</s></strong><s+>丙</s></p>\n"),
            ("**甲**乙", [("甲", 0, "s")], "<p><s><strong>甲</strong></s>乙</p>\n"),
            (
                "**甲乙**", [("甲", 0, "s"), ("甲乙", 1, "c")],
                "<p><strong><s><c>甲</c></s><c+>乙</c></strong></p>\n"
            ),
            ("甲\n乙", [("甲\n乙", 0, "s")], "<p><s>甲\n乙</s></p>\n"),
            ("甲  \n乙", [("甲\n乙", 0, "s")], "<p><s>甲<br />\n乙</s></p>\n"),
            ("甲\n\n乙", [("甲\n\n乙", 0, "s")], "<p><s>甲</s></p>\n<p><s+>乙</s></p>\n"),
            // Links hold no links.
            ("[甲乙](a)", [("甲", 2, "m")], "<p><a href=\"a\"><m->甲</m->乙</a></p>\n"),
            ("[甲](a)乙", [("甲", 2, "m")], "<p><a href=\"a\"><m->甲</m-></a>乙</p>\n"),
            ("甲[乙](a)", [("甲乙", 2, "m")], "<p><m>甲</m><a href=\"a\"><m->乙</m-></a></p>\n"),
            (
                "甲 **[乙](a)**", [("乙", 2, "m")],
                "<p>甲 <strong><a href=\"a\"><m->乙</m-></a></strong></p>\n"
            ),
            ("[甲](a)乙", [("甲乙", 0, "s")], "<p><s><a href=\"a\">甲</a>乙</s></p>\n"),
            (
                "甲[^1]乙\n\n[^1]: 註", [("甲乙", 0, "s")],
                "<p><s>甲<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" data-footnote-ref>1</a></sup>乙</s></p>\n"
                    + "<section class=\"footnotes\" data-footnotes>\n<ol>\n<li id=\"fn-1\">\n<p>註 "
                    + "<a href=\"#fnref-1\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩</a></p>\n</li>\n</ol>\n</section>\n"
            ),
            // Code, images, raw HTML.
            ("甲`乙丙`丁", [("丙丁", 0, "s")], "<p>甲<code>乙丙</code><s>丁</s></p>\n"),
            ("甲`乙`丁", [("甲乙丁", 0, "s")], "<p><s>甲<code>乙</code>丁</s></p>\n"),
            ("甲![x](y)乙", [("甲乙", 0, "s")], "<p><s>甲<img src=\"y\" alt=\"x\" />乙</s></p>\n"),
            ("甲<b>乙</b>丙", [("甲乙丙", 0, "s")], "<p><s>甲</s><b><s+>乙</s></b><s+>丙</s></p>\n"),
            ("甲<br>乙", [("甲\n乙", 0, "s")], "<p><s>甲<br>乙</s></p>\n"),
            (
                "|甲|乙|\n|-|-|", [("甲\t乙", 0, "s")],
                "<table>\n<thead>\n<tr>\n<th><s>甲</s></th>\n<th><s+>乙</s></th>\n</tr>\n</thead>\n</table>\n"
            ),
            ("```\n甲 < 乙\n```", [("甲 < 乙", 0, "s")], "<pre><code><s>甲 &lt; 乙</s>\n</code></pre>\n"),
            ("[[a|甲]]乙", [("甲", 2, "m")], "<p><m>甲</m>乙</p>\n"),
        ] as [(String, [(String, Int, String)], String)])
    func `wraps nest, split where they must, and keep their order`(
        markdown: String, marks: [(String, Int, String)], expected: String
    ) throws {
        #expect(try html(markdown, marks) == expected)
    }

    @Test(arguments: 0..<40)
    func `wraps change nothing but add balanced tags`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let document = MarkdownDocument(MarkdownSamples.random(using: &random))
            let length = document.plainText().utf8.count
            guard length > 1 else { continue }
            var tags = InlineTags()
            let wraps = (0..<Int.random(in: 1...6, using: &random)).map { number in
                // Between characters only: the text is UTF-8.
                let text = document.plainText().utf8
                var (a, b) = (
                    Int.random(in: 0..<length, using: &random),
                    Int.random(in: 0..<length, using: &random)
                )
                while a > 0, text[a] & 0xC0 == 0x80 { a -= 1 }
                while b > 0, text[b] & 0xC0 == 0x80 { b -= 1 }
                let tag = InlineTag(
                    open: "\u{1}\(number)\u{2}", reopen: "\u{1}\(number)\u{3}",
                    close: "\u{4}\(number)\u{5}",
                    openInLink: number % 3 == 2 ? "\u{1}\(number)\u{6}" : nil)
                return InlineWrap(
                    range: min(a, b)..<max(a, b), level: number % 3, tag: tags.add(tag))
            }
            let plain = String(decoding: HTMLWriter.html(of: document), as: UTF8.self)
            let woven = String(
                decoding: HTMLWriter.html(of: document, wraps: wraps, tags: tags), as: UTF8.self)
            #expect(woven.replacing(/[\u{1}\u{4}]\d[\u{2}\u{3}\u{5}\u{6}]/, with: "") == plain)
            expectNested(woven)
        }
    }

    /// Every tag and wrap is closed in the reverse of the order in which they were opened, a wrap
    /// opens for the first time once, and none stands around nothing.
    private func expectNested(_ html: String) {
        var open: [String] = []
        var begun: Set<String> = []
        let void = ["br", "hr", "img", "input", "wbr"]
        for match in html.matches(
            of: /<(\/?)([a-z0-9]+)[^>]*>|([\u{1}\u{4}])(\d)([\u{2}\u{3}\u{5}\u{6}])/)
        {
            if let name = match.output.2.map(String.init) {
                if void.contains(name) { continue }
                if match.output.1 == "/" {
                    #expect(open.popLast() == name, "\(html)")
                } else {
                    open.append(name)
                }
            } else if let name = match.output.4.map(String.init) {
                if match.output.3 == "\u{4}" {
                    #expect(open.popLast() == name, "\(html)")
                } else {
                    #expect(!open.contains(name), "\(html)")
                    if match.output.5 == "\u{2}" { #expect(begun.insert(name).inserted, "\(html)") }
                    open.append(name)
                }
            }
        }
        #expect(open.isEmpty, "\(html)")
    }

    @Test func `options shape what is written`() {
        var options = HTMLOptions()
        options.modern = true
        options.headingIDs = true
        options.headingShift = 1
        options.footnotePrefix = "x-"
        options.scrollableTables = true
        options.lazyImages = true
        options.link = { target, isWikilink in
            if isWikilink {
                return target == "a" ? .init(href: "../people/a/", attributes: " class=\"w\"") : nil
            }
            return target.hasPrefix("http")
                ? .init(href: target, attributes: " rel=\"external\"") : .init(href: "../" + target)
        }
        options.image = {
            $0 == "gone.png" ? nil : .init(href: "../assets/" + $0, attributes: " width=\"5\"")
        }
        let document = MarkdownDocument(
            """
            # 一 Two, *three*!

            ## 一 Two three

            ### s1

            [[a|甲]][[b]] [c](https://d.example) [e](f) ![g](h.png) ![i](gone.png)[^1]

            | 甲 | 乙 |
            | --- | --: |
            | - | - |

            - [x] 丙

            ---

            [^1]: 註
            """)
        #expect(
            String(decoding: HTMLWriter.html(of: document, options: options), as: UTF8.self) == """
                <h2 id="一-two-three">一 Two, <em>three</em>!</h2>
                <h3 id="一-two-three-1">一 Two three</h3>
                <h4 id="s1">s1</h4>
                <p><a href="../people/a/" class="w">甲</a>b <a href="https://d.example" rel="external">c</a> \
                <a href="../f">e</a> <img src="../assets/h.png" alt="g" width="5" loading="lazy"> i\
                <sup class="footnote-ref"><a href="#fn-x-1" id="fnref-x-1" data-footnote-ref>1</a></sup></p>
                <div class="table-scroll" tabindex="0">
                <table>
                <thead>
                <tr>
                <th>甲</th>
                <th class="right">乙</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>-</td>
                <td class="right">-</td>
                </tr>
                </tbody>
                </table>
                </div>
                <ul>
                <li class="task"><span class="box">☑</span> 丙</li>
                </ul>
                <hr>
                <div class="footnotes" role="doc-endnotes">
                <ol>
                <li id="fn-x-1">
                <p>註 <a href="#fnref-x-1" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩</a></p>
                </li>
                </ol>
                </div>

                """)
    }

    @Test func `a resolver cannot lead to code`() {
        var options = HTMLOptions()
        options.link = { _, _ in .init(href: "javascript:x") }
        #expect(
            HTMLWriter.html(of: MarkdownDocument("[a](b)"), options: options)
                == Array("<p>a</p>\n".utf8))
    }
}
