import Testing

@testable import Intake

struct EncodingTests {
    static let prose = "城里的档案馆搬到了河边，新的阅览室比从前大一倍。我们在那里看到了很多没有人看过的信，也有一些是用铅笔写的。"
    static let traditional = "城裡的檔案館搬到了河邊，新的閱覽室比從前大一倍。我們在那裡看到了很多沒有人看過的信，也有一些是用鉛筆寫的。"

    @Test(arguments: [
        (prose, "UTF-8"), (prose, "GB18030"), (traditional, "BIG5"), (prose, "UTF-16LE"),
        (prose, "UTF-16BE"),
        (traditional, "GB18030"), ("Plain letters without marks, nothing else.", "UTF-8"),
        ("The café was naïve about its façade; a second sentence follows here.", "CP1252"),
    ])
    func `text comes back from the encoding that it was saved in`(text: String, encoding: String)
        throws
    {
        let bytes = try Encoded.bytes(text, in: encoding)
        let reading = Intake.read(Source(name: "a.txt", bytes: bytes))
        #expect(reading.diagnostics.isEmpty)
        #expect(try #require(reading.articles.first).words == text)
    }

    @Test func `a byte order mark is no text`() throws {
        let utf16 = try Encoded.bytes(Self.prose, in: "UTF-16LE")
        for bytes in [[0xEF, 0xBB, 0xBF] + Array(Self.prose.utf8), [0xFF, 0xFE] + utf16] {
            let reading = Intake.read(Source(name: "a.txt", bytes: bytes))
            #expect(try #require(reading.articles.first).words == Self.prose)
        }
    }

    @Test(arguments: [
        ([UInt8](), "empty-source", "the file has no text"),
        (Array(" \n\t\n".utf8), "empty-source", "the file has no text"),
        (Array("%PDF-1.7 binary".utf8), "not-text", "not a text file (it looks like PDF)"),
        ([0x89, 0x50, 0x4E, 0x47, 0, 1], "not-text", "not a text file (it looks like PNG image)"),
        ([0x1F, 0x8B, 8, 0], "damaged-gzip", "damaged gzip data"),
        ([UInt8](repeating: 0, count: 501), "not-text", "not a text file"),
        (
            Array(prose.utf8.prefix(31)), "damaged-text",
            "the text is UTF-8, but byte 30 is not valid in it"
        ),
    ])
    func `what cannot be read is refused with the reason`(
        bytes: [UInt8], id: String, message: String
    ) {
        let reading = Intake.read(Source(name: "a", bytes: bytes))
        #expect(reading.articles.isEmpty)
        #expect(reading.diagnostics.map(\.id) == [id])
        #expect(reading.diagnostics.map(\.message) == [message])
        #expect(reading.diagnostics.first?.help != nil)
    }

    @Test func `line ends of every kind end lines and control characters are left out with a note`()
        throws
    {
        let reading = Intake.read(
            Source(
                name: "a.md",
                bytes: Array("# A\r\rone\u{0}\r\n\r\ntwo\u{85}\u{85}three\u{2029}\n".utf8)))
        #expect(reading.articles.map(\.words) == ["one\n\ntwo\n\nthree"])
        #expect(reading.diagnostics.map(\.message) == ["1 control character was left out"])
    }
}
