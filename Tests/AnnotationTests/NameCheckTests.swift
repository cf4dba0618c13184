import Archive
import Testing
import Text

@testable import Annotation

@Suite struct NameCheckTests {
    /// What `check` says of a name, without the place and the rest.
    static func problems(_ name: String, in text: String = "") -> [String] {
        var sample = SampleArchive(text)
        sample.add("x", ["山外山", name])
        return sample.check.filter { !$0.contains("[unused-alias]") }.compactMap {
            $0.split(separator: "warning: ").last.map(String.init)
        }
    }

    @Test(arguments: [
        (
            "李",
            """
            `李`, a name of `x`, is a single character that occurs in many other words [short-alias]
              help: say where it is meant, as in {text: 李, only-in: [article-slug]}
            """
        ),
        (
            "Q",
            """
            `Q`, a name of `x`, is a single character that occurs in many other words [short-alias]
              help: say where it is meant, as in {text: Q, only-in: [article-slug]}
            """
        ),
        (
            " \u{3000}\u{200B}",
            """
            a name of `x` holds nothing that is shown [empty-alias]
              help: write the name, or remove the line
            """
        ),
        (
            "——！",
            """
            `——！`, a name of `x`, is only punctuation and is not looked for [empty-alias]
              help: write the name, or remove the line
            """
        ),
        (
            String(repeating: "长", count: 10_000),
            """
            a name of `x` is 10000 characters long [long-alias]
              help: write the name alone; what is said about the entity goes below the front matter
            """
        ),
        (
            "<b>Acme</b>",
            """
            `<b>Acme</b>`, a name of `x`, holds HTML, which is shown as it is written [markup-in-name]
              help: write the name as readers see it
            """
        ),
        (
            "A&amp;B",
            """
            `A&amp;B`, a name of `x`, holds HTML, which is shown as it is written [markup-in-name]
              help: write the name as readers see it
            """
        ),
        (
            "\u{202E}emcA",
            """
            `\u{202E}emcA`, a name of `x`, holds the invisible character U+202E [hidden-character]
              help: retype the name without it; right-to-left text does not need it
            """
        ),
        (
            "\u{301}clair",
            """
            `\u{301}clair`, a name of `x`, begins with a mark that belongs to a letter before [bad-alias]
              help: write the whole name
            """
        ),
    ])
    func `a name that cannot work is reported`(name: String, expected: String) {
        #expect(Self.problems(name) == [expected])
    }

    @Test(arguments: [
        "شركة", "עברית", "Zoé", "Zoe\u{301}", "👩‍💻", "C++", "A&B; C", "3 < 4 > 2", "Yahoo!", "№5",
        "7-11",
    ])
    func `a name of any script and of pictures is none of them`(name: String) {
        #expect(Self.problems(name).isEmpty)
    }

    @Test func `a string that is never meant holds one of the names and more`() {
        var sample = SampleArchive("华为")
        sample.add("huawei", ["华为"], not: ["升華为", "华为", "中兴"])
        #expect(
            sample.check == [
                """
                content/organizations/huawei.md: warning: `中兴` in `not` of `huawei` protects nothing: none of its names is a part of it [idle-not]
                  help: write a longer string that holds a name, or remove it
                """,
                """
                content/organizations/huawei.md: warning: `华为` in `not` of `huawei` protects nothing: none of its names is a part of it [idle-not]
                  help: write a longer string that holds a name, or remove it
                """,
            ])
    }

    @Test(arguments: [
        ("قالت شركة اليوم", "شركة", ["شركة=x"]),
        ("قالت شركةالنور", "شركة", []),
        ("caf\u{E9} Zo\u{E9}", "Zoe\u{301}", ["Zo\u{E9}=x"]),
        ("caf\u{E9} Zoe\u{301}", "Zo\u{E9}", ["Zoe\u{301}=x"]),
        ("Zoe\u{301} Zoe", "Zoe", ["Zoe=x"]),
        ("用👩‍💻做", "👩‍💻", ["👩‍💻=x"]),
        ("用👩‍💻和👩做", "👩", ["👩=x"]),
        ("用💻和👩‍💻", "💻", ["💻=x"]),
        ("竖👍🏽和👍", "👍", ["👍=x"]),
        ("竖👋🏽👍", "👍", ["👍=x"]),
        ("——！山外山", "——！", ["山外山=x"]),
        ("有<b>Acme</b>和\\<b\\>Acme", "<b>Acme</b>", []),
    ])
    func `names of any script stand where they stand for themselves`(
        markdown: String, name: String, expected: [String]
    ) {
        var sample = SampleArchive(markdown)
        sample.add("x", ["山外山", name])
        #expect(sample.found == expected)
    }

    @Test func `a name as long as a chapter is found and costs no more than its bytes`() {
        let name = String(repeating: "长河", count: 5_000)
        var sample = SampleArchive("写着" + name + "。" + name.dropLast())
        sample.add("x", [name])
        #expect(sample.found == [name + "=x"])
    }

    @Test func `a name that is also another entity's own name is told with its places`() {
        var sample = SampleArchive("苹果发布新品。")
        sample.add("apple", ["苹果"])
        sample.add("farm", ["果园", "蘋果"], .product)
        #expect(
            sample.check.last == """
                content/products/farm.md:3:4: note: `蘋果` is a name of `apple` and `farm` (once) [alias-collision]
                  note: in: [苹果]发布新品。
                  help: in the front matter of an article that is about one of them write:
                        about: [apple]
                """)
    }
}
