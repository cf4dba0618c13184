import TestSupport

/// An archive that ages: the edits that editors make to texts and names over years, with what each
/// address meant when it was made.
struct AgedArchive {
    struct Article {
        /// The slug that it has for good, which no file shows: what it is.
        var key: Int
        var slug: String
        var title: String
        /// Paragraphs of sentences.
        var paragraphs: [[String]]
        var oldPaths: [String] = []
    }

    struct Entity {
        var key: Int
        var id: String
        var name: String
        var oldPaths: [String] = []
    }

    struct Claim {
        var id: String
        var article: Int
        var quote: String
        var oldPaths: [String] = []
    }

    private(set) var articles: [Article] = []
    private(set) var entities: [Entity] = []
    private(set) var claims: [Claim] = []
    private var made = 0
    private var random: SeededGenerator

    private static let names = ["林清河", "王五", "橋梁局", "Ada Reed", "Harbor Trust", "渡口"]
    private static let subjects = ["橋", "河", "雨", "渡口", "林清河", "王五", "橋梁局"]
    private static let ends = ["很長", "清了", "停了三天", "漲了 5.1 %", "在東邊", "還沒有來", "說：“走吧”"]
    private static let nouns = ["The bridge", "Ada Reed", "Mr. Li", "Harbor Trust", "The rain"]
    private static let verbs = ["closed on Monday", "cost $3.5 million", "didn't stop", "left"]
    /// What archives repeat.
    private static let refrains = ["謝謝大家。", "He agreed.", "真的嗎？"]

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        for name in Self.names.prefix(3) { addEntity(name) }
        for _ in 0..<6 { addArticle() }
        for _ in 0..<3 { addClaim() }
    }

    /// Text by path relative to the archive.
    var files: [String: String] {
        var files = ["content/archive.yml": "title: 小藏书\nlanguage: zh-Hans\n"]
        for article in articles {
            let body = article.paragraphs.map { $0.joined(separator: " ") }
            files["content/articles/\(article.slug).md"] =
                "---\ntitle: \(article.title)\naliases: [\(article.oldPaths.joined(separator: ", "))]\n---\n"
                + body.joined(separator: "\n\n") + "\n"
        }
        for entity in entities {
            let paths = entity.oldPaths.joined(separator: ", ")
            files["content/people/\(entity.id).md"] =
                "---\nname: \(entity.name)\nredirect-from: [\(paths)]\n---\n"
        }
        for claim in claims {
            guard let article = articles.first(where: { $0.key == claim.article }) else { continue }
            files["content/claims/\(claim.id).yml"] = """
                - id: \(claim.id)
                  title: 關於\(claim.id)
                  aliases: [\(claim.oldPaths.joined(separator: ", "))]
                  statements:
                    - {article: \(article.slug), quote: "\(claim.quote)"}

                """
        }
        return files
    }

    // MARK: Edits

    mutating func edit() {
        let article = Int.random(in: 0..<articles.count, using: &random)
        let paragraph = Int.random(in: 0..<articles[article].paragraphs.count, using: &random)
        let count = articles[article].paragraphs[paragraph].count
        let at = Int.random(in: 0..<count, using: &random)
        switch Int.random(in: 0..<24, using: &random) {
        case 0, 1, 2, 3: articles[article].paragraphs[paragraph].insert(sentence(), at: at)
        case 4, 5: change(article, paragraph, at) { _ in nil }
        case 6: change(article, paragraph, at) { "其實" + $0 }
        case 7: change(article, paragraph, at) { $0.dropLast() + "（见附录）。" }
        case 8:
            // Marks, width and spaces: the words stay.
            change(article, paragraph, at) {
                $0.replacing("“", with: "「").replacing("”", with: "」")
                    .replacing("'", with: "’").replacing(",", with: "，")
            }
        case 9: change(article, paragraph, at) { "**\($0)**" }
        case 10: articles[article].paragraphs.append([sentence(), sentence()])
        case 11: articles[article].paragraphs.insert([sentence()], at: 0)
        case 12: articles[article].paragraphs.swapAt(0, paragraph)
        case 13:
            guard articles[article].paragraphs.count > 1, paragraph > 0 else { return }
            let moved = articles[article].paragraphs.remove(at: paragraph)
            articles[article].paragraphs[0] += moved
        case 14:
            guard at > 0 else { return }
            let tail = Array(articles[article].paragraphs[paragraph][at...])
            articles[article].paragraphs[paragraph].removeSubrange(at...)
            articles[article].paragraphs.insert(tail, at: paragraph + 1)
        case 15:
            let copied = articles[article].paragraphs[paragraph][at]
            guard !claims.contains(where: { copied.contains($0.quote) }) else { return }
            articles[article].paragraphs[0].insert(copied, at: 0)
        case 16: articles[article].title = "題目" + String(Int.random(in: 0...9, using: &random))
        case 17, 18:
            articles[article].oldPaths.append("articles/\(articles[article].slug)/")
            made += 1
            articles[article].slug = "moved-\(made)"
        case 19:
            let entity = Int.random(in: 0..<entities.count, using: &random)
            entities[entity].oldPaths.append("/people/\(entities[entity].id)/")
            made += 1
            entities[entity].id = "person-\(made)"
        case 20:
            guard !claims.isEmpty else { return }
            let claim = Int.random(in: 0..<claims.count, using: &random)
            claims[claim].oldPaths.append("claims/\(claims[claim].id)/")
            made += 1
            claims[claim].id = "said-\(made)"
        case 21: addEntity(Self.names[entities.count % Self.names.count])
        case 22: addArticle()
        default: addClaim()
        }
    }

    /// Changes one sentence, or removes it, if no claim quotes it.
    private mutating func change(
        _ article: Int, _ paragraph: Int, _ at: Int, _ edited: (String) -> String?
    ) {
        let old = articles[article].paragraphs[paragraph][at]
        guard !claims.contains(where: { old.contains($0.quote) }), !old.hasPrefix("**") else {
            return
        }
        if let new = edited(old) {
            articles[article].paragraphs[paragraph][at] = new
        } else if articles[article].paragraphs[paragraph].count > 1 {
            articles[article].paragraphs[paragraph].remove(at: at)
        }
    }

    private mutating func sentence() -> String {
        switch Int.random(in: 0..<7, using: &random) {
        case 0: pick(Self.refrains)
        case 1, 2: "\(pick(Self.nouns)) \(pick(Self.verbs)) \(number())."
        default: "\(pick(Self.subjects))\(pick(Self.ends))，第\(number())次。"
        }
    }

    private mutating func number() -> String {
        "\(Int.random(in: 1...9_999, using: &random))"
    }

    private mutating func pick(_ list: [String]) -> String {
        list[Int.random(in: 0..<list.count, using: &random)]
    }

    private mutating func addArticle() {
        made += 1
        let paragraphs = (0..<4).map { _ in (0..<5).map { _ in sentence() } }
        articles.append(
            Article(key: made, slug: "text-\(made)", title: "題目", paragraphs: paragraphs))
    }

    private mutating func addEntity(_ name: String) {
        guard !entities.contains(where: { $0.name == name }) else { return }
        made += 1
        entities.append(Entity(key: made, id: "who-\(made)", name: name))
    }

    private mutating func addClaim() {
        guard let article = articles.randomElement(using: &random),
            let quote = article.paragraphs.joined()
                .filter({
                    !Self.refrains.contains($0) && !$0.hasPrefix("**") && !$0.contains("“")
                        && !$0.contains("「")
                })
                .randomElement(using: &random)
        else { return }
        let quoted = article.paragraphs.joined().filter { $0.contains(quote.dropLast()) }
        guard quoted.count == 1 else { return }
        made += 1
        claims.append(
            Claim(id: "claim-\(made)", article: article.key, quote: String(quote.dropLast())))
    }
}
