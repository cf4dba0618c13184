import Testing

@testable import Intake

@Suite struct PageEncodingTests {
    /// A sentence of a language that an encoding was made for, in characters that all encodings of
    /// the group have.
    private static func sample(_ encoding: CharacterEncoding) -> String {
        switch encoding.id {
        case "gbk", "gb18030": "城里的档案馆搬到了河边，新的阅览室比从前大一倍。"
        case "big5": "城裡的檔案館搬到了河邊，新的閱覽室比從前大一倍。"
        case "euc-jp", "shift_jis", "iso-2022-jp": "町の資料館は川のそばに移り、新しい閲覧室は前の二倍の広さです。"
        case "euc-kr": "도시의 기록관이 강가로 옮겨 갔고 새 열람실은 전보다 두 배나 넓다."
        case "ibm866", "iso-8859-5", "koi8-r", "koi8-u", "windows-1251", "x-mac-cyrillic":
            "Городской архив переехал к реке, новый зал вдвое больше прежнего."
        case "iso-8859-6", "windows-1256": "انتقل ارشيف المدينة الى ضفة النهر والقاعة الجديدة اكبر"
        case "iso-8859-7", "windows-1253": "Το αρχείο της πόλης μεταφέρθηκε δίπλα στο ποτάμι."
        case "iso-8859-8", "iso-8859-8-i", "windows-1255":
            "ארכיון העיר עבר אל גדת הנהר והאולם החדש גדול"
        case "windows-874": "หอจดหมายเหตุของเมืองย้ายไปริมแม่น้ำ"
        case "iso-8859-2", "iso-8859-16", "windows-1250": "Arhiva oraşului s-a mutat; król śpi"
        case "windows-1258": "Kho lưu giư cua thành phô đa dơi ra bơ sông"
        case "iso-8859-3": "L-arkivju tal-belt mexa ħdejn ix-xmara Ġdida"
        case "iso-8859-4", "iso-8859-10", "iso-8859-13", "windows-1257":
            "Miesto archyvas persikėlė prie upės žaliųjų"
        case "iso-8859-14": "Chuaigh cartlann na cathrach go bruach na habhann ŵ ŷ"
        case "windows-1254": "Şehir arşivi nehir kıyısına taşındı, yeni salon iki kat büyük"
        case "x-user-defined": "\u{F7E9}\u{F7FF} private"
        default: "Le café naïf déménagea près de la rivière, façade à l'ouest."
        }
    }

    private static func bytes(_ text: String, _ encoding: CharacterEncoding) throws -> [UInt8] {
        if encoding.id == "x-user-defined" {
            return text.unicodeScalars.map {
                UInt8($0.value < 0x80 ? $0.value : $0.value - 0xF700)
            }
        }
        let name = encoding.id == "iso-2022-jp" ? "ISO-2022-JP" : encoding.iconvName
        return try Encoded.bytes(text, in: name)
    }

    @Test(arguments: CharacterEncoding.labels)
    func `a page with any label of the Standard is read exactly`(label: String) throws {
        let encoding = try #require(CharacterEncoding(label: label))
        guard !encoding.isRefused, !encoding.isUTF16 else { return }
        let text = Self.sample(encoding).replacing(
            "ş", with: encoding.id == "iso-8859-16" ? "ș" : "ş")
        let head =
            "<!DOCTYPE html><html><head><meta charset=\"\(label)\"><title>T</title></head><body><article><p>"
        let bytes =
            Array(head.utf8) + (try Self.bytes(text, encoding))
            + Array("</p></article></body></html>".utf8)
        guard case .decoded(let decoded) = PageDecoding.decode(bytes) else {
            Issue.record("not decoded")
            return
        }
        #expect(decoded.damaged == 0)
        #expect(decoded.contradicted == nil)
        let html = String(decoding: decoded.utf8, as: UTF8.self)
        #expect(html.contains("<p>" + text + "</p>"), "\(html)")
    }

    @Test(arguments: ["hz-gb-2312", "iso-2022-kr", "x-unknown", "utf-7"])
    func `an encoding that is not supported is refused by its name`(label: String) {
        let bytes = Array("<meta charset=\(label)><p>caf".utf8) + [0xE9] + Array(" words</p>".utf8)
        guard case .unsupported(let name) = PageDecoding.decode(bytes) else {
            Issue.record("not refused")
            return
        }
        #expect(name == label)
        let reading = Intake.read(Source(name: "a.html", bytes: bytes))
        #expect(reading.diagnostics.map(\.id) == ["unknown-encoding"])
        #expect(reading.diagnostics[0].message.contains("`\(label)`"))
    }

    @Test func `bytes that contradict the label are read as what they are, and it is said`() throws
    {
        let prose = EncodingTests.prose + EncodingTests.prose
        for (label, encoding) in [
            ("iso-8859-1", "GB18030"), ("windows-1251", "UTF-8"), ("utf-8", "GB18030"),
            ("big5", "GB18030"),
        ] {
            let text = try Encoded.bytes(prose, in: encoding)
            let bytes = Array("<html><meta charset=\(label)><p>".utf8) + text
            guard case .decoded(let decoded) = PageDecoding.decode(bytes) else {
                Issue.record("not decoded")
                continue
            }
            #expect(decoded.contradicted == label)
            #expect(String(decoding: decoded.utf8, as: UTF8.self).contains(prose), "\(label)")
        }
    }

    @Test(arguments: ["euc-jp", "shift_jis", "iso-2022-jp", "euc-kr", "windows-1251", "koi8-r"])
    func `text without a label is known by its letters`(label: String) throws {
        let encoding = try #require(CharacterEncoding(label: label))
        let text = Self.sample(encoding) + Self.sample(encoding)
        let reading = Intake.read(
            Source(name: "a.txt", bytes: try Self.bytes(text, encoding)))
        #expect(reading.articles.map(\.words) == [text])
    }

    @Test(arguments: [
        ("big5", [0xA1, 0x45], "‧"), ("big5", [0x8E, 0x69], "箸"), ("gbk", [0x80], "€"),
        ("euc-jp", [0xF9, 0xA1], "纊"), ("euc-jp", [0xA1, 0xC1], "～"),
        ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x2D, 0x21, 0x1B, 0x28, 0x42], "①"),
        ("windows-1252", [0x81], "\u{81}"), ("koi8-u", [0xAE], "ў"),
        ("windows-1255", [0xE0, 0xCC], "א\u{5BC}"),
    ])
    func `where the C library differs the Standard is right`(
        label: String, bytes: [UInt8], text: String
    ) throws {
        let encoding = try #require(CharacterEncoding(label: label))
        let decoded = EncodingConverter.utf8(from: bytes[...], in: encoding)
        #expect(decoded.text == Array(text.utf8))
        #expect(decoded.invalid == 0)
    }
}
