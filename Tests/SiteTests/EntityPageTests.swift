import Testing

@testable import Archive
@testable import Site

@Suite struct EntityPageTests {
    /// A boat in four months of three outlets, with a version of its own and a misprint.
    private static let files: [String: String] = {
        var files = [
            "archive.yml": "title: Ferries\nlanguage: en\n",
            "articles/a.md":
                "---\ndate: 2024-11-02\noutlet: Harbour News\n---\n# A\n\n渡船一號 sailed. The Swift was not ready.\n",
            "articles/b.md":
                "---\ndate: 2025-01-20\noutlet: Harbour News\n---\n# B\n\nThe Swift sailed. 渡船一号 did not, nor did Swift Two.\n",
            "articles/c.md":
                "---\ndate: 2025-02-01\noutlet: Quay\n---\n# C\n\nCaptain Lin saw the Swfit and the Swift.\n",
            "articles/d.md": "---\ndate: 2023\n---\n# D\n\nSwift is planned.\n",
            "annotations/c.yml": "sic:\n  - {quote: Swfit, correct: Swift}\n",
            "products/swift.md":
                "---\nname: Swift\nlabels: {zh-Hans: 渡船一号}\naliases: [Swfit]\nmaker: yard\n---\n",
            "products/swift-two.md": "---\nname: Swift Two\npart-of: swift\nmaker: yard\n---\n",
            "people/lin.md":
                "---\nname: Captain Lin\naffiliations: [{organization: yard, role: master, from: \"2020\"}]\n---\n",
            "organizations/yard.md": "---\nname: Yard\n---\n",
        ]
        for number in 1...9 {
            files["products/boat-\(number).md"] = "---\nname: Boat \(number)\nmaker: yard\n---\n"
        }
        return files
    }()

    @Test func `the timeline has a column for each month and its numbers as a table`() async throws
    {
        let archive = try TemporaryArchive(Self.files)
        #expect(try await archive.build().published != nil)
        let page = try archive.page("products/swift/index.html")
        #expect(page.contains("<title>November 2024: 2 mentions</title>"))
        #expect(page.contains("<title>January 2025: 3 mentions</title>"))
        #expect(page.contains(#"<rect class="bar part""#))
        #expect(
            page.contains(
                #"<tr><th scope="row"><time datetime="2025-01">January 2025</time></th><td>2</td><td>3</td></tr>"#
            ))
        #expect(
            page.contains(
                "Mentions per month. 1 mention in an article dated only by year appears only in the table."
            ))
        let lin = try archive.page("people/lin/index.html")
        #expect(!lin.contains("<svg class=\"chart\""))
    }

    @Test func `the ledger tells forms, scripts, outlets and misprints apart`() async throws {
        let archive = try TemporaryArchive(Self.files)
        #expect(try await archive.build().published != nil)
        let page = try archive.page("products/swift/index.html")
        let ledger = try #require(
            page.split(separator: "<table class=\"ledger\">").dropFirst().first)
        #expect(ledger.contains("Swift</th><td>4</td><td>Latin</td>"))
        #expect(ledger.contains("渡船一號</th><td>1</td><td>Traditional</td>"))
        #expect(ledger.contains("渡船一号</th><td>1</td><td>Simplified</td>"))
        #expect(ledger.contains("Harbour News 2 · Quay 1"))
        #expect(ledger.contains(#"<span class="sic">Swfit</span></th><td>1</td>"#))
        #expect(
            ledger.contains(#"<span class="misprint">sic; should read “Swift”</span><br>Quay 1"#))
        #expect(!page.contains("<dd>Swfit</dd>"))
    }

    @Test func `facts are shown from both sides and long lists fold`() async throws {
        let archive = try TemporaryArchive(Self.files)
        #expect(try await archive.build().published != nil)
        let yard = try archive.page("organizations/yard/index.html")
        #expect(yard.contains(#"lin/index.html">Captain Lin</a> master since 2020"#))
        #expect(yard.contains(#"swift/index.html">Swift</a> <span class="count">"#))
        #expect(yard.contains(#"<dd><details class="more"><summary>Show 4 more</summary><ul><li>"#))
        let swift = try archive.page("products/swift/index.html")
        #expect(
            swift.contains(#"swift-two/index.html">Swift Two</a> <span class="count">1</span>"#))
        #expect(swift.contains(#"<span class="part" lang="en">as Swift Two</span>"#) == false)
    }

    @Test(arguments: [
        ("騰訊", WritingScript.traditional), ("腾讯", .simplified), ("微信", .shared),
        ("QQ音樂", .traditional), ("QQ", .latin), ("Ｑ１", .latin), ("Яндекс", .other), ("42", .other),
    ])
    func `a script is told by the characters that only one has`(
        name: String, script: WritingScript
    ) {
        #expect(WritingScript(of: name) == script)
    }

    @Test func `cooccurrence are those who meet more often than chance, not the most frequent`() {
        func member(_ entity: Int) -> CastMember {
            CastMember(entity: entity, mentions: 1, first: 0)
        }
        // 0 is in four of forty articles, always with 2; 1 is in all of them.
        let cast = (0..<40).map { article in
            article < 4 ? [member(0), member(1), member(2)] : [member(1)]
        }
        let cooccurrence = Cooccurrence(cast: cast, entities: 3).of(0, in: [0, 1, 2, 3])
        #expect(cooccurrence.map(\.entity) == [2, 1])
        #expect(
            Cooccurrence(cast: cast, entities: 3).of(0, in: [0, 1, 2, 3], except: [2]).map(\.entity)
                == [1])
    }

    @Test func `labels of one language are one preferred and others alternative`() {
        var entity = Entity(id: "tencent", kind: .organization, file: "x.md", name: "腾讯")
        entity.labels = [("en", "Tencent"), ("EN", "Tencent Ltd"), ("zh-Hant", "騰訊")]
        entity.aliases = [
            Entity.Alias(text: "Tencent", place: .init(file: "x.md")),
            Entity.Alias(text: "鹅厂", onlyIn: ["a"], place: .init(file: "x.md")),
            Entity.Alias(text: "腾迅", place: .init(file: "x.md")),
        ]
        let labels = ConceptLabels(entity, language: "zh-Hans", misprints: ["腾迅"])
        #expect(labels.preferred.map(\.text) == ["Tencent", "騰訊", "腾讯"])
        #expect(labels.alternative.map(\.text) == ["Tencent Ltd"])
        #expect(labels.hidden.map(\.text) == ["鹅厂", "腾迅"])
    }
}
