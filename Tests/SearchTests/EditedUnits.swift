import TestSupport
import Text

@testable import Search

/// Pages to be indexed, edited at random: words, titles, names, dates and facets, with the number
/// of passages mostly as it was.
struct EditedUnits {
    struct Page {
        var kind: SearchUnit.Kind
        var path: String
        var title: String
        var names: [String]
        var date = ""
        var passages: [String]
        var facets: [(facet: String, value: String)] = []
    }

    private(set) var pages: [Page] = []
    private(set) var labels: [String: [String: String]] = ["kind": ["article": "文章"]]
    private var random: SeededGenerator
    private let characters: [Character]
    private var made = 0

    private static let words = [
        "GPT", "ai大", "QQ音", "Paper", "papyrus", "x", "14.14", "3.5", "É", "über", "Ω", "カナ", "한글",
        "K", "ﬁ", " ", "。", "，", "\n\n", "-", "雲", "馬化騰", "云", "马",
    ]

    /// - Parameters:
    ///   - pages: how many articles.
    ///   - characters: how many different Han characters.
    init(seed: UInt64, pages: Int, characters: Int) {
        random = SeededGenerator(seed: seed)
        self.characters = (0..<characters).compactMap {
            Unicode.Scalar(UInt32(0x4E00 + $0 * 37)).map(Character.init)
        }
        for _ in 0..<4 { self.pages.append(entity()) }
        for _ in 0..<pages { self.pages.append(article()) }
    }

    /// Units of a page.
    func units(_ number: Int) -> [SearchUnit] {
        let page = pages[number]
        var start = 0
        return page.passages.map { passage in
            let text = Array(passage.utf8)
            let isArticle = page.kind == .article
            defer { if isArticle { start += text.count } }
            return SearchUnit(
                kind: page.kind, path: page.path, title: page.title, names: page.names,
                textPath: isArticle ? page.path + "text.txt" : nil, text: text,
                textRange: start..<start + text.count,
                sentences: isArticle ? [start] : [], date: page.date,
                facets: page.facets)
        }
    }

    /// The facets of all pages.
    var facetTable: FacetTable {
        var table = FacetTable()
        for (number, page) in pages.enumerated() {
            for (facet, value) in [("kind", page.kind.name)] + page.facets {
                table.add(table.number(of: value, in: facet), to: number)
            }
        }
        return table
    }

    /// The texts that a site has beside the index.
    var texts: [String: [UInt8]] {
        var texts: [String: [UInt8]] = [:]
        for page in pages where page.kind == .article {
            texts[page.path + "text.txt"] = Array(page.passages.joined().utf8)
        }
        return texts
    }

    /// Changes a few pages.
    ///
    /// - Returns: their numbers.
    mutating func edit() -> Set<Int> {
        var changed: Set<Int> = []
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let number = Int.random(in: 0..<pages.count, using: &random)
            changed.insert(number)
            switch Int.random(in: 0..<12, using: &random) {
            case 0: pages[number].title = words(4)
            case 1: pages[number].names = names()
            case 2: pages[number].date = "20\(Int.random(in: 10...99, using: &random))"
            case 3: pages[number].facets = facets()
            case 4: labels["year", default: [:]]["1"] = words(2)
            case 5 where pages[number].passages.count > 0:
                // Everything new, as when another page takes the position of one.
                made += 1
                let count = pages[number].passages.count
                pages[number] = pages[number].kind == .article ? article(count) : entity()
            case 6, 7:
                let passage = Int.random(in: 0..<pages[number].passages.count, using: &random)
                pages[number].passages[passage] = words(Int.random(in: 0...40, using: &random))
            default:
                let passage = Int.random(in: 0..<pages[number].passages.count, using: &random)
                var text = Array(pages[number].passages[passage])
                let at = Int.random(in: 0...text.count, using: &random)
                let end = min(text.count, at + Int.random(in: 0...6, using: &random))
                text.replaceSubrange(at..<end, with: Array(words(2)))
                pages[number].passages[passage] = String(text)
            }
        }
        return changed
    }

    private mutating func article(_ passages: Int? = nil) -> Page {
        made += 1
        let count = passages ?? Int.random(in: 1...3, using: &random)
        return Page(
            kind: .article, path: "articles/a\(made)/", title: words(3), names: names(),
            date: "2024", passages: (0..<count).map { _ in words(20) }, facets: facets())
    }

    private mutating func entity() -> Page {
        made += 1
        return Page(
            kind: .person, path: "people/p\(made)/", title: words(2), names: names(),
            passages: [words(3)], facets: [])
    }

    private mutating func names() -> [String] {
        let count = Int.random(in: 0...3, using: &random)
        return (0..<count).map { _ in words(1) }
    }

    private mutating func facets() -> [(facet: String, value: String)] {
        let count = Int.random(in: 0...3, using: &random)
        return (0..<count).map { _ in
            (
                ["year", "person"][Int.random(in: 0...1, using: &random)],
                String(Int.random(in: 0...5, using: &random))
            )
        }
    }

    /// Text of so many pieces, some of them rare.
    private mutating func words(_ pieces: Int) -> String {
        var text = ""
        for _ in 0..<pieces {
            if Int.random(in: 0..<4, using: &random) == 0 {
                text += Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
            } else {
                // Low numbers are drawn far more often than high ones.
                let position = Double.random(in: 0..<1, using: &random)
                text.append(
                    characters[Int(position * position * position * Double(characters.count))])
            }
        }
        return text
    }
}
