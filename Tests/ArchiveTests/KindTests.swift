import Archive
import Testing
import Text

@Suite struct KindTests {
    private static let place =
        "kinds: [{id: place, folder: places, title: Places, schema: Place}]\n"

    @Test
    func `a declared kind has a folder of entities, which claims and other entities may name`() {
        let archive = load(
            ("archive.yml", "language: en\n" + Self.place),
            ("articles/a.md", "---\ntitle: A\nabout: [kyoto]\n---\nKyoto is old.\n"),
            (
                "claims/a.yml",
                "- {id: old, title: Old, kind: event, subjects: [kyoto], statements: []}\n"
            ),
            ("people/ann.md", "---\nname: Ann\n---\nSee [[kyoto]].\n"),
            ("places/kyoto.md", "---\nname: Kyoto\npart-of: japan\n---\n"),
            ("places/japan.md", "---\nname: Japan\n---\n"))
        #expect(lines(archive).filter { !$0.contains("[claim-without-statements]") } == [])
        #expect(archive.kinds.map(\.id) == ["person", "product", "organization", "place"])
        #expect(archive.entity("kyoto")?.kind.folder == "places")
        #expect(archive.entity("kyoto")?.partOf?.value == "japan")
        #expect(archive.article("a")?.about.map(\.value) == ["kyoto"])
        #expect(archive.claim("old")?.subjects.map(\.value) == ["kyoto"])
    }

    @Test func `kinds keep the order in which they are declared`() {
        let archive = load(
            (
                "archive.yml",
                """
                language: en
                kinds:
                  - {id: work, folder: works, title: Works}
                  - {id: event, folder: events, title: Events}

                """
            ))
        #expect(lines(archive) == [])
        #expect(archive.kinds.suffix(2).map(\.id) == ["work", "event"])
    }

    @Test(arguments: [
        // An interface in, title, singular, gives title and singular.
        ("en", "{en: Places, zh-Hans: 地点}", "{en: Spot}", "Places", "Spot"),
        ("en", "{en: Places}", "{}", "Places", "Place"),
        ("zh-Hans", "{en: Places, zh-Hans: 地点}", "{en: Spot}", "地点", "地点"),
        ("en-GB", "{en: Places}", "{en: Spot}", "Places", "Spot"),
        ("de", "Orte", "Ort", "Orte", "Ort"),
    ]) func `words are chosen by language`(
        language: String, title: String, singular: String, plural: String, one: String
    ) throws {
        let archive = load(
            (
                "archive.yml",
                "language: \(language)\n"
                    + "kinds: [{id: place, folder: places, title: \(title), singular: \(singular)}]\n"
            ))
        #expect(lines(archive) == [])
        let kind = try #require(archive.kinds.last)
        #expect(kind.title(in: language) == plural)
        #expect(kind.singular(in: language) == one)
    }

