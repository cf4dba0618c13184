import Foundation
import Testing

@testable import Markup

/// What this module writes without options is what cmark-gfm writes.
@Suite struct CMarkEqualityTests {
    @Test(arguments: MarkdownSamples.all)
    func `events written as HTML are the HTML of cmark`(markdown: String) {
        expectSameHTML(markdown)
    }

    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["VARIORUM_GFM_SPEC"] != nil),
        arguments: try SpecificationExamples.read())
    func `every example of the GFM specification is written as cmark writes it`(
        example: SpecificationExamples.Example
    ) {
        expectSameHTML(example.markdown)
    }

    private func expectSameHTML(_ markdown: String) {
        let source = Array(markdown.utf8)
        let expected = CMarkTree.libraryHTML(of: source)
        let html = HTMLWriter.html(of: MarkdownDocument(literal: source), likeLibrary: true)
        #expect(
            String(decoding: html, as: UTF8.self) == String(decoding: expected, as: UTF8.self),
            "\(markdown.debugDescription)")
    }
}
