import Files
import Foundation
import Testing

@testable import Intake

/// The files of `rules/words/` and their reader.
struct WordListTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    static let names = [
        "blocks", "bylines", "classes", "dates", "footers", "labels", "outlets", "pages",
    ]

    private static let lists: [String: WordList] = [
        "blocks": .blocks, "bylines": .bylines, "classes": .classes, "dates": .dates,
        "footers": .footers, "labels": .labels, "outlets": .outlets, "pages": .pages,
    ]

    private static func text(_ path: String) throws -> String {
        String(decoding: try Disk.read(root + "/" + path), as: UTF8.self)
    }

    @Test func `sections, options, comments and quotation marks are read`() {
        let text = """
            # A comment.

            [footer at=start longest=40 needs=link]
            " de "
            by
            声明：
            # Another one.
            [drop-me drop]
            ad
            """
        let (list, diagnostics) = WordList.read(text, file: "a.txt")
        #expect(diagnostics == [])
        #expect(
            list.sections == [
                .init(
                    name: "footer",
                    options: ["at": "start", "longest": "40", "needs": "link"],
                    words: [" de ", "by", "声明："]),
                .init(name: "drop-me", options: ["drop": ""], words: ["ad"]),
            ])
        let rule = list.rules(at: "start")[0]
        #expect(rule.name == "footer" && rule.longest == 40 && rule.needsLink)
        #expect(list["drop-me"] == ["ad"])
    }

    @Test(arguments: [
        ("a", 1, "a phrase belongs into a section: write `[name]` above it"),
        ("[a", 1, "the bracket of the section is not closed"),
        ("[]", 1, "the section has no name"),
        (
            "[a longest=x]\nb", 1,
            "`longest=x` is not an option: use at=anywhere, at=start, at=whole, drop, longest=NUMBER, mark=optional or needs=link"
        ),
        ("[a]\nb\n[a]", 3, "there is a section `a` already"),
        ("[a]\n\"b", 2, "the quotation mark is not closed"),
        (
            "[a]\nb ", 2,
            "white space at the end of the phrase: remove it, or put the phrase in quotation marks"
        ),
        ("[a]\nc\nb", 3, "`b` belongs before `c`: phrases are sorted by their bytes"),
        ("[a]\nb\nb", 3, "`b` occurs twice"),
    ])
    func `a malformed line is reported with its place`(text: String, line: Int, message: String)
        throws
    {
        let problems = WordList.read(text, file: "a.txt").diagnostics
        let problem = try #require(problems.first)
        #expect(problem.message == message)
        #expect(problem.place?.file == "a.txt" && problem.place?.line == line)
    }

    @Test func `a section without phrases is reported`() {
        let problems = WordList.read("[a]\n[b]\nc", file: "a.txt").diagnostics
        #expect(problems.map(\.message) == ["section `a` has no phrases"])
    }

    @Test(arguments: names)
    func `a file is well-formed, sorted, without repetition, and embedded`(name: String) throws {
        let text = try Self.text("rules/words/\(name).txt")
        #expect(WordList.read(text, file: name).diagnostics == [])
        #expect(EmbeddedRules.text("words/\(name).txt") == text)
        #expect(Self.lists[name]?.sections.isEmpty == false)
    }

    @Test func `every section is used, and every section that code names exists`() throws {
        var asked: [String: Set<String>] = [:]
        for file in try FolderEntries.regularFiles(below: Self.root + "/Sources/Intake").map(\.path)
        {
            let source = try Self.text("Sources/Intake/" + file)
            for match in source.matches(of: /WordList\.(\w+)\["([^"]+)"\]/) {
                asked[String(match.1), default: []].insert(String(match.2))
            }
        }
        for name in Self.names {
            let list = try #require(Self.lists[name])
            // Labels, rules and class names are read section by section.
            let named = list.sections.filter {
                name != "labels" && $0.options["at"] == nil && $0.options["drop"] == nil
            }
            #expect(Set(named.map(\.name)) == asked[name] ?? [], "\(name)")
        }
        for section in WordList.labels.sections {
            #expect(BylineLabel(rawValue: section.name) != nil, "\(section.name)")
        }
        let files = try FolderEntries.regularFiles(below: Self.root + "/rules/words").map(\.path)
        #expect(Set(files) == Set(Self.names.map { $0 + ".txt" }))
    }
}
