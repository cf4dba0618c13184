import Testing

@testable import Intake

struct CompilationTests {
    static let sentence = "馆里的人说，河水涨起来的那一年，他们把所有的信都搬到了楼上。"
    static func body(_ count: Int) -> String { String(repeating: sentence, count: count) }

    @Test func `a topic page becomes its articles, each with its publisher`() throws {
        let page = """
            #檔案
            河邊的閱覽室
            \(Self.body(8)) (河岸週刊)
            誰在寫信?
            \(Self.body(9))”（城市觀察）
            最後的四十箱
            \(Self.body(7)) 【南門筆記】
            """
        let articles = try Reading.all(page, name: "page.txt")
        #expect(articles.map(\.title) == ["河邊的閱覽室", "誰在寫信?", "最後的四十箱"])
        #expect(articles.map(\.outlet) == ["河岸週刊", "城市觀察", "南門筆記"])
        #expect(articles.allSatisfy { $0.tags == ["檔案"] })
        #expect(articles.allSatisfy { !$0.words.contains("週刊") && !$0.words.contains("#") })
    }

    @Test func `titles with bylines of their own divide a digest`() throws {
        let digest = """
            # 河邊的閱覽室

            來源：河岸週刊 2020-01-05

            \(Self.body(4))

            \(Self.body(4))

            # 誰在寫信

            來源：城市觀察 2020-01-06

            \(Self.body(5))
            """
        let articles = try Reading.all(digest)
        #expect(articles.map(\.title) == ["河邊的閱覽室", "誰在寫信"])
        #expect(articles.map(\.outlet) == ["河岸週刊", "城市觀察"])
        #expect(articles.map { $0.date?.text } == ["2020-01-05", "2020-01-06"])
    }

    @Test func `titles and very long lines in turn are a page of articles`() throws {
        let page = "#檔案\n河邊的閱覽室\n\(Self.body(30))\n誰在寫信\n\(Self.body(30))\n"
        #expect(try Reading.all(page, name: "page.txt").count == 2)
    }

    @Test(arguments: [
        "河邊的閱覽室\n\(body(3))\n搬家\n\(body(3))\n\(body(2))\n信件\n\(body(4))\n",
        "# 河邊的閱覽室\n\n## 搬家\n\n\(body(9))\n\n## 信件\n\n\(body(9))（笑）\n\n## 人\n\n\(body(9))（未完）\n",
        "河邊的閱覽室\n\(body(40))\n搬家\n\(body(20))\n",
        "### 林：\n\n\(body(3))（笑）\n\n### 陳：\n\n\(body(3))（笑）\n\n### 林：\n\n\(body(3))\n",
    ])
    func `one article with headings stays one`(_ text: String) throws {
        #expect(try Reading.all(text, name: "a.txt").count == 1)
    }
}
