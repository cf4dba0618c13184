import Archive
import Testing

@testable import Annotation

@Suite struct MentionCheckTests {
    @Test func `an ambiguous name is reported once for the archive`() {
        var sample = SampleArchive([
            ("a", "# 早\n\n吃了**苹**果。\n\n苹果发布新品。"), ("b", "又说苹果。"),
        ])
        sample.add("apple", ["苹果"])
        sample.add("fruit", ["蘋果"], .product)
        #expect(
            sample.check == [
                """
                content/articles/a.md:3: warning: `苹果` could mean `apple` or `fruit`; left unlinked (3 times in 2 articles) [ambiguous-mention]
                吃了**苹**果。
                  note: in `content/articles/a.md`: 吃了[苹果]。
                  note: in `content/articles/b.md`: 又说[苹果]。
                  help: add to `content/annotations/a.yml`:
                        accept: [{text: 苹果, entity: apple}]
                        or to the front matter of each article that is about one of them:
                        about: [apple]
                """,
                """
                content/products/fruit.md: note: `蘋果` is a name of `apple` and `fruit` (3 times in 2 articles) [alias-collision]
                  note: in `content/articles/a.md`: 吃了[苹果]。
                  note: in `content/articles/b.md`: 又说[苹果]。
                  help: in the front matter of an article that is about one of them write:
                        about: [apple]
                """,
            ])
    }

    @Test func `a doubtful name is reported with both readings and the lines that decide`() {
        var sample = SampleArchive("今天开会。\n\n会上说到升華為破局。")
        sample.add("huawei", ["华为"])
        #expect(
            sample.check == [
                """
                content/articles/a.md:3:16: warning: `華為` could mean `huawei` or be part of other words; left unlinked (once) [doubtful-mention]
                会上说到升華為破局。
                          ^
                  note: with the name: 升|華為
                  note: with the word `升華`: 升華|為
                  note: in: 会上说到升[華為]破局。
                  help: add to `content/annotations/a.yml` one of:
                        reject: [{text: 華為, quote: 升華為}]
                        accept: [{text: 華為, quote: 升華為, entity: huawei}]
                        or, when it is never the name, add to `content/organizations/huawei.md`:
                        not: [升華為]
                """
            ])
    }

    @Test func `a name that many words cross is one diagnostic`() {
        var sample = SampleArchive("市人民政府。县人民政府。\n\n农民政治家。")
        sample.add("minzheng", ["民政"])
        let check = sample.check
        #expect(check.count == 1)
        #expect(check[0].contains("left unlinked (3 times) [doubtful-mention]"))
        #expect(check[0].contains("  note: crossed by `人民` (2), `农民` (1)\n"))
    }

    @Test func `aliases that name nothing are reported by entity, the name itself is not`() {
        var sample = SampleArchive("说到菊厂。")
        sample.add("huawei", ["华为", "Huawey", "菊厂", "华伪"])
        sample.add("zte", ["中兴", "ZTE"])
        #expect(
            sample.check == [
                """
                content/organizations/huawei.md:3:4: warning: the aliases `Huawey` and `华伪` of `huawei` do not occur in any article [unused-alias]
                  help: check the spelling, or write in `content/organizations/huawei.md`:
                        aliases: [菊厂]
                """,
                """
                content/organizations/zte.md:3:4: warning: the alias `ZTE` of `zte` does not occur in any article [unused-alias]
                  help: check the spelling, or write in `content/organizations/zte.md`:
                        aliases: []
                """,
            ])
    }

    @Test func `a decision about words that are not there is an error`() {
        var sample = SampleArchive("什么也没有。")
        sample.add("huawei", ["华为"])
        sample.decide(accept: [("老李", nil, "huawei")], reject: [("没有", "都没有", nil)])
        #expect(
            sample.check == [
                """
                content/annotations/a.yml:2:3: error: the words `老李` of this accept are not in article `a` [orphan-decision]
                  help: write words of `content/articles/a.md`, or remove the line
                """,
                """
                content/annotations/a.yml:2:3: error: the words `都没有` of this reject are not in article `a` [orphan-decision]
                  help: write words of `content/articles/a.md`, or remove the line
                """,
            ])
    }
}
