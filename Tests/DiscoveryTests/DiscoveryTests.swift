import Testing
import Text

@testable import Discovery

@Suite struct DiscoveryTests {
    @Test func `names of both scripts are one proposal`() async throws {
        let proposals = try await Sample.proposals([
            "騰訊總裁劉熾平表示，微信的用戶更多了。", "腾讯总裁刘炽平说，微信不变。微信很好。",
        ])
        let person = try #require(proposals.first { $0.kind == .person })
        #expect(Set(person.forms[0].spellings.map(\.text)) == ["劉熾平", "刘炽平"])
        let product = try #require(proposals.first { $0.name == "微信" })
        #expect(product.kind == .product)
        #expect(product.count == 3)
        #expect(product.reason.hasPrefix("a widely known name"))
    }

    @Test(
        arguments: [
            // Ordinary words that are also names.
            ("This time the line was fast, and the team kept its experience.", []),
            ("這件事情很美的，高達三成。", []),
            // A capital at the beginning of a sentence is no sign in English.
            ("Agenda items follow. Keep calm. Systems work.", []),
            // Terms are no names.
            ("CEO 说，AI 的 ROI 要看 KPI。", []),
            // A name and a generic word is the name.
            ("微信游戏很多。微信好用。", ["微信"]),
            // A compound with several names and other words between is none.
            ("腾讯调整混元模型团队。腾讯很大。混元很新。", ["腾讯", "混元"]),
        ] as [(String, Set<String>)])
    func `what is proposed`(text: String, expected: Set<String>) async throws {
        #expect(Set(try await Sample.proposals([text]).map(\.name)) == expected)
    }

    @Test func `nothing in no text`() async throws {
        #expect(try await Sample.proposals([]).isEmpty)
        #expect(try await Sample.proposals(["", "。", "`Tencent`"]).isEmpty)
    }

    @Test func `places are proposed when the archive has a kind for them`() async throws {
        let text = ["上海和广州的公司。"]
        #expect(try await Sample.proposals(text).isEmpty)
        let places = try await Sample.proposals(text, kinds: Set(NameKind.allCases))
        #expect(Set(places.map(\.name)) == ["上海", "广州"])
        #expect(places.allSatisfy { $0.kind == .place })
    }

    @Test func `a name in brackets merges`() async throws {
        let proposals = try await Sample.proposals([
            "腾讯总裁王建德（Michael Wang）说，元宝来了。王建德很高兴，Michael Wang 也是。"
        ])
        let person = try #require(proposals.first { $0.kind == .person })
        #expect(Set(person.forms.map(\.text)) == ["王建德", "Michael Wang"])
    }

    @Test(
        arguments: [
            (.product, "腾讯青鸟", "青鸟", true), (.organization, "腾讯控股有限公司", "腾讯", true),
            (.organization, "Acme Inc.", "Acme", true), (.person, "Dowson Tong", "Dowson", true),
            (.person, "史蒂夫·乔布斯", "乔布斯", true), (.product, "红鸟", "鸟", false),
            (.person, "Anderson", "Ander", false),
        ] as [(NameKind, String, String, Bool)])
    func `what may be the same is asked`(
        kind: NameKind, long: String, short: String, isAsked: Bool
    ) {
        let proposals = [(kind, long), (kind, short), (.organization, "腾讯")].map {
            NameProposal(
                kind: $0.0, name: $0.1,
                forms: [
                    DiscoveredForm(folded: FoldedText.key($0.1), evidence: FormEvidence())
                ], score: 1)
        }
        let marked = SameAs.marked(short == "腾讯" ? Array(proposals.prefix(2)) : proposals)
        #expect(marked[0].sameAs == (isAsked ? [1] : []))
        #expect(marked[1].sameAs == (isAsked ? [0] : []))
    }

    @Test func `what entities have and what was rejected is not proposed again`() async throws {
        let proposals = try await Sample.proposals(["腾讯的微信，鹅厂的QQ。微信、QQ、腾讯。"])
        var rejected = RejectedNamesFixture.names("QQ")
        let archive = Sample.archive([Sample.entity("tencent", "騰訊")])
        let open = OpenProposals.of(proposals, archive, rejected: rejected)
        #expect(Set(open.map(\.name)) == ["微信", "鹅厂"])
        #expect(open.first { $0.name == "鹅厂" }?.existing == "tencent")
        rejected.add(.init(name: "微信", forms: []))
        #expect(
            !OpenProposals.of(proposals, archive, rejected: rejected).contains { $0.name == "微信" })
    }
}
