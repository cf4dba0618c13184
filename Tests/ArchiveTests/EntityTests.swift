import Archive
import Testing
import Text

@Suite struct EntityTests {
    @Test func `an entity file is read in full`() throws {
        let archive = load(
            ("articles/launch.md", "Text"),
            ("organizations/acme.md", "---\nname: Acme\n---\n"),
            ("products/boat.md", "---\nname: Boat\n---\n"),
            (
                "products/boat-two.md",
                """
                ---
                name: 小船二
                labels: {zh-Hant: 小船貳, en: Boat Two}
                aliases: [BoatTwo, {text: 船, only-in: [launch]}, {text: 小船, only-in-marks: 《》}]
                not: [小船坞]
                maker: acme
                part-of: boat
                formerly: {id: boat, until: "2024-07"}
                wikidata: Q12
                same-as: [https://example.org/boat]
                color: red
                ---
                Prose about [[acme]].
                """
            ),
            (
                "people/lin.md",
                "---\nname: 林一\naffiliations: [{organization: acme, role: CEO, from: \"2018\"}]\n---\n"
            ))
        #expect(lines(archive) == [])
        let boat = try #require(archive.entity("boat-two"))
        #expect(boat.kind == .product)
        #expect(boat.name == "小船二")
        #expect(boat.labels.map(\.language) == ["en", "zh-Hant"])
        #expect(boat.aliases.map(\.text) == ["BoatTwo", "船", "小船"])
        #expect(boat.aliases.map(\.onlyIn) == [[], ["launch"], []])
        #expect(boat.aliases.map(\.onlyInMarks) == [nil, nil, "《》"])
        #expect(boat.aliases.map(\.place.line) == [4, 4, 4])
        #expect(boat.aliases.map(\.place.column) == [11, 27, 59])
        #expect(boat.not.map(\.value) == ["小船坞"])
        #expect(boat.maker?.value == "acme")
        #expect(boat.partOf?.value == "boat")
        #expect(boat.formerly?.id.value == "boat")
        #expect(boat.formerly?.until == "2024-07")
        #expect(boat.wikidata == "Q12")
        #expect(boat.sameAs == ["https://example.org/boat"])
        #expect(boat.extra == ["color": .string("red")])
        #expect(String(decoding: boat.body, as: UTF8.self) == "Prose about [[acme]].")
        #expect(boat.bodyLine == 13)
        let affiliation = try #require(archive.entity("lin")?.affiliations.first)
        #expect(affiliation.organization.value == "acme")
        #expect(affiliation.role == "CEO")
        #expect(affiliation.from == "2018")
    }

    @Test func `an entity of five thousand aliases is read`() {
        let aliases = (1...5000).map { "- 舟\($0)號\n" }.joined()
        let archive = load(("products/x.md", "---\nname: 舟\naliases:\n\(aliases)---\n"))
        #expect(lines(archive) == [])
        #expect(archive.entities.map(\.aliases.count) == [5000])
    }

    @Test func `HTML in a name stays text`() {
        let archive = load(("people/x.md", "---\nname: <script>alert(1)</script>\n---\n"))
        #expect(lines(archive) == [])
        #expect(archive.entities.map(\.name) == ["<script>alert(1)</script>"])
    }

    @Test(arguments: [
        (
            "title: x",
            "content/people/x.md:1:1: error: a person needs `name` [missing-key] | write `name: …`, the heading of the page"
        ),
        (
            "name: x\naliases: 5",
            "content/people/x.md:3:10: error: `aliases` must be a list, not a number [wrong-type] | write `aliases: [\"…\"]`"
        ),
        (
            "name: x\nalases: [y]",
            "content/people/x.md:3:1: warning: unknown key `alases` in a person [unknown-key] | did you mean `aliases`?"
        ),
        (
            "name: x\naliases: [{txt: y}]",
            "content/people/x.md:3:11: error: an alias needs `text` [missing-key] | write `{text: …, only-in: […]}`"
        ),
        (
            "name: x\naliases: [{text: y, only-in-marks: 《}]",
            """
            content/people/x.md:3:36: error: `only-in-marks` must be one opening and one closing mark [bad-marks] | \
            write them together, as in `only-in-marks: 《》`
            """
        ),
        (
            "name: x\naliases: [{text: y, only-in: [z]}]",
            """
            content/people/x.md:3:18: error: no article has the slug `z` [unknown-article] | \
            the slug is the file name below content/articles/
            """
        ),
        (
            "name: x\nmaker: acne",
            "content/people/x.md:3:8: error: no entity has the id `acne` [unknown-entity] | did you mean `acme`?"
        ),
        (
            "name: x\nlabels: [a]",
            "content/people/x.md:3:9: error: `labels` must be `key: value` pairs, not a list [wrong-type]"
        ),
        (
            "name: x\nwikidata: Berlin",
            "content/people/x.md:3:11: warning: `Berlin` is not a valid Wikidata item [bad-wikidata] | write the item's number, as in `Q42`"
        ),
        (
            "name: x\npart-of: x",
            "content/people/x.md:3:10: error: `part-of` forms a cycle: `x` → `x` [part-of-cycle] | remove one of these `part-of` lines"
        ),
    ])
    func `a mistake in an entity file is told with its place`(yaml: String, line: String) {
        let archive = load(
            ("people/x.md", "---\n\(yaml)\n---\n"),
            ("organizations/acme.md", "---\nname: Acme\n---\n"))
        #expect(lines(archive).filter { !$0.contains("`txt`") } == [line])
    }

    @Test func `a circle of parts is shown from its first id and taken apart`() {
        let archive = load(
            ("products/c.md", "---\nname: C\npart-of: a\n---\n"),
            ("products/a.md", "---\nname: A\npart-of: b\n---\n"),
            ("products/b.md", "---\nname: B\npart-of: c\n---\n"),
            ("products/d.md", "---\nname: D\npart-of: c\n---\n"))
        #expect(
            lines(archive) == [
                """
                content/products/a.md:3:10: error: `part-of` forms a cycle: `a` → `b` → `c` → `a` \
                [part-of-cycle] | remove one of these `part-of` lines
                """
            ])
        #expect(archive.entities.map { $0.partOf?.value } == [nil, nil, nil, "c"])
    }

    @Test func `one id for two entities is an error that names both`() {
        let archive = load(
            ("people/x.md", "---\nname: A\n---\n"), ("products/x.md", "---\nname: B\n---\n"))
        #expect(
            lines(archive) == [
                """
                content/products/x.md: error: two entities have the id `x` [duplicate-id] \
                (the other is content/people/x.md) | rename one of them
                """
            ])
    }
}
