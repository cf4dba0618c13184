import Archive
import Testing

@Suite struct LanguageDetectorTests {
    @Test(arguments: [
        ("今天港口来了三艘船，装卸工人忙到深夜。", "zh-Hans"),
        ("今天港口來了三艘船，裝卸工人忙到深夜。", "zh-Hant"),
        ("團隊在台北發表 OpenBoat 2.0，並且開放原始碼 under the Apache License。", "zh-Hant"),
        ("The boats came in at dawn, said 林一.", "en"),
        ("Les bateaux arrivent à l’aube.", "en"),
        ("今日は港に船が三隻来ました。", "ja"),
        ("오늘 항구에 배가 세 척 왔습니다.", "ko"),
        ("他说日语里的「の」很常见，很多人都见过这个字，却不知道怎么念。", "zh-Hans"),
        ("人口", "zh-Hans"),
    ])
    func `tells the languages of the archive apart`(text: String, language: String) {
        #expect(LanguageDetector.language(of: Array(text.utf8)) == language)
    }

    @Test(arguments: ["", "123 — 456", "🌊"])
    func `says nothing without letters`(text: String) {
        #expect(LanguageDetector.language(of: Array(text.utf8)) == nil)
    }

    @Test func `reads no further than the text`() {
        for length in 0..<12 {
            let bytes = Array(Array("船a船é船".utf8).prefix(length))
            #expect(LanguageDetector.language(of: bytes) != "ko")
        }
    }
}
