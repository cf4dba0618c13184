import Testing
import Text

@testable import Discovery

@Suite struct RecognitionTests {
    @Test(arguments: [
        ("馬化騰 and Pony", ["马", "化", "腾", "and", "pony"]),
        ("GPT-4o、騰訊", ["gpt", "-", "4o", "、", "腾", "讯"]),
        ("《三体》", ["《", "三", "体", "》"]),
        ("", []), ("　", []),
    ])
    func `a text is divided into units`(text: String, expected: [String]) {
        let bytes = Array(text.utf8)
        let folded = FoldedText(bytes)
        let units = TextUnits(folded, original: bytes).units.map {
            String(decoding: folded.bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
        }
        #expect(units == expected)
    }

    @Test(
        arguments: [
            ("Pony", .capitalized), ("NASA", .capitals), ("iPhone", .mixed), ("and", .lower),
            ("2025", .digits), ("4o", .lettersAndDigits), ("ＱＱ", .capitals), ("A", .capitalized),
        ] as [(String, TextUnits.Shape)])
    func `capitals are read from the original`(word: String, shape: TextUnits.Shape) {
        let bytes = Array(word.utf8)
        #expect(TextUnits(FoldedText(bytes), original: bytes).units.map(\.shape) == [shape])
    }

    private static let header = "kind\tclass\tzh-Hans\tzh-Hant\ten\taliases\tflags\n"

    @Test func `known names have all their forms`() throws {
        let names = try KnownNames(
            Self.header + "organization\tcompany\t腾讯\t騰訊\tTencent\t鹅厂|TX\teveryday:TX\n")
        for form in ["腾讯", "騰訊", "TENCENT", "鹅厂"] {
            #expect(names.entry(FoldedText.key(form))?.entry.english == "Tencent")
            #expect(names.entry(FoldedText.key(form))?.isEveryday == false)
        }
        #expect(names.entry(FoldedText.key("tx"))?.isEveryday == true)
        #expect(names.entry(FoldedText.key("腾")) == nil)
    }

    @Test(arguments: [
        ("organization\tcompany\t腾讯\n", 2, "3 of 7 columns"),
        ("firm\tcompany\t腾讯\t騰訊\tTencent\t\t\n", 2, "`firm` is not a kind"),
    ])
    func `a malformed list says where`(line: String, number: Int, reason: String) {
        #expect {
            try KnownNames(Self.header + line)
        } throws: { error in
            guard let error = error as? KnownNames.Malformed else { return false }
            return error.line == number && error.reason == reason
        }
    }

    private static let zeros = [UInt8](repeating: 0, count: 700)

    @Test(
        arguments: [
            ([], "this is not a model of names"),
            (Array("VNM2".utf8) + zeros, "this is not a model of names"),
            (
                Array("VNM1".utf8) + [1] + zeros.prefix(585), "590 bytes do not hold 1 slots"
            ),
        ] as [([UInt8], String)])
    func `a malformed model is refused`(bytes: [UInt8], reason: String) {
        #expect {
            _ = try bytes.withUnsafeBytes { try NameModel($0) }
        } throws: {
            ($0 as? NameModel.Malformed)?.reason == reason
        }
    }

    @Test(
        arguments: [
            ("行政院副院長王建德表示，會議將於明天舉行。", "王建德", NameKind.person),
            (
                "Maria Schneider, who teaches at the University of Leeds, agreed.",
                "Maria Schneider",
                .person
            ),
            (
                "Maria Schneider, who teaches at the University of Leeds, agreed.",
                "University of Leeds", .organization
            ),
        ] as [(String, String, NameKind)])
    func `the model finds names that no list has`(text: String, name: String, kind: NameKind) throws
    {
        let finder = NameFinder(
            try BuiltInNames.model(), words: EverydayWords(), known: nil)
        let bytes = Array(text.utf8)
        let folded = FoldedText(bytes)
        let found = finder.find(folded, original: bytes, minimum: 0.5).map {
            (String(decoding: bytes[folded.original($0.range)], as: UTF8.self), $0.kind)
        }
        #expect(found.contains { $0 == (name, kind) })
    }
}
