import Archive
import Files
import Foundation
import Markup
import Text

/// The text of a PDF file, through poppler's `pdftotext` where it is installed, with an anchor
/// `page-N` at the beginning of each page.
///
/// Only files that were made from text are read; a scanned page is a picture.
enum PDFConverter {
    static func isPDF(_ source: Source) -> Bool { source.bytes.starts(with: "%PDF".utf8) }

    /// `search`: folders to look for the program in, as in `PATH`.
    static func read(
        _ source: Source, search: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
    ) throws -> Intake.Reading {
        let place = Diagnostic.Place(file: source.name)
        func refused(_ id: String, _ message: String, _ help: String) -> Intake.Reading {
            Intake.Reading(
                articles: [], diagnostics: [Diagnostic(.error, id, at: place, message, help: help)])
        }
        guard let program = DocumentConverter.executable("pdftotext", in: search) else {
            return refused(
                "no-converter",
                "PDF files are read with pdftotext of poppler, which is not installed",
                "install poppler-utils, or save the text as HTML, Markdown or plain text")
        }
        let folder = try Disk.makeTemporaryFolder()
        defer { DocumentConverter.remove(folder) }
        let input = "\(folder)/source.pdf"
        let output = "\(folder)/text.html"
        try Disk.create(source.bytes, at: input)
        let said = try DocumentConverter.run(
            program, ["-enc", "UTF-8", "-htmlmeta", input, output])
        let bytes = Disk.exists(output) ? try Disk.read(output) : []
        guard !bytes.isEmpty else {
            let isLocked =
                said.lowercased().contains("password") || said.contains("Copying of text")
            return isLocked
                ? refused(
                    "encrypted", "the PDF is encrypted",
                    "save a copy without a password, and add that")
                : refused(
                    "not-converted",
                    "pdftotext cannot read it" + (said.isEmpty ? "" : ": \(said)"),
                    "open it in a viewer, save the text, and add that")
        }
        let pages = PDFText(String(decoding: bytes, as: UTF8.self))
        guard pages.hasText else {
            return refused(
                "no-text-layer",
                "the PDF has no text: its \(pages.pages.count) page\(pages.pages.count == 1 ? " is a picture" : "s are pictures")",
                "recognize its text first, for example with ocrmypdf, and add the result")
        }
        var diagnostics: [Diagnostic] = []
        let empty = pages.emptyPages
        if !empty.isEmpty {
            let numbers = empty.prefix(10).map(String.init).joined(separator: ", ")
            diagnostics.append(
                Diagnostic(
                    .warning, "page-without-text", at: place,
                    "\(empty.count) page\(empty.count == 1 ? " has" : "s have") no text: \(numbers)",
                    help: "they are empty or pictures; recognize their text, as ocrmypdf does"))
        }
        return Intake.Reading(articles: [pages.article(source)], diagnostics: diagnostics)
    }
}

/// What `pdftotext -htmlmeta` writes: properties in `meta`, the text in `pre`, pages ended by form
/// feeds.
struct PDFText {
    /// Paragraphs of each page.
    private(set) var pages: [[String]] = []
    private var title: String?
    private var author: String?
    /// The day that the file was made, as it says.
    private(set) var created: String?

    init(_ html: String) {
        let start = html.firstRange(of: "<pre>")?.upperBound ?? html.startIndex
        let end = html[start...].firstRange(of: "</pre>")?.lowerBound ?? html.endIndex
        let head = html[..<start]
        title = Self.between("<title>", "</title>", head)
        author = Self.property("Author", head)
        created = Self.property("CreationDate", head)
        var texts = Self.unescaped(String(html[start..<end])).split(
            separator: "\u{C}", omittingEmptySubsequences: false)
        if texts.last?.allSatisfy(\.isWhitespace) == true { texts.removeLast() }
        pages = texts.map { Self.paragraphs(String($0)) }
    }

    var hasText: Bool {
        pages.joined().reduce(0) { $0 + LineShape($1).letters } >= 10 * max(1, min(pages.count, 10))
    }

    /// Numbers of pages without words, from 1.
    var emptyPages: [Int] { pages.indices.filter { pages[$0].isEmpty }.map { $0 + 1 } }

