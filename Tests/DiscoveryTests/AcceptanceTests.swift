import Archive
import TestSupport
import Testing
import Text

@testable import Discovery

@Suite struct AcceptanceTests {
    private static func accept(
        _ text: String, _ archive: Archive = Sample.archive(), sure: Double? = nil
    ) -> Acceptance {
        Acceptance(
            ReviewReader(text).rows, archive, rejected: RejectedNames(), sure: sure,
            today: "2026-12-01"
        ) { path in
            let entity = archive.entities.first { $0.file == path }
            return "---\nname: \(entity?.name ?? "")\n---\nProse.\n"
        }
    }

    @Test func `a ticked row becomes an entity file`() {
        let acceptance = Self.accept(
            """
            - [x] 汤道生 | person | dowson-tong
              - forms: 汤道生 ×3; 湯道生 ×2; Dowson Tong; Dowson
              - score 0.93: …
            - [ ] 元宝 | product | yuanbao
            - [-] 算力 | product | suanli
              - forms: 算力; 算力平台
            """)
        #expect(acceptance.diagnostics.isEmpty)
        #expect(acceptance.created.map(\.path) == ["content/people/dowson-tong.md"])
        #expect(
            acceptance.created.map(\.text) == [
                """
                ---
                name: 汤道生
                labels:
                  en: Dowson Tong
                  zh-Hant: 湯道生
                aliases: [Dowson]
                suggested:
                  by: builtin 1
                  score: 0.93
                  accepted: 2026-12-01
                ---

                """
            ])
        #expect(acceptance.open.map(\.id) == ["yuanbao"])
        #expect(acceptance.rejected.contains(FoldedText.key("算力平台")))
        #expect(acceptance.newlyRejected == 1)
    }

    @Test func `rows that are the same become one entity`() {
        let acceptance = Self.accept(
            """
            - [x] 腾讯元宝 | product | tencent-yuanbao
              - same as? [x] yuanbao
            - [x] 元宝 | product | yuanbao
            """)
        #expect(acceptance.created.map(\.path) == ["content/products/yuanbao.md"])
        #expect(acceptance.created[0].text.contains("aliases: [腾讯元宝]"))
    }

    @Test func `an entity of the archive gets the forms`() {
        let archive = Sample.archive([Sample.entity("tencent", "腾讯", aliases: ["企鹅"])])
        for text in [
            "- [x] 鹅厂 | organization | goose\n  - forms: 鹅厂; 企鵝\n  - same as? [x] tencent",
            "- [x] 騰訊 | organization | tencent\n  - forms: 鹅厂",
        ] {
            let acceptance = Self.accept(text, archive)
            #expect(acceptance.diagnostics.isEmpty)
            #expect(acceptance.created.isEmpty)
            #expect(
                acceptance.changed.map(\.text) == [
                    "---\nname: 腾讯\naliases: [鹅厂]\n---\nProse.\n"
                ])
        }
        let again = Self.accept("- [x] 腾讯 | organization | tencent\n  - forms: 企鹅", archive)
        #expect(again.changed.isEmpty && again.created.isEmpty && again.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("- [x] A | firm | a", "`firm` is not a kind of entity"),
        ("- [x] A | person | a/b", "`a/b` is not a valid id: it contains a slash"),
        (
            "- [x] A | person | con",
            "`con` is not a valid id: some systems cannot have a file of this name"
        ),
        (
            "- [x] A | person | 007",
            "`007` is not a valid id: some systems cannot have a file of this name"
        ),
        (
            "- [x] A | person | tencent",
            "`tencent` is the id of 腾讯 (content/organizations/tencent.md)"
        ),
        (
            "- [x] A | person | x\n- [x] B | person | X",
            "two accepted rows have the id `X`, this and line 1"
        ),
        (
            "- [x] A | person | a\n  - same as? [x] b\n- [ ] B | person | b",
            "`b` is neither an entity nor an accepted row"
        ),
    ])
    func `rows that cannot be accepted`(text: String, message: String) {
        let acceptance = Self.accept(text, Sample.archive([Sample.entity("tencent", "腾讯")]))
        #expect(acceptance.diagnostics.map(\.message) == [message])
        #expect(acceptance.diagnostics.allSatisfy { $0.help != nil })
    }

    @Test func `sure rows are accepted from a score on`() {
        let text = """
            - [ ] A | person | a
              - score 0.95: …
            - [ ] B | person | b
              - score 0.85: …
            - [-] C | person | c
              - score 0.99: …
            - [ ] D | person | d
            """
        let acceptance = Self.accept(text, sure: 0.9)
        #expect(acceptance.created.map(\.path) == ["content/people/a.md"])
        #expect(acceptance.open.map(\.id) == ["b", "d"])
    }

    /// 500 rounds of suggesting, ticking, accepting and editing: nothing that was decided comes
    /// back.
    @Test(arguments: 1...5)
    func `rejected names never come back`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let names = ["腾讯", "微信", "华为", "拼多多", "OpenAI", "DeepSeek", "马化腾", "雷军", "抖音", "高盛"]
        var articles = ["腾讯、微信、华为。"]
        var archive = Sample.archive(articles: 1)
        var rejected = RejectedNames()
        var text = ""
        for _ in 0..<100 {
            if Int.random(in: 0..<4, using: &random) == 0 {
                let mentioned = names.shuffled(using: &random).prefix(4)
                articles = [mentioned.joined(separator: "、") + "。"] + articles.prefix(2)
                archive.articles = Sample.archive(articles: articles.count).articles
            }
            let proposals = OpenProposals.of(
                try await Sample.proposals(articles), archive, rejected: rejected)
            for proposal in proposals {
                #expect(!proposal.forms.contains { rejected.contains($0.folded) })
                let taken = Set(
                    archive.entities.flatMap { $0.allAliases.map { FoldedText.key($0.text) } })
                #expect(!proposal.forms.contains { taken.contains($0.folded) })
            }
            let merge = ReviewMerge(proposals, old: ReviewReader(text).rows, archive)
            text = ReviewText(archive, Sample.texts(articles)).text(merge.rows, ids: merge.ids)
            for box in ["- [x]", "- [-]"] where Bool.random(using: &random) {
                if let open = text.range(of: "- [ ]") { text.replaceSubrange(open, with: box) }
            }
            let acceptance = Acceptance(
                ReviewReader(text).rows, archive, rejected: rejected, sure: nil, today: "2026"
            ) { _ in "---\nname: x\n---\n" }
            #expect(acceptance.diagnostics.isEmpty)
            rejected = acceptance.rejected
            for row in ReviewReader(text).rows where row.box == .accepted {
                archive.entities.append(Sample.entity(row.id, row.name, aliases: row.forms))
            }
            text = ReviewText.keeping(acceptance.open.map(\.line), of: text)
        }
        #expect(rejected.entries.count + archive.entities.count > 5)
    }
}
