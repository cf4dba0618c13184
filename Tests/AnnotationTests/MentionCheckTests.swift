import Archive
import Testing

@testable import Annotation

@Suite struct MentionCheckTests {
    @Test func `an ambiguous name is reported once for each article`() {
        var sample = SampleArchive("# 早\n\n吃了**苹**果。\n\n苹果发布新品。")
        sample.add("apple", ["苹果"])
        sample.add("fruit", ["蘋果"], .product)
        #expect(
            sample.check == [
                """
                content/articles/a.md:3: warning: `苹果` may be `apple` or `fruit` and is not linked (2 times) [ambiguous-mention]
                吃了**苹**果。
                  note: in: 吃了[苹果]。
                  note: in: [苹果]发布新品。
                  help: add to `content/annotations/a.yml`:
                        accept: [{text: 苹果, entity: apple}]
                """,
                """
                content/products/fruit.md: note: `蘋果` is a name of `apple` and `fruit` [alias-collision]
                  help: where an article means one of them, say so with `about`, `accept` or `only-in`
                """,
            ])
    }

    @Test func `a doubtful name is reported with both readings`() {
        var sample = SampleArchive("今天开会。\n\n会上说到升華為破局。")
        sample.add("huawei", ["华为"])
        #expect(
            sample.check == [
                """
                content/articles/a.md:3:16: warning: `華為` may be `huawei` or part of other words and is not linked (once) [doubtful-mention]
                会上说到升華為破局。
                          ^
                  note: with the name: 升|華為
                  note: with the word `升華`: 升華|為
                  note: in: 会上说到升[華為]破局。
                  help: add to `content/annotations/a.yml` one of:
                        reject: [{text: 華為, quote: 升華為}]
                        accept: [{text: 華為, quote: 升華為, entity: huawei}]
                """
            ])
    }

    @Test func `an alias that names nothing is reported, the name itself is not`() {
        var sample = SampleArchive("什么也没有。")
        sample.add("huawei", ["华为", "Huawey"])
        #expect(
            sample.check == [
                """
                content/organizations/huawei.md:3:4: warning: the alias `Huawey` of `huawei` names nothing in any article [unused-alias]
                  help: check its spelling, or remove it
                """
            ])
    }

    @Test func `a decision about words that are not there is an error`() {
        var sample = SampleArchive("什么也没有。")
        sample.add("huawei", ["华为"])
        sample.decide(accept: [("老李", nil, "huawei")], reject: [("没有", "都没有", nil)])
        #expect(
            sample.check == [
                """
                content/annotations/a.yml:2:3: error: the words `老李` of this accept do not stand in article `a` [orphan-decision]
                  help: write words of `content/articles/a.md`, or remove the line
                """,
                """
                content/annotations/a.yml:2:3: error: the words `都没有` of this reject do not stand in article `a` [orphan-decision]
                  help: write words of `content/articles/a.md`, or remove the line
                """,
            ])
    }
}
