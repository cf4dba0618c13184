import Foundation
import TestSupport
import Testing

@testable import Markup

@Suite struct CanonicalMarkdownTests {
    @Test(arguments: [
        ("Title\n=====\n\n* a\n* b\n", "# Title\n\n- a\n- b\n"),
        ("__a__ and _b_", "**a** and *b*\n"),
        ("a  \nb", "a\\\nb\n"),
        ("    code", "```\ncode\n```\n"),
        ("~~~swift\na ``` b\n~~~", "````swift\na ``` b\n````\n"),
        ("* * *", "---\n"),
        ("[a][x]\n\n[x]: https://a.example 'T'", "[a](https://a.example \"T\")\n"),
        ("https://a.example", "<https://a.example>\n"),
        ("a|b\n-|:-:\nc|d", "| a | b |\n| --- | :-: |\n| c | d |\n"),
        ("5 * 3 = 15, 3~5 億, a_b, C# 是語言。", "5 * 3 = 15, 3~5 億, a_b, C# 是語言。\n"),
        ("\\# no heading", "\\# no heading\n"),
        ("2024\\. 年", "2024\\. 年\n"),
        ("a[^1]\n\n[^1]: n\n\n    m", "a[^1]\n\n[^1]: n\n\n    m\n"),
        ("[[tencent|騰訊]]與[[hunyuan]]", "[[tencent|騰訊]]與[[hunyuan]]\n"),
        ("> a\nlazy", "> a\n> lazy\n"),
        ("1) a\n2) b", "1. a\n2. b\n"),
        ("- [X] a", "- [x] a\n"),
        ("- a\n* b", "- a\n\n* b\n"),
        ("a<br>b", "a<br>b\n"),
        ("Q&A，A&amp;B，&amp;amp;", "Q&A，A&B，\\&amp;\n"),
        ("a\n\n[^unused]: words\n    more\n", "a\n\n[^unused]: words\n    more\n"),
    ])
    func `Markdown is written in one style`(markdown: String, canonical: String) {
        let written = CanonicalMarkdown.write(MarkdownDocument(markdown))
        #expect(String(decoding: written, as: UTF8.self) == canonical)
    }

    @Test(arguments: MarkdownSamples.all + MarkdownSamples.nasty)
    func `what is written reads the same`(markdown: String) {
        expectSame(markdown)
    }

    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["VARIORUM_GFM_SPEC"] != nil),
        arguments: try SpecificationExamples.read())
    func `every example of the GFM specification is written so that it reads the same`(
        example: SpecificationExamples.Example
    ) {
        expectSame(example.markdown)
    }

    @Test(arguments: 0..<40)
    func `random Markdown is written so that it reads the same`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 { expectSame(MarkdownSamples.random(using: &random)) }
    }

    @Test func `nearly everything is written without help from the source`() {
        let failed = MarkdownSamples.all.filter {
            !CanonicalMarkdown.roundTrips(MarkdownDocument($0))
        }
        #expect(failed.count * 100 <= MarkdownSamples.all.count * 5, "\(failed)")
    }

    private func expectSame(_ markdown: String) {
        let document = MarkdownDocument(markdown)
        let written = CanonicalMarkdown.write(document)
        #expect(
            MarkdownDocument(written).hasSameEvents(as: document),
            "\(markdown.debugDescription) → \(String(decoding: written, as: UTF8.self).debugDescription)"
        )
    }
}