    @Test(arguments: [
        ("{en: Places}", "Places"), ("{zh-Hant: 地點}", "地點"), ("{}", "Places"),
    ]) func `a title that is missing in the archive's language is reported`(
        title: String, shown: String
    ) {
        let archive = load(
            (
                "archive.yml",
                "language: zh-Hans\nkinds: [{id: place, folder: places, title: \(title)}]\n"
            ))
        #expect(
            lines(archive) == [
                "content/archive.yml:2:14: warning: the kind `place` has no title in the archive's language, zh-Hans; it is shown as “\(shown)” [missing-title] | add it: `title: {zh-Hans: …}`"
            ])
    }

    @Test(arguments: [
        (
            "{id: person, folder: places, title: P}",
            "14: error: the id `person` belongs to the built-in kind `person` [duplicate-kind] | choose another one; content/people/ needs no declaration"
        ),
        (
            "{id: place, folder: people, title: P}",
            "29: error: the folder `people` belongs to the built-in kind `person` [duplicate-kind] | choose another one; content/people/ needs no declaration"
        ),
        (
            "{id: place, title: P}",
            "9: error: a kind needs `folder` [missing-key] | write the folder below content/, as in `folder: places`"
        ),
        (
            "{folder: places, title: P}",
            "9: error: a kind needs `id` [missing-key] | write the singular in small letters, as in `id: place`"
        ),
        (
            "{id: place, folder: articles, title: P}",
            "29: error: `articles` cannot be the folder of a kind: `content/articles/` holds something else [reserved-folder] | choose another folder"
        ),
        (
            "{id: place, folder: review, title: P}",
            "29: error: `review` cannot be the folder of a kind: `content/review/` holds something else [reserved-folder] | choose another folder"
        ),
        (
            "{id: place, folder: search, title: P}",
            "29: error: `search` cannot be the folder of a kind: the site has `search/` for something else [reserved-folder] | choose another folder"
        ),
        (
            "{id: place, folder: page, title: P}",
            "29: error: `page` cannot be the folder of a kind: the site uses the word for something else [reserved-folder] | choose another folder"
        ),
        (
            "{id: article, folder: places, title: P}",
            "14: error: `article` cannot be the id of a kind: the site uses the word for something else [reserved-kind] | choose another id, as in `article-entity`"
        ),
        (
            "{id: Place, folder: places, title: P}",
            "14: error: `Place` is not a valid id of a kind [bad-kind] | write small letters, digits and hyphens, first a letter, as in `id: place`"
        ),
        (
            "{id: place, folder: ../places, title: P}",
            "29: error: `../places` is not a valid folder of a kind [bad-kind] | write small letters, digits and hyphens, first a letter, as in `folder: places`"
        ),
        (
            "{id: place, folder: places, title: P}, {id: place, folder: spots, title: P}",
            "53: error: two kinds have the id `place` [duplicate-kind] (the other is at content/archive.yml:2) | rename one of them"
        ),
        (
            "{id: place, folder: places, title: P}, {id: spot, folder: places, title: P}",
            "67: error: two kinds have the folder `places` [duplicate-kind] (the other is at content/archive.yml:2) | rename one of them"
        ),
        (
            "{id: place, folder: places, title: P, schema: place}",
            "55: error: `place` is not a valid type of schema.org [bad-schema-type] | write the name of a type, as in `schema: Place`; https://schema.org lists them"
        ),
        (
            "{id: place, folder: places, title: P, schema: Plaec}",
            "55: warning: schema.org has no type `Plaec` that this program knows; it is used as written [unknown-schema-type] | did you mean `Place`?"
        ),
        (
            "{id: place, folder: places, title: P, color: red}",
            "54: error: `red` is not a valid color [bad-color] | write it in quotes as red, green and blue, as in `color: \"#7a3b6d\"`"
        ),
        (
            "{id: place, folder: places, title: P, folders: x}",
            "47: warning: unknown key `folders` in a kind [unknown-key] | did you mean `folder`?"
        ),
        (
            "place",
            "9: error: `kinds` must be `key: value` pairs, not text [wrong-type] | write `kinds: [{id: place, folder: places, title: Places, schema: Place}]`"
        ),
        (
            "{id: change, folder: changes, title: P}",
            "30: error: `changes` cannot be the folder of a kind: the site has `changes/` for something else [reserved-folder] | choose another folder"
        ),
    ]) func `what cannot be a kind is reported`(kinds: String, expected: String) {
        let archive = load(("archive.yml", "language: en\nkinds: [\(kinds)]\n"))
        #expect(lines(archive) == ["content/archive.yml:2:" + expected])
    }

    @Test func `entities of a kind that could not be read are not reported as missing`() {
        for settings in [
            "language: en\nkinds: [{id: place, folder: places, title: P, color: red}]\n", "a: [\n",
        ] {
            let archive = load(
                ("archive.yml", settings),
                ("articles/a.md", "---\ntitle: A\nlang: en\nabout: [kyoto]\n---\nKyoto.\n"),
                ("places/kyoto.md", "---\nname: Kyoto\n---\n"))
            #expect(archive.diagnostics.map { $0.place?.file } == ["content/archive.yml"])
        }
    }

    @Test(arguments: [
        (
            "places/kyoto.md",
            "did you mean `content/pages/`? Entities of a kind of your own need `kinds: [{id: …, folder: places}]` in `content/archive.yml`"
        ),
        (
            "streets/main.md",
            "put articles into `content/articles/`, files to be copied as they are into `content/assets/`. Entities of a kind of your own need `kinds: [{id: …, folder: streets}]` in `content/archive.yml`"
        ),
        ("person/ann.md", "did you mean `content/people/`?"),
        ("peeple/ann.md", "did you mean `content/people/`?"),
    ]) func `a folder that no kind has is reported`(path: String, help: String) {
        let archive = load((path, "---\nname: X\n---\n"))
        #expect(
            lines(archive) == [
                "content/\(path): warning: nothing reads this file [ignored-file] | " + help
            ])
    }

    @Test(arguments: ["place/kyoto.md", "plases/kyoto.md"])
    func `a folder that is nearly that of a declared kind is reported`(path: String) {
        let archive = load(
            ("archive.yml", "language: en\n" + Self.place), (path, "---\nname: Kyoto\n---\n"))
        #expect(
            lines(archive) == [
                "content/\(path): warning: nothing reads this file [ignored-file] | did you mean `content/places/`?"
            ])
    }

    @Test func `an id that no entity has is looked for in the folders of all kinds`() {
        let archive = load(
            ("archive.yml", "language: en\n" + Self.place),
            ("articles/a.md", "---\ntitle: A\nlang: en\nabout: [kyoto]\n---\nKyoto.\n"))
        #expect(
            archive.diagnostics.map(\.help) == [
                "add a file to content/people/, content/products/, content/organizations/ or content/places/"
            ])
    }
}
