import Archive
import Testing
import Text

@Suite struct FrontMatterWriterTests {
    @Test func `fields are written as an editor would write them`() {
        let yaml = FrontMatterWriter.frontMatter(fields: [
            ("zzz", .int(3)), ("title", .string("港口：清晨的「船」")), ("date", .string("2025-04-08")),
            ("period", .string("2024")), ("authors", .list([.string("林一"), .string("Ann: Lee")])),
            ("url", .string("https://example.org/?a=1#b")), ("draft", .bool(true)),
            ("tags", .list([])),
            ("summary", .string("- no list")), ("note", .string("One\n\n* two\n")),
            (
                "accept",
                .list([
                    .map([
                        "text": .string("船"), "entity": .string("boat"), "quote": .string("那艘 #船"),
                    ])
                ])
            ),
        ])
        #expect(
            yaml == """
                ---
                title: 港口：清晨的「船」
                date: 2025-04-08
                authors: [林一, "Ann: Lee"]
                url: https://example.org/?a=1#b
                period: "2024"
                tags: []
                summary: "- no list"
                note: |
                  One

                  * two
                draft: true
                accept:
                  - text: 船
                    entity: boat
                    quote: "那艘 #船"
                zzz: 3
                ---

                """)
    }

    /// What is written under a key nobody knows comes back in `extra`.
    private func roundTrip(_ value: Value) -> Value? {
        let text =
            FrontMatterWriter.frontMatter(fields: [("title", .string("T")), ("odd thing", value)])
            + "Text"
        let archive = load(("articles/a.md", text))
        #expect(lines(archive) == [], "\(text)")
        return archive.articles.first?.extra["odd thing"]
    }

    @Test(arguments: [
        "", " ", "a", "1", "-1", "1.5", "1e5", "0x1F", "0o7", "007", "1_000", "12:30", "12:30:45",
        "2025-04-08", "2025",
        "true", "False", "yes", "NO", "on", "null", "~", "Null", ".nan", "-.inf", "<<", "=", "-",
        "- a", "--- a", "---",
        "...", "? a", ": a", "a: b", "a:b", "a:", "a #b", "a#b", "#a", "&a", "*a", "!a", "|", ">",
        "@a", "`a`", "%a",
        "[a]", "{a}", "a, b", "a]b", "\"a\"", "'a'", "it's", "a\\b", "a\tb", "\ta", "a\n", "a\nb",
        "a\n\nb\n", "\na",
        " a\nb", "a\n b", "a\n \nb", "a\nb\n\n", "a\r\nb", "a b ", "：冒号", "，", "「引」", "“引”", "——",
        "《书》", "　全角", "a\u{A0}b",
        "a\u{200B}b", "e\u{301}", "🌊", "\u{1F468}\u{200D}\u{1F469}", "a\u{85}b", "a\u{2028}b",
        "a\u{FEFF}b",
        "Q: x", "key", "y", "n", "1,000", "1 2", "5%", "10万", "2025年4月", "0.5倍", "deadbeef",
        "12e03", "1/2",
    ])
    func `every string is read back as it was`(text: String) {
        #expect(roundTrip(.string(text)) == .string(text))
        #expect(roundTrip(.list([.string(text), .int(1)])) == .list([.string(text), .int(1)]))
        #expect(
            roundTrip(.list([.map([text: .string(text), "b": .null])]))
                == .list([.map([text: .string(text), "b": .null])]))
    }

    @Test func `random values are read back as they were`() {
        var random = Seeded(state: 20)
        for _ in 0..<400 {
            let value = random.value(depth: 3)
            #expect(roundTrip(value) == value)
        }
    }

    @Test func `a list is a document of its own`() {
        let claims: [Value] = [
            .map([
                "id": .string("a"), "title": .string("A"),
                "statements": .list([.map(["article": .string("x"), "quote": .string("12")])]),
            ]),
            .map(["id": .string("b"), "title": .string("B")]),
        ]
        #expect(
            FrontMatterWriter.yaml(list: claims) == """
                - id: a
                  title: A
                  statements:
                    - article: x
                      quote: "12"
                - id: b
                  title: B

                """)
    }

    /// SplitMix64, so that a failure can be run again.
    private struct Seeded {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((z ^ (z >> 31)) % UInt64(bound))
        }

        mutating func string() -> String {
            let signs = Array(
                "ab1 0-:#,[]{}\"'\\\n\t&*!|>%@`~.?=年，：「」é😀+_/eE\u{200B}\u{85}<".unicodeScalars)
            var text = String.UnicodeScalarView()
            for _ in 0..<next(9) { text.append(signs[next(signs.count)]) }
            return String(text)
        }

        mutating func value(depth: Int) -> Value {
            switch next(depth > 0 ? 8 : 6) {
            case 0: return .null
            case 1: return .bool(next(2) == 0)
            case 2: return .int(next(2_000_000) - 1_000_000)
            case 3: return .double(Double(next(100_000)) / 8 + 0.0625)
            case 6:
                var items: [Value] = []
                for _ in 0..<next(4) { items.append(value(depth: depth - 1)) }
                return .list(items)
            case 7:
                var map: [String: Value] = [:]
                for _ in 0..<next(4) { map[string()] = value(depth: depth - 1) }
                map["<<"] = nil
                return .map(map)
            default: return .string(string())
            }
        }
    }
}
