import Text

/// Why a page has no article, in words.
enum PageProblem {
    /// Checks a page before anything is searched for in it.
    static func before(_ tree: HTMLTree, at place: Diagnostic.Place) -> Diagnostic? {
        if tree.nodes.contains(where: { $0.kind == .element && $0.tag == .frameset }) {
            let frames = tree.nodes.indices.filter { tree.isElement($0, .frame) }.compactMap {
                tree.string($0, .src)
            }
            return Diagnostic(
                .error, "frameset", at: place,
                "the page consists of frames only"
                    + (frames.isEmpty ? "" : ": " + frames.prefix(5).joined(separator: ", ")),
                help: "open the frame with the article in a browser, save that page, and add it")
        }
        return linkList(tree, at: place)
    }

    /// Exported bookmarks: Pocket's, and the form that browsers have had since Netscape.
    private static func linkList(_ tree: HTMLTree, at place: Diagnostic.Place) -> Diagnostic? {
        guard let title = tree.nodes.indices.first(where: { tree.isElement($0, .title) }),
            WordList.pages["bookmarks-title"].contains(tree.words(of: title))
        else { return nil }
        let links = tree.nodes.indices.filter { tree.isElement($0, .a) }
        let words = tree.words(of: 0).utf8.count
        let linked = links.reduce(0) { $0 + tree.words(of: $1).utf8.count }
        guard linked * 10 >= words * 7 else { return nil }
        return TableExport.linkList(links.compactMap { tree.string($0, .href) }, at: place)
    }

    /// Explains why no article was found: the page has hardly any text, asks for a login,
    /// redirects, or is a list.
    static func noArticle(
        _ tree: HTMLTree, measure: PageMeasure, candidates: [ArticleFinder.Candidate],
        at place: Diagnostic.Place
    ) -> Diagnostic {
        let whole = 0..<tree.nodes.count
        let words = measure.weight(whole)
        for index in tree.nodes.indices where tree.isElement(index, .meta) {
            if tree.string(index, .httpEquiv)?.lowercased() == "refresh", words < 300,
                let content = tree.string(index, .content),
                let target = content.range(of: "url=", options: .caseInsensitive)
            {
                return Diagnostic(
                    .error, "refresh-page", at: place,
                    "the page only redirects to \(content[target.upperBound...])",
                    help: "open that address in a browser, save the page, and add it")
            }
        }
        if words < 20 {
            return Diagnostic(
                .error, "empty-page", at: place,
                "the page has no text; it is loaded by a script",
                help:
                    "open the page in a browser, wait for the article, and save it again (\"Web page, complete\")"
            )
        }
        if asksPassword(tree), words < 3000 {
            return Diagnostic(
                .error, "login-wall", at: place,
                "the page asks you to log in instead of showing an article",
                help: "log in in a browser, save the page with the article, and add that")
        }
        if let problem = ErrorPage.problem(tree, measure: measure, at: place) { return problem }
        let isForum =
            candidates.first.map {
                ForumThread.isLikely(tree, in: tree.subtree(of: $0.node))
            } ?? false
        let isList = measure.linkDensity(whole) > 0.5
        var diagnostic = Diagnostic(
            .error, "no-article", at: place,
            isForum
                ? "no article found: the page looks like a forum thread"
                : isList
                    ? "no article found: the page looks like a list of links" : "no article found",
            help:
                "open the article itself and save that page, or write a rule for the site in content/rules/"
        )
        diagnostic.notes = notes(on: candidates, in: tree)
        return diagnostic
    }

    private static func notes(on candidates: [ArticleFinder.Candidate], in tree: HTMLTree)
        -> [String]
    {
        candidates.prefix(3).map { candidate in
            let start = Scalars.string(tree.words(of: candidate.node).unicodeScalars.prefix(60))
            return
                "candidate `\(PageProblem.name(of: candidate.node, in: tree))` (\(candidate.way)): \(start)"
        }
    }

    /// An article of a few words, where the page has more.
    static func fewWords(_ page: SavedPage, at place: Diagnostic.Place) -> Diagnostic? {
        let all = page.measure.weight(0..<page.tree.nodes.count)
        guard page.remainder < leastWords, all >= 4 * leastWords else { return nil }
        var diagnostic = Diagnostic(
            .warning, "few-words", at: place,
            "the article has only a few words, although the page has more",
            help:
                "compare the article with the page, or write a rule for the site in content/rules/")
        diagnostic.notes = notes(on: page.candidates, in: page.tree)
        return diagnostic
    }

    /// Two short sentences, as `PageMeasure` weighs.
    private static let leastWords = 100

