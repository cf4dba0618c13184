import TestSupport

/// An archive that is edited at random: every kind of edit that a person makes, and no edit that
/// `build` refuses.
struct EditedArchive {
    struct Article {
        var slug: String
        var title: String
        var sentences: [String]
        var length: Int
        var fields: [String: String] = [:]
        var decisions: [String: String] = [:]
    }

    struct Entity {
        var folder: String
        var id: String
        var name: String
        var fields: [String: String] = [:]
        var prose = ""
    }

    struct Claim {
        var id: String
        var title: String
        var fields: [String: String] = [:]
        var articles: [String]
    }

    private var articles: [Article] = []
    private var entities: [Entity] = []
    private var claims: [Claim] = []
    private var settings = ["title": "小藏书", "language": "zh-Hans"]
    private var others: [String: String] = [:]
    /// A template that articles and claims choose.
    private var essay = Self.essays[0]
    private var made = 0
    private var random: SeededGenerator

    private static let words = [
        "橋很長", "河水清", "他說", "今天下雨", "Bridge One", "林清河", "清河局", "晨報記者",
        "新橋", "one fine day", "**粗體**", "`code`", "王者", "數字 42",
    ]

    private static let essays = [
        "{{<base}}{{$main}}<h1>{{title}}</h1>{{params.cover}}{{/main}}{{/base}}",
        "{{<base}}{{$main}}<h2>{{title}}</h2>{{site.params.color}}{{/main}}{{/base}}",
    ]
    private static let kind =
        "[{id: place, folder: places, title: {en: Places, zh-Hans: 地点, zh-Hant: 地點}, schema: Place}]"
    private var folders: [String] {
        ["people", "products", "organizations"] + (settings["kinds"] == nil ? [] : ["places"])
    }

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        for _ in 0..<4 { addArticle() }
        for (folder, name) in [
            ("people", "林清河"), ("products", "Bridge One"), ("organizations", "清河局"),
        ] {
            addEntity(in: folder, named: name)
        }
        for _ in 0..<2 { addClaim() }
    }

    /// Text by path relative to the archive.
    var files: [String: String] {
        var files = others
        files["content/archive.yml"] = Self.yaml(settings)
        files["templates/essay.mustache"] = essay
        files["content/metrics.yml"] = "- {id: length, title: {en: Length}, unit: metre}\n"
        let slugs = Set(articles.map(\.slug))
        for article in articles {
            let body = article.sentences.joined() + "\n\n新橋長\(article.length)米。\n"
            var fields = article.fields
            fields["title"] = article.title
            files["content/articles/\(article.slug).md"] = "---\n\(Self.yaml(fields))---\n\(body)"
            if !article.decisions.isEmpty {
                files["content/annotations/\(article.slug).yml"] = Self.yaml(article.decisions)
            }
        }
        for entity in entities {
            var fields = entity.fields
            fields["name"] = entity.name
            files["content/\(entity.folder)/\(entity.id).md"] =
                "---\n\(Self.yaml(fields))---\n\(entity.prose)\n"
        }
        for claim in claims {
            var text = "- id: \(claim.id)\n  title: \(claim.title)\n  kind: quantity\n"
            for (key, value) in claim.fields.sorted(by: { $0.key < $1.key }) {
                text += "  \(key): \(value)\n"
            }
            text += "  metric: length\n  statements:\n"
            for article in articles where claim.articles.contains(article.slug) {
                let length = article.length
                text += "    - {article: \(article.slug), quote: 新橋長\(length)米, "
                text += "value: \(length)米}\n"
            }
            if !slugs.isDisjoint(with: claim.articles) {
                files["content/claims/\(claim.id).yml"] = text
            }
        }
        return files
    }

    private static func yaml(_ fields: [String: String]) -> String {
        fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
    }

    // MARK: Edits

    /// Makes one edit and says which; every third changes how entities are related.
    mutating func edit() -> String {
        Int.random(in: 0..<3, using: &random) == 0 ? editRelation() : editOther()
    }

    private mutating func editOther() -> String {
        let kind = Int.random(in: 0..<28, using: &random)
        let article = Int.random(in: 0..<articles.count, using: &random)
        let entity = Int.random(in: 0..<entities.count, using: &random)
        let claim = Int.random(in: 0..<max(1, claims.count), using: &random)
        switch kind {
        case 0, 1, 2:
            let at = Int.random(in: 0..<articles[article].sentences.count, using: &random)
            articles[article].sentences[at] = sentence()
            return "words of \(articles[article].slug)"
        case 3:
            articles[article].sentences.append(contentsOf: [sentence(), "\n\n## 小標題\n\n"])
            return "a longer \(articles[article].slug)"
        case 4:
            articles[article].title = sentence().filter { $0 != "*" && $0 != "`" && $0 != "。" }
            return "title of \(articles[article].slug)"
        case 5:
            let (key, values) = pick([
                ("date", ["2024-05-06", "2023", "2025-01"]), ("outlet", ["晨報", "river"]),
                ("tags", ["[橋]", "[橋, 雨]"]), ("origin", ["one", "two"]),
                ("draft", ["true"]), ("lang", ["zh-Hant", "en"]), ("summary", ["短短的話"]),
                ("authors", ["[林清河]", "[\(entities[entity].id)]"]),
                ("about", ["[\(entities[entity].id)]"]), ("template", ["essay"]),
                ("cover", ["a.jpg", "b.jpg"]), ("params", ["{cover: c.jpg}"]),
            ])
            Self.toggle(&articles[article].fields, key, pick(values))
            if key == "draft" { forget(articles[article].slug) }
            return "\(key) of \(articles[article].slug)"
        case 6:
            addArticle()
            return "a new article"
        case 7:
            guard articles.count > 3 else { return editOther() }
            let gone = articles.remove(at: article)
            forget(gone.slug)
            return "no \(gone.slug)"
        case 8:
            let old = articles[article].slug
            forget(old)
            made += 1
            articles[article].slug = "renamed-\(made)"
            return "\(old) renamed"
        case 9, 10:
            let aliases = ["[王者]", "[新橋]", "[晨報記者, 河水]"]
            Self.toggle(&entities[entity].fields, "aliases", pick(aliases))
            return "aliases of \(entities[entity].id)"
        case 11:
            entities[entity].name = pick(["林清河", "Bridge One", "清河局", "王者", "新名字"])
            return "name of \(entities[entity].id)"
        case 12:
            entities[entity].prose = sentence() + (link() ?? "")
            return "prose of \(entities[entity].id)"
        case 13:
            let (key, value) = pick([("labels", "{en: Lin}"), ("wikidata", "Q42")])
            Self.toggle(&entities[entity].fields, key, value)
            return "\(key) of \(entities[entity].id)"
        case 14:
            addEntity(
                in: pick(folders),
                named: pick(["新橋", "王者", "河水", "One"]))
            return "a new entity"
        case 15:
            let (text, name) = pick([("新橋", "quote"), ("橋", "text")])
            let decision =
                name == "quote"
                ? ("sic", "[{quote: 新橋長, correct: 舊橋長}]") : ("reject", "[{text: \(text)}]")
            Self.toggle(&articles[article].decisions, decision.0, decision.1)
            return "\(decision.0) in \(articles[article].slug)"
        case 16:
            let note = "[{quote: 新橋長, note: \"見 [[\(entities[entity].id)]]\"}]"
            Self.toggle(&articles[article].decisions, "notes", note)
            return "note in \(articles[article].slug)"
        case 17:
            articles[article].length = Int.random(in: 100...104, using: &random)
            return "a quote of \(articles[article].slug)"
        case 18:
            guard !claims.isEmpty else { return editOther() }
            let (key, value) = pick([
                ("subjects", "[\(entities[entity].id)]"), ("status", "disputed"), ("note", "看看"),
                ("period", "\"2024\""), ("template", "essay"), ("cover", "d.jpg"),
            ])
            Self.toggle(&claims[claim].fields, key, value)
            return "\(key) of \(claims[claim].id)"
        case 19:
            addClaim()
            return "a new claim"
        case 20:
            guard claims.count > 1 else { return editOther() }
            return "no \(claims.remove(at: claim).id)"
        case 21:
            let (key, values) = pick([
                ("title", ["小藏书", "大藏書 & 其他"]), ("language", ["zh-Hans", "en", "zh-Hant"]),
                ("description", ["說明"]), ("base-url", ["https://example.org/a/"]),
                ("author", ["某人"]),
            ])
            settings[key] = pick(values)
            return "\(key) of the archive"
        case 22:
            let (path, texts) = pick([
                ("templates/entity-row.mustache", ["<li>{{name}} {{#line}}{{.}}{{/line}}</li>"]),
                ("templates/footer.mustache", ["<p>脚 {{root}}</p>", "<p>足</p>"]),
                ("templates/strings.json", [#"{"en":{"home":"Start"}}"#]),
                ("templates/assets/extra.css", ["p{}", "q{}"]),
                ("content/outlets.yml", ["- {id: river, name: 河報}\n", "- {id: river, name: R}\n"]),
                ("content/assets/map.txt", ["map", "another map"]),
                ("content/pages/about.md", ["# 關於\n\n文字。\n", "# 關於\n\n另外的文字。\n"]),
            ])
            Self.toggle(&others, path, pick(texts))
            return path
        case 23:
            essay = pick(Self.essays)
            return "essay.mustache"
        case 24:
            Self.toggle(&settings, "kinds", Self.kind)
            if settings["kinds"] == nil {
                for index in entities.indices where entities[index].folder == "places" {
                    entities[index].folder = "people"
                }
            }
            return "kinds"
        case 25:
            let menus = ["[{title: 文, url: articles/}]", "[{title: 人, url: people}]"]
            Self.toggle(&settings, "menu", pick(menus))
            return "menu"
        case 26:
            Self.toggle(&settings, "params", pick(["{color: red}", "{color: blue}"]))
            return "params of the archive"
        default:
            let at = Int.random(in: 0..<articles[article].sentences.count, using: &random)
            articles[article].sentences[at] =
                sentence() + (link() ?? "![圖](../assets/map.txt)") + "<b title=\"x\">raw</b>"
            return "a link in \(articles[article].slug)"
        }
    }

    /// Chains of `part-of`, makers, former names, affiliations, and entities that become another
    /// kind.
    private mutating func editRelation() -> String {
        let entity = Int.random(in: 0..<entities.count, using: &random)
        let other = pick(entities).id
        let id = entities[entity].id
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1, 2:
            // Nothing is part of itself.
            guard !ancestors(of: other).contains(id) else { return editRelation() }
            entities[entity].fields["part-of"] = other
            return "\(id) part of \(other)"
        case 3:
            entities[entity].fields["part-of"] = nil
            return "\(id) part of nothing"
        case 4:
            Self.toggle(&entities[entity].fields, "maker", other)
            return "maker of \(id)"
        case 5:
            guard other != id else { return editRelation() }
            Self.toggle(&entities[entity].fields, "formerly", "{id: \(other), until: \"2024\"}")
            return "\(id) formerly \(other)"
        case 6:
            let value = "[{organization: \(other), role: CEO}]"
            Self.toggle(&entities[entity].fields, "affiliations", value)
            return "affiliations of \(id)"
        default:
            entities[entity].folder = pick(folders)
            return "\(id) in \(entities[entity].folder)"
        }
    }

    /// An entity and what it is a part of.
    private func ancestors(of id: String) -> [String] {
        var chain = [id]
        while let entity = entities.first(where: { $0.id == chain[chain.count - 1] }),
            let parent = entity.fields["part-of"]
        {
            chain.append(parent)
        }
        return chain
    }

    private mutating func addArticle() {
        made += 1
        let length = Int.random(in: 100...104, using: &random)
        articles.append(
            Article(
                slug: "article-\(made)", title: "文章\(made)",
                sentences: [sentence(), sentence(), sentence()], length: length))
    }

    private mutating func addEntity(in folder: String, named name: String) {
        made += 1
        entities.append(Entity(folder: folder, id: "entity-\(made)", name: name))
    }

    private mutating func addClaim() {
        made += 1
        let quoted = articles.filter { _ in Bool.random(using: &random) }.map(\.slug)
        claims.append(
            Claim(id: "claim-\(made)", title: "橋長\(made)", articles: quoted + [articles[0].slug]))
    }

    /// No link leads to what is gone, or is not in the site.
    private mutating func forget(_ slug: String) {
        for index in articles.indices {
            articles[index].sentences = articles[index].sentences.map {
                $0.contains("[[\(slug)]]") ? "改了。" : $0
            }
        }
        for index in entities.indices where entities[index].prose.contains("[[\(slug)]]") {
            entities[index].prose = "改了。"
        }
    }

    private mutating func link() -> String? {
        // Drafts are not in the site.
        let slugs = articles.filter { $0.fields["draft"] == nil }.map(\.slug)
        guard !slugs.isEmpty else { return "[[\(pick(entities).id)]]" }
        return pick([
            "[[\(pick(slugs))]]", "[[\(pick(entities).id)]]",
            "[[\(pick(entities).id)|那個]]", "[近處](\(pick(slugs)).md)", nil,
        ])
    }

    private mutating func sentence() -> String {
        (0..<Int.random(in: 1...5, using: &random)).map { _ in sentenceWord() }.joined(
            separator: "，") + "。"
    }

    private mutating func sentenceWord() -> String { pick(Self.words) }

    private static func toggle(
        _ fields: inout [String: String], _ key: String, _ value: String
    ) {
        fields[key] = fields[key] == value ? nil : value
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }
}
