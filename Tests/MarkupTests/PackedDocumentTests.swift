import TestSupport
import Testing

@testable import Markup

@Suite struct PackedDocumentTests {
    private func expectSame(_ document: MarkdownDocument) {
        let again = PackedDocument(document).document
        #expect(again.hasSameEvents(as: document), "\(document.source)")
        #expect(again.events.map(\.source) == document.events.map(\.source))
        #expect(again.source == document.source)
        #expect(again.notes == document.notes)
    }

    @Test(arguments: MarkdownSamples.all + MarkdownSamples.nasty)
    func `a document that was packed says the same as before`(markdown: String) {
        expectSame(MarkdownDocument(markdown))
    }

    @Test func `so do the examples of the specification`() throws {
        for example in try SpecificationExamples.read() {
            expectSame(MarkdownDocument(example.markdown))
        }
    }

    @Test func `so do texts made at random`() {
        var random = SeededGenerator(seed: 31)
        for _ in 0..<200 { expectSame(MarkdownDocument(MarkdownSamples.random(using: &random))) }
    }

    @Test(arguments: [
        "[[river|河]]、[[mountain]]", "&lt;b&gt; \\* &nGt;", "&nGt;\\*", "\u{0}甲\u{0}",
        "3. c\n4. d\n\n![圖](a.png \"題\")[^1]\n\n[^1]: 註",
    ])
    func `so does what the source writes in another way`(markdown: String) {
        expectSame(MarkdownDocument(markdown))
        expectSame(MarkdownDocument(markdown).naming { "the \($0)" })
    }

    @Test func `prose takes less than its own bytes`() {
        let paragraph = "河水自西而來，經過兩座橋，在城外分為三支。\n次年春天水又高了一尺。\n\n"
        let document = MarkdownDocument(String(repeating: paragraph, count: 40))
        #expect(PackedDocument(document).size * 3 < document.source.count)
    }
}
