import Testing

@testable import Markup

@Suite struct EventTests {
    @Test(arguments: MarkdownSamples.all + MarkdownSamples.nasty)
    func `events are balanced`(markdown: String) {
        var open: [Event.Node] = []
        for event in MarkdownDocument(markdown).events {
            switch event.phase {
            case .enter: open.append(event.node)
            case .leave: #expect(open.popLast() == event.node)
            case .leaf: #expect(!open.isEmpty)
            }
        }
        #expect(open.isEmpty)
    }

    @Test(arguments: MarkdownSamples.all + MarkdownSamples.nasty)
    func `the source range of a text holds that text, or nothing`(markdown: String) {
        let document = MarkdownDocument(markdown)
        for event in document.events where event.node == .text && !event.source.isEmpty {
            let slice = document.source[Int(event.source.lowerBound)..<Int(event.source.upperBound)]
            let words = document.bytes(event.payload)
            let length = slice == words ? slice.count : SourceAlignment.length(of: words, in: slice)
            #expect(length == slice.count, "\(markdown.debugDescription)")
        }
    }

    @Test(
        arguments: [
            ("甲[[a]]乙[[b|丙]]", ["a": "a", "b": "丙"]),
            ("\\[[a]] [[b]]", ["b": "b"]),
            ("[\\[a]]", [:]),
            ("&#91;[a]]", [:]),
            ("`[[a]]`", [:]),
            ("[x [[a]]](b)", [:]),
            ("![[a.png]]", [:]),
            ("[[]] [[ ]] [[a\nb]]", [:]),
            ("|[[a\\|b]]|\n|-|", ["a": "b"]),
            ("**[[a|b]]**", ["a": "b"]),
        ] as [(String, [String: String])])
    func `wikilinks are found in text and nowhere else`(markdown: String, links: [String: String]) {
        let document = MarkdownDocument(markdown)
        var found: [String: String] = [:]
        for (index, event) in document.events.enumerated()
        where event.node == .wikilink && event.phase == .enter {
            found[document.string(event.payload)] = document.string(
                document.events[index + 1].payload)
        }
        #expect(found == links)
    }

    @Test func `thousands of documents on all cores read as they do one after the other`() async {
        let texts = (0..<3_000).map { number in
            Array(
                """
                # ~~\(number)~~ 題

                見 https://a.example/\(number) 與 www.b.example ，~~刪去~~，a\(number)@c.example 。[^n]

                | ~~甲~~ | https://d.example |
                | :-- | --: |
                | [[x|乙]] | *\(number)* |

                - [x] ~~丙~~
                - [ ] http://e.example/?q=\(number)

                [^n]: 註 ~~\(number)~~ www.f.example
                """.utf8)
        }
        let serial = texts.map { HTMLWriter.html(of: MarkdownDocument($0)) }
        let parallel = await withTaskGroup(of: (Int, [UInt8]).self) { group in
            for (index, text) in texts.enumerated() {
                group.addTask { (index, HTMLWriter.html(of: MarkdownDocument(text))) }
            }
            var pages = [[UInt8]](repeating: [], count: texts.count)
            for await (index, page) in group { pages[index] = page }
            return pages
        }
        #expect(serial == parallel)
        #expect(serial.allSatisfy { $0.contains("<del>".utf8) && !$0.contains(UInt8(ascii: "~")) })
    }

    @Test func `a hundred thousand nested quotes keep their words and say where they were cut`() {
        let document = MarkdownDocument(String(repeating: ">", count: 100_000) + "words")
        #expect(document.plainText().utf8 == Array("words\n".utf8))
        #expect(document.notes == [MarkdownNote(.nestingCut(depth: 100), offset: 100)])
        #expect(HTMLWriter.html(of: document).count < 10_000)
    }

    @Test(arguments: ["- ", "1. ", "**a ", "*a ", "[", "![", "~~a ", "<b>", "> - ", "`a", "[^1]:"])
    func `fifty thousand of anything are read`(piece: String) {
        let document = MarkdownDocument(String(repeating: piece, count: 50_000) + "x")
        #expect(HTMLWriter.html(of: document).isEmpty == document.plainText().utf8.isEmpty)
    }

    @Test func `a table that would fill memory is shown as text`() {
        let head =
            String(repeating: "|a", count: 2_000) + "|\n" + String(repeating: "|-", count: 2_000)
            + "|\n"
        let source = "before\n\n" + head + String(repeating: "|\n", count: 2_000) + "\nafter\n"
        let document = MarkdownDocument(source)
        #expect(!document.events.contains { $0.node == .table })
        #expect(HTMLWriter.html(of: document).count < 3 * source.utf8.count)
        #expect(
            document.notes == [MarkdownNote(.tableShownAsText(cells: 4_000_000), offset: 4_010)])
        #expect(
            document.events.last { $0.node == .text }.map {
                document.source[Int($0.source.lowerBound)]
            } == 0x61)
        let diagnostic = document.notes[0].diagnostic(
            file: "a.md", firstLine: 5, source: document.source)
        #expect(diagnostic.place?.line == 8)
        #expect(
            diagnostic.message
                == "a table with 4000000 cells, nearly all of them empty, is shown as text")
        #expect(diagnostic.help == "give every row as many cells as the head of the table has")
    }

    @Test func `an honest wide table is a table`() {
        let row = String(repeating: "| 1 ", count: 100) + "|\n"
        let source =
            row + String(repeating: "|---", count: 100) + "|\n"
            + String(repeating: row, count: 1_000)
        let document = MarkdownDocument(source)
        #expect(document.events.contains { $0.node == .table })
        #expect(document.notes.isEmpty)
    }

    @Test func `a footnote that nothing refers to is noted`() {
        let document = MarkdownDocument("甲[^a]\n\n[^a]: 註\n\n[^b]: 沒有人看\n\n    [^c]: code\n")
        #expect(document.notes.map(\.kind) == [.unusedFootnote(label: "b")])
        #expect(
            document.notes.map(\.message) == [
                "nothing refers to the footnote [^b], so it is not shown"
            ])
    }

    @Test func `a text of megabytes is read`() {
        let paragraph = "一段**文字**，有[鏈接](https://a.example)。\n\n"
        let count = 3_000_000 / paragraph.utf8.count
        let document = MarkdownDocument(String(repeating: paragraph, count: count))
        #expect(document.events.count { $0.node == .paragraph && $0.phase == .enter } == count)
    }
}
