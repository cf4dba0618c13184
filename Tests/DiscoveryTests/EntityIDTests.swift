import Testing

@testable import Discovery

@Suite struct EntityIDTests {
    private static func proposal(_ kind: NameKind, _ forms: [String]) -> NameProposal {
        NameProposal(
            kind: kind, name: forms[0],
            forms: forms.map {
                var form = DiscoveredForm(folded: Array($0.utf8), evidence: FormEvidence())
                form.spellings = [($0, 1)]
                return form
            }, score: 1)
    }

    @Test(
        arguments: [
            (.person, ["王建德"], "wang-jiande"), (.person, ["歐陽娜"], "ouyang-na"),
            (.person, ["歐陽娜娜"], "ouyang-nana"), (.person, ["王建德", "Michael Wang"], "michael-wang"),
            (.person, ["史蒂夫·乔布斯"], "shidifu-qiaobusi"),
            (.product, ["元宝"], "yuanbao"), (.product, ["GPT-4o"], "gpt-4o"),
            (.product, ["Café Zoë"], "cafe-zoe"), (.product, ["2048"], "2048-name"),
            (.organization, ["CON"], "con-name"), (.organization, ["《》"], "organization"),
        ] as [(NameKind, [String], String)])
    func `ids are readable`(kind: NameKind, forms: [String], expected: String) {
        var ids = EntityIDs(taken: [String]())
        #expect(ids.id(for: Self.proposal(kind, forms)) == expected)
    }

    @Test func `an id that is taken gets a number`() {
        var ids = EntityIDs(taken: ["Yuanbao"])
        #expect(ids.id(for: Self.proposal(.product, ["元宝"])) == "yuanbao-2")
        #expect(ids.id(for: Self.proposal(.product, ["元宝"])) == "yuanbao-3")
    }
}
