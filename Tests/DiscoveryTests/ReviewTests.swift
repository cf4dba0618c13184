import Archive
import Testing
import Text

@testable import Discovery

enum RejectedNamesFixture {
    static func names(_ names: String...) -> RejectedNames {
        var rejected = RejectedNames()
        for name in names { rejected.add(.init(name: name, forms: [name])) }
        return rejected
    }
}

@Suite struct ReviewTests {
    @Test(
        arguments: [
            ("- [ ] A | person | a", .open), ("- [x] A | person | a", .accepted),
            ("- [X] A | person | a", .accepted), ("* [-] A | person | a", .rejected),
            ("- [] A | person | a", .open), ("- ［×］ A ｜ person ｜ a", .accepted),
            ("- 【－】A｜person｜a", .rejected),
        ] as [(String, ReviewRow.Box)])
    func `boxes`(line: String, box: ReviewRow.Box) {
        let reader = ReviewReader(line)
        #expect(reader.diagnostics.isEmpty)
        #expect(reader.rows.map(\.box) == [box])
        #expect(reader.rows.map { [$0.name, $0.kind, $0.id] } == [["A", "person", "a"]])
    }

    @Test(arguments: [
        ("- A | person | a", "a row must begin with a box"),
        ("- [?] A | person | a", "`[?]` is not a box"),
        ("- [x] A, person, a", "a row must have a name, a kind and an id"),
        ("- [x] A | person | ", "a row must have a name, a kind and an id"),
        ("- [x] A | person | a | b", "a row must have a name, a kind and an id"),
        ("  - forms: A", "this line belongs to no row"),
        ("- [ ] A | person | a\n  - same as? [q] b", "`[q]` is not a box"),
    ])
    func `wrong rows`(text: String, message: String) {
        let reader = ReviewReader(text)
        #expect(reader.diagnostics.map(\.message) == [message])
        #expect(reader.diagnostics.allSatisfy { $0.id == "bad-review-row" && $0.help != nil })
    }

    @Test func `forms and what is the same`() {
        let reader = ReviewReader(
            """
            # Names to review
            - [x] 元宝 | product | yuanbao
              - forms: 元宝 ×12；元寶 ×3; Yuanbao、T×2
              - same as? [x] tencent-yuanbao (腾讯元宝)
              - same as？ [ ] other
              - score 0.93: a widely known name
            """)
        #expect(reader.diagnostics.isEmpty)
        #expect(reader.rows[0].forms == ["元宝", "元寶", "Yuanbao", "T"])
        #expect(reader.rows[0].sameAs == ["tencent-yuanbao"])
        #expect(reader.rows[0].score == 0.93)
        #expect(reader.rows[0].line == 2)
    }

    private static func review(_ articles: [String], old: [ReviewRow] = []) async throws -> String {
        let archive = Sample.archive(articles: articles.count)
        let merge = ReviewMerge(try await Sample.proposals(articles), old: old, archive)
        return ReviewText(archive, Sample.texts(articles)).text(merge.rows, ids: merge.ids)
    }

    @Test func `a review file is read as it was written`() async throws {
        let text = try await Self.review(["腾讯的微信。微信、QQ。", "騰訊很大。"])
        let reader = ReviewReader(text)
        #expect(reader.diagnostics.isEmpty)
        #expect(Set(reader.rows.map(\.id)) == ["tencent", "wechat", "qq"])
        let tencent = try #require(reader.rows.first { $0.id == "tencent" })
        #expect(Set(tencent.forms) == ["腾讯", "騰訊"])
        #expect(text.contains("  - **腾讯**的微信。 ([a0](<../../public/articles/a0/index.html#s"))
    }

    @Test func `what an editor wrote stays`() async throws {
        let articles = ["腾讯的微信。微信、QQ。"]
        var rows = ReviewReader(try await Self.review(articles)).rows
        let index = try #require(rows.firstIndex { $0.id == "wechat" })
        rows[index].box = .accepted
        rows[index].id = "weixin"
        rows[index].forms = ["微信", "威信"]
        rows.append(
            ReviewRow(box: .rejected, name: "旧名", kind: "product", id: "old", forms: ["旧名"]))
        let again = ReviewReader(try await Self.review(articles, old: rows)).rows
        let row = try #require(again.first { $0.id == "weixin" })
        #expect(row.box == .accepted)
        #expect(row.forms == ["微信", "威信"])
        #expect(again.contains { $0.name == "旧名" && $0.box == .rejected })
        #expect(!again.contains { $0.id == "wechat" })
    }

    @Test func `only open rows are kept`() {
        let text = """
            # Names

            ## People

            - [x] A | person | a
              - forms: A

            ## Products

            - [ ] B | product | b
              - forms: B
            - [-] C | product | c

            """
        #expect(
            ReviewText.keeping([10], of: text) == """
                # Names

                ## Products

                - [ ] B | product | b
                  - forms: B

                """)
    }

    @Test(
        arguments: [
            ("---\nname: A\n---\nText", "---\nname: A\naliases: [B, \"C: D\"]\n---\nText"),
            (
                "---\nname: A\naliases: [X]  \nnot: [Y]\n---\n",
                "---\nname: A\naliases: [X, B, \"C: D\"]\nnot: [Y]\n---\n"
            ),
            (
                "---\naliases:\n  - X\n  - {text: Y, case: exact}\nname: A\n---\n",
                "---\naliases:\n  - X\n  - {text: Y, case: exact}\n  - B\n  - \"C: D\"\nname: A\n---\n"
            ),
            ("---\naliases: []\n---\n", "---\naliases: [B, \"C: D\"]\n---\n"),
            ("---\naliases: X\n---\n", nil), ("+++\nname = \"A\"\n+++\n", nil), ("", nil),
        ] as [(String, String?)])
    func `aliases are added and nothing else changes`(text: String, expected: String?) {
        #expect(AliasEdit.adding(["B", "C: D"], to: text) == expected)
    }
}