    func article(_ source: Source) -> IncomingArticle {
        var pages = pages
        var dropped = Self.removeEdges(&pages)
        var evidence: [IncomingArticle.Evidence] = []
        var title = self.title.flatMap { Self.isTitle($0) ? $0 : nil }
        if title != nil { evidence.append(.init(field: "title", from: "the PDF's properties")) }
        if let first = pages.firstIndex(where: { !$0.isEmpty }), let line = pages[first].first {
            if title == nil, HeaderReader.canBeTitle(VisibleLine(line)) {
                title = line
                evidence.append(.init(field: "title", from: "first line"))
            }
            // The title is not a paragraph too.
            if let title, Letters.of(title) == Letters.of(line) {
                pages[first].removeFirst()
                dropped.append(IncomingArticle.Dropped(rule: "title", words: line))
            }
        }
        var authors: [String] = []
        if let author, LineShape(author).letters > 1 {
            authors = author.split { $0 == ";" || $0 == "、" }.map { String($0).trimmed }
            evidence.append(.init(field: "authors", from: "the PDF's properties"))
        }
        var markdown: [UInt8] = []
        for (index, paragraphs) in pages.enumerated() {
            guard !paragraphs.isEmpty else { continue }
            if !markdown.isEmpty { markdown.append(0x0A) }
            markdown += "<a id=\"page-\(index + 1)\"></a>".utf8
            markdown += PlainTextMarkdown.write(paragraphs.flatMap { [$0, ""] })
        }
        let text = MarkdownDocument(markdown).plainText().utf8
        let found = LanguageDetector.find(in: text)
        evidence.append(.init(field: "language", from: found?.evidence ?? "none"))
        var article = IncomingArticle(
            title: title ?? source.stem, authors: authors, translators: [], outlet: nil, date: nil,
            language: found?.language ?? "und", url: nil, tags: [], frontMatter: [],
            markdown: markdown, text: text, dropped: dropped, evidence: evidence)
        // When the file was made is rarely when the text was published.
        if let date = created.flatMap(ExportedText.date) {
            article.dateGuess = (date, "the day that the PDF was made")
        }
        return article
    }

    /// Removes page numbers, and lines that most pages have at the same edge.
    private static func removeEdges(_ pages: inout [[String]]) -> [IncomingArticle.Dropped] {
        func key(_ words: String) -> [UInt8] { Letters.of(words.filter { !$0.isNumber }) }
        var counts: [[UInt8]: Int] = [:]
        for page in pages {
            for key in Set((page.prefix(2) + page.suffix(2)).map(key)) where !key.isEmpty {
                counts[key, default: 0] += 1
            }
        }
        var dropped: [IncomingArticle.Dropped] = []
        for index in pages.indices {
            let last = pages[index].count - 1
            let kept = pages[index].enumerated().filter { number, words in
                guard number < 2 || number > last - 2, words.count <= 120 else { return true }
                let letters = key(words)
                let isNumber = letters.isEmpty && words.count <= 12
                let repeats = counts[letters] ?? 0
                return !(isNumber || repeats >= 2 && repeats * 2 > pages.count)
            }
            for (number, words) in pages[index].enumerated()
            where !kept.contains(where: { $0.offset == number }) {
                dropped.append(IncomingArticle.Dropped(rule: "page-edge", words: words))
            }
            pages[index] = kept.map(\.element)
        }
        return dropped
    }

    /// Programs put file names and their own name there.
    private static func isTitle(_ title: String) -> Bool {
        let lower = title.lowercased()
        return LineShape(title).letters >= 2
            && !["untitled", "microsoft word", ".doc", ".pdf", ".indd", ".tex"].contains {
                lower.contains($0)
            }
    }

    /// Lines that were wrapped are one paragraph; blank lines divide.
    private static func paragraphs(_ page: String) -> [String] {
        var paragraphs: [String] = []
        var current = ""
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = String(line).trimmed
            if words.isEmpty {
                if !current.isEmpty { paragraphs.append(current) }
                current = ""
            } else if current.isEmpty {
                current = words
            } else {
                current = joined(current, words)
            }
        }
        if !current.isEmpty { paragraphs.append(current) }
        return paragraphs.filter { LineShape($0).letters > 0 }
    }

    private static func joined(_ first: String, _ second: String) -> String {
        guard let last = first.unicodeScalars.last, let next = second.unicodeScalars.first else {
            return first + second
        }
        if last == "-" || last == "\u{AD}", next.properties.isLowercase {
            return String(first.dropLast()) + second
        }
        let isHan = last.value >= 0x2E80 || next.value >= 0x2E80
        return first + (isHan ? "" : " ") + second
    }

    private static func property(_ name: String, _ head: Substring) -> String? {
        between("<meta name=\"\(name)\" content=\"", "\"", head)
    }

    private static func between(_ start: String, _ end: String, _ text: Substring) -> String? {
        guard let from = text.firstRange(of: start)?.upperBound,
            let to = text[from...].firstRange(of: end)?.lowerBound
        else { return nil }
        let words = unescaped(String(text[from..<to])).trimmed
        return words.isEmpty ? nil : words
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&apos;", with: "'")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
