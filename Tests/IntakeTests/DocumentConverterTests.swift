import Foundation
import Testing

@testable import Intake

/// Word and EPUB files, with a stand-in for pandoc.
struct DocumentConverterTests {
    static let source = Source(
        name: "saved/letter.docx", bytes: [0x50, 0x4B, 3, 4] + Array("word/document.xml".utf8))

    @Test(
        arguments: [
            ("a.docx", "", "docx"), ("a.epub", "", "epub"), ("a.odt", "", "odt"),
            ("a", "mimetypeapplication/epub+zip", "epub"), ("a.zip", "word/document.xml", "docx"),
            ("a.zip", "notes.txt", nil),
        ] as [(String, String, String?)])
    func `the format is told by name and content`(name: String, content: String, format: String?) {
        let bytes = [0x50, 0x4B, 3, 4] + Array(content.utf8)
        #expect(DocumentConverter.format(of: Source(name: name, bytes: bytes)) == format)
        #expect(DocumentConverter.format(of: Source(name: name, bytes: [1])) == nil)
    }

    @Test func `without pandoc it is said what to do`() throws {
        let result = try DocumentConverter.page(
            from: Self.source, format: "docx", search: "/nonexistent")
        guard case .failure(let refusal) = result else {
            Issue.record("it was converted")
            return
        }
        #expect(
            refusal.diagnostic.message
                == "docx files are converted with pandoc, which is not installed")
        #expect(refusal.diagnostic.help?.hasPrefix("install pandoc") == true)
    }

    @Test func `all that pandoc makes of it is the article`() throws {
        let page =
            "<html><head><title>letter</title></head><body><h1>渡口的信</h1><p>短。</p><div class=related><p>也是正文。</p></div></body></html>"
        let result = try run("printf '%s' '\(page)' > \"${out#--output=}\"")
        let document = try result.get()
        let article = try #require(Intake.read(document).articles.first)
        #expect(article.title == "渡口的信")
        #expect(article.words == "短。\n\n也是正文。")
    }

    @Test func `what pandoc says when it fails is passed on`() throws {
        let result = try run("echo 'couldn'\"'\"'t unpack' >&2; exit 63")
        guard case .failure(let refusal) = result else {
            Issue.record("it was converted")
            return
        }
        #expect(
            refusal.diagnostic.message == "pandoc cannot read it as docx: couldn't unpack")
    }

    private func run(_ script: String) throws
        -> Result<CapturedDocument, DocumentConverter.Refusal>
    {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "variorum-pandoc-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let program = folder.appendingPathComponent("pandoc")
        let text =
            "#!/bin/sh\nfor word in \"$@\"; do case $word in --output=*) out=$word;; esac; done\n\(script)\n"
        try Data(text.utf8).write(to: program)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: program.path)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
        }
        return try DocumentConverter.page(
            from: Self.source, format: "docx", search: "/nonexistent:" + folder.path)
    }
}
