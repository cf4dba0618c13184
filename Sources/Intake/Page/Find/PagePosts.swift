/// Several articles in one page: the posts of a blog's front page, the next story that a news site
/// appends.
///
/// A post is a top-level `article` element with a heading and some prose.
struct PagePosts {
    struct Post {
        var range: Range<Int>
        var heading: Int
        var node: Int { range.lowerBound }
    }

    private(set) var posts: [Post] = []

    /// Prose that makes a post more than a teaser, as `PageMeasure` weighs: five lines of Han text.
    private static let least = 500

    init(_ tree: HTMLTree, measure: PageMeasure, isLeftOut: [Bool]) {
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            guard node.kind == .element, !isLeftOut[index] else {
                index = node.kind == .element ? Int(node.end) : index + 1
                continue
            }
            let range = tree.subtree(of: index)
            if node.tag == .article,
                measure.weight(range) - measure.linkWeight(range) >= Self.least,
                measure.stops(range) >= 5,
                let heading = range.first(where: {
                    (1...3).contains(tree.nodes[$0].tag.headingLevel ?? 9)
                }),
                measure.weight(tree.subtree(of: heading)) > 0
            {
                posts.append(Post(range: range, heading: heading))
                index = Int(node.end)
            } else {
                index += 1
            }
        }
    }

    /// What to read of a page of which `chosen` was to be the article.
    enum Choice {
        /// `chosen` itself.
        case whole
        /// The one post that has the page's title, not those around it.
        case one(Post)
        /// All of them, as articles of their own.
        case all([Post])
    }

    func choice(
        in chosen: Range<Int>, tree: HTMLTree, measure: PageMeasure, title: String?
    ) -> Choice {
        let inside = posts.filter { chosen.contains($0.node) && $0.node != chosen.lowerBound }
        let together = inside.reduce(0) { $0 + measure.weight(tree.subtree(of: $1.node)) }
        guard inside.count >= 2, together * 10 >= measure.weight(chosen) * 7 else { return .whole }
        if let named = inside.first(where: {
            TitleLikeness.isSame(tree.words(of: $0.heading), title ?? "")
        }) {
            return .one(named)
        }
        return .all(inside)
    }

    /// Posts outside the chosen element.
    func beside(_ chosen: Range<Int>) -> [Post] {
        posts.filter {
            !chosen.overlaps($0.node..<($0.node + 1)) && !$0.range.contains(chosen.lowerBound)
        }
    }
}