    static func otherArticles(_ titles: [String], at place: Diagnostic.Place) -> Diagnostic {
        Diagnostic(
            .warning, "other-articles", at: place,
            "the page holds \(titles.count) more article\(titles.count == 1 ? "" : "s"), which "
                + (titles.count == 1 ? "is" : "are") + " left out",
            notes: titles.prefix(3).map { "`\(Scalars.string($0.unicodeScalars.prefix(80)))`" },
            help:
                "to add \(titles.count == 1 ? "it" : "them") as well, save each page and add it"
        )
    }

    static func asksPassword(_ tree: HTMLTree) -> Bool {
        tree.nodes.indices.contains {
            tree.isElement($0, .input) && tree.string($0, .type)?.lowercased() == "password"
        }
    }

    /// A page that shows the beginning of an article and a door.
    static func cutShort(_ tree: HTMLTree, text: [UInt8], at place: Diagnostic.Place) -> Diagnostic?
    {
        guard text.count < 2000, asksPassword(tree) else { return nil }
        return Diagnostic(
            .warning, "login-wall", at: place,
            "the page asks you to log in; the article may be only the beginning",
            help: "log in in a browser, save the page with the whole article, and add that")
    }

    static func picturesLeftBehind(_ count: Int, at place: Diagnostic.Place) -> Diagnostic {
        Diagnostic(
            .note, "local-pictures", at: place,
            "\(count) picture\(count == 1 ? " was" : "s were") captured with the page and "
                + (count == 1 ? "is" : "are") + " not copied",
            help: "to copy them into content/assets/, add the page with `--assets`")
    }

    /// How a rule would name an element.
    private static func name(of node: Int, in tree: HTMLTree) -> String {
        if let id = tree.string(node, .id), !id.isEmpty { return "#\(id)" }
        if let name = tree.string(node, .class)?.split(separator: " ").first {
            return "\(tree.nodes[node].tag.rawValue).\(name)"
        }
        return tree.nodes[node].tag.rawValue
    }
}

/// Error pages and bot checks that a server sent instead of the requested page.
enum ErrorPage {
    /// `nil` if it is not such a page, or has too much text for one.
    static func problem(_ tree: HTMLTree, measure: PageMeasure, at place: Diagnostic.Place)
        -> Diagnostic?
    {
        guard measure.weight(0..<tree.nodes.count) < 900,
            let title = tree.nodes.indices.first(where: { tree.isElement($0, .title) }).map({
                tree.words(of: $0)
            }), case let lower = title.lowercased(),
            titles.contains(where: { lower.hasPrefix($0) })
        else { return nil }
        return Diagnostic(
            .error, "error-page", at: place,
            "the page says `\(Scalars.string(title.unicodeScalars.prefix(60)))` instead of showing an article",
            help: "open the page in a browser, wait for the article, and save it again")
    }

    private static let titles = WordList.pages["error-title"]
}

/// Whether a page is a forum thread: posts of several people, none of them an article with its own
/// heading.
enum ForumThread {
    static func isLikely(_ tree: HTMLTree, in chosen: Range<Int>) -> Bool {
        let posts = posts(tree, in: chosen)
        return posts >= 3 || posts == 2 && hasForumSoftware(tree)
    }

    /// Elements whose ids are those of posts (`postmessage_12`, `post-12`, `p12`), the outermost.
    private static func posts(_ tree: HTMLTree, in range: Range<Int>) -> Int {
        var count = 0
        var index = range.lowerBound
        while index < range.upperBound {
            guard tree.nodes[index].kind == .element, let id = tree.value(index, .id), isPost(id),
                !tree.subtree(of: index).contains(where: {
                    (1...3).contains(tree.nodes[$0].tag.headingLevel ?? 9)
                })
            else {
                index += 1
                continue
            }
            count += 1
            index = Int(tree.nodes[index].end)
        }
        return count
    }

    private static func isPost(_ id: ArraySlice<UInt8>) -> Bool {
        guard id.count <= 40, let digit = id.firstIndex(where: { (0x30...0x39).contains($0) }),
            id[digit...].allSatisfy({ (0x30...0x39).contains($0) })
        else { return false }
        let name = id[..<digit].filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
            .map { $0 | 0x20 }
        return names.contains(name)
    }

    private static let names = Set(WordList.classes["post"].map { Array($0.utf8) })

    private static func hasForumSoftware(_ tree: HTMLTree) -> Bool {
        for node in tree.nodes.indices where tree.isElement(node, .meta) {
            guard tree.string(node, .name)?.lowercased() == "generator",
                let name = tree.string(node, .content)?.lowercased()
            else { continue }
            return software.contains { name.contains($0) }
        }
        return false
    }

    private static let software = WordList.pages["forum-software"]
}
