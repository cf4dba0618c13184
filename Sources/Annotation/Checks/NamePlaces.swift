import Text

/// Places of one kind all over the archive, counted: the first of them, and two to show.
struct NamePlaces {
    struct Example {
        /// Index in `Archive.articles`.
        var article: Int
        /// Bytes of the article's plain text.
        var range: Range<Int>
    }

    private(set) var count = 0
    private(set) var articles = 0
    /// The first, and the first in another article or else the second.
    private(set) var examples: [Example] = []
    private var last = -1

    /// Places come article by article, in order.
    mutating func add(_ range: Range<Int>, in article: Int) {
        count += 1
        let isNewArticle = article != last
        if isNewArticle { articles += 1 }
        last = article
        let example = Example(article: article, range: range)
        if examples.count < 2 {
            examples.append(example)
        } else if isNewArticle, examples[0].article == examples[1].article {
            examples[1] = example
        }
    }

    /// `once`, `3 times`, `12 times in 4 articles`.
    var times: String {
        let times = count == 1 ? "once" : "\(count) times"
        return articles > 1 ? times + " in \(articles) articles" : times
    }

    /// A note for each example.
    func contexts(_ texts: ArticleTexts, _ file: (Int) -> String) -> [String] {
        examples.map { example in
            let words = Excerpt.around(example.range, in: texts[example.article])
            return articles > 1
                ? "in `\(file(example.article))`: \(words)" : "in: \(words)"
        }
    }
}
