import Text

/// Why a page has no article, in words.
enum PageProblem {
    /// Looks at a page before anything is searched for in it.
    static func before(_ tree: HTMLTree, at place: Diagnostic.Place) -> Diagnostic? {
        if tree.nodes.contains(where: { $0.kind == .element && $0.tag == .frameset }) {
            let frames = tree.nodes.indices.filter { tree.isElement($0, .frame) }.compactMap {
                tree.string($0, .src)
            }
            return Diagnostic(
                .error, "frameset", at: place,
                "the page only holds frames"
                    + (frames.isEmpty ? "" : ": " + frames.prefix(5).joined(separator: ", ")),
                help: "open the frame with the article in a browser, save that page, and add it")
        }
        return nil
    }

    /// Says why nothing was found: the page shows hardly a word, asks to log in, leads on, or is a
    /// list.
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
                    "the page only leads on to \(content[target.upperBound...])",
                    help: "open that address in a browser, save the page, and add it")
            }
        }
        if words < 20 {
            return Diagnostic(
                .error, "empty-page", at: place,
                "the page shows no words; a script was to fetch them",
                help:
                    "open the page in a browser, wait for the article, and save it again (\"Web page, complete\")"
            )
        }
        let asksPassword = tree.nodes.indices.contains {
            tree.isElement($0, .input) && tree.string($0, .type)?.lowercased() == "password"
        }
        if asksPassword, words < 3000 {
            return Diagnostic(
                .error, "login-wall", at: place,
                "the page asks to log in instead of showing an article",
                help: "log in in a browser, save the page with the article, and add that")
        }
        let isList = measure.linkDensity(whole) > 0.5
        var diagnostic = Diagnostic(
            .error, "no-article", at: place,
            isList ? "no article found: the page looks like a list of links" : "no article found",
            help:
                "open the article itself and save that page; or name its element in a rule in content/rules/"
        )
        diagnostic.notes = candidates.prefix(3).map { candidate in
            let start = Scalars.string(tree.words(of: candidate.node).unicodeScalars.prefix(60))
            return
                "candidate `\(PageProblem.name(of: candidate.node, in: tree))` (\(candidate.way)): \(start)"
        }
        return diagnostic
    }

    static func picturesLeftBehind(_ count: Int, at place: Diagnostic.Place) -> Diagnostic {
        Diagnostic(
            .note, "local-pictures", at: place,
            "\(count) picture\(count == 1 ? " was" : "s were") captured with the page and "
                + (count == 1 ? "is" : "are") + " not copied",
            help: "add the page with `--assets` to have them in content/assets/")
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
