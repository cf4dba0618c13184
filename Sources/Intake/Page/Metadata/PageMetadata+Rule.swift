import Archive
import Text

extension PageMetadata {
    /// A site's rule takes precedence over guesses.
    mutating func apply(_ rule: SiteRule) {
        let from = "site rule \(rule.name)"
        if let url { self.url = Self.withoutTracking(url, also: rule.tracking) }
        if let node = rule.node("title", in: tree) {
            let words = tree.words(of: node)
            if !words.isEmpty, words.utf8.count < 600 {
                if let title, !TitleLikeness.isSame(title, words) {
                    evidence.append(
                        IncomingArticle.Evidence(field: "title", from: "differs: \(title)"))
                }
                evidence.removeAll { $0.field == "title" && !$0.from.hasPrefix("differs") }
                note(\.title, words, "title", from)
            }
        }
        if let node = rule.node("outlet", in: tree) {
            let words = tree.words(of: node)
            if !words.isEmpty, words.utf8.count < 100 {
                if let outlet, outlet != words {
                    evidence.append(
                        IncomingArticle.Evidence(field: "outlet", from: "differs: \(outlet)"))
                }
                evidence.removeAll { $0.field == "outlet" && !$0.from.hasPrefix("differs") }
                note(\.outlet, words, "outlet", from)
            }
        }
        let lines = rule.nodes("authors", in: tree).map { tree.words(of: $0) }
        let people = lines.flatMap { line in
            AuthorNames.people(in: line)
        }
        if let first = people.first {
            if !authors.isEmpty, authors != people {
                evidence.append(
                    IncomingArticle.Evidence(
                        field: "authors",
                        from: "differs: \(authors.joined(separator: ", "))"))
            }
            evidence.removeAll { $0.field == "authors" && !$0.from.hasPrefix("differs") }
            // The same name occurs above and below an article; a reporter's line may name several.
            authors = lines.lazy.map(AuthorNames.people).first { !$0.isEmpty } ?? [first]
            evidence.append(IncomingArticle.Evidence(field: "authors", from: from))
        }
        var ruled: PartialDate?
        if !rule.scriptDates.isEmpty {
            ruled = ScriptDate.find(tree, names: rule.scriptDates)?.date
        }
        if ruled == nil, let node = rule.node("date", in: tree) {
            ruled = Self.date(in: tree.words(of: node))
        }
        if let ruled {
            if let date, date.text.prefix(10) != ruled.text.prefix(10) {
                evidence.append(
                    IncomingArticle.Evidence(field: "date", from: "differs: \(date.text)"))
            }
            // Of two dates of the same day, the one with a time of day is kept.
            if date?.time == nil || date?.text.prefix(10) != ruled.text.prefix(10) {
                evidence.removeAll { $0.field == "date" && !$0.from.hasPrefix("differs") }
                date = ruled
                evidence.append(IncomingArticle.Evidence(field: "date", from: from))
            }
        }
    }

    /// Names and dates in the lines between the title and the text.
    mutating func readSurroundings(of article: Int, page: SavedPage) {
        let measure = page.measure
        readDate(near: article, page: page)
        let range = max(0, article - 300)..<min(tree.nodes.count, article + 120)
        let mask = [Bool](repeating: false, count: tree.nodes.count)
        let blocks = PageBlocks(tree, in: range, isLeftOut: mask, measure: measure).blocks.filter {
            $0.weight < 160
        }
        for block in blocks.prefix(60) {
            guard !page.isAside(block.nodes.lowerBound) else { continue }
            let words = tree.words(of: block.nodes, isLeftOut: mask, isDivided: true)
            let reporters = authors.isEmpty ? ReporterLine.names(in: words) : []
            if !reporters.isEmpty {
                authors = reporters
                evidence.append(IncomingArticle.Evidence(field: "authors", from: "line `\(words)`"))
            }
            if authors.isEmpty, isNamedByline(block.parent),
                !words.utf8.contains(where: { (0x30...0x39).contains($0) })
            {
                let people = AuthorNames.people(in: words).filter(AuthorNames.isPerson)
                if !people.isEmpty {
                    authors = people
                    evidence.append(
                        IncomingArticle.Evidence(field: "authors", from: "line `\(words)`"))
                }
            }
            guard let byline = Byline(VisibleLine(words)) else { continue }
            // The name of an account says less than a line of the page.
            if authors.count == 1, AuthorNames.isAccount(authors[0]),
                byline.authors.contains(where: AuthorNames.isPerson)
            {
                evidence.removeAll { $0.field == "authors" }
                evidence.append(
                    IncomingArticle.Evidence(field: "authors", from: "differs: \(authors[0])"))
                authors = []
            }
            if authors.isEmpty, !byline.authors.isEmpty {
                let names = byline.authors.filter { !$0.hasSuffix("记者") && !$0.hasSuffix("記者") }
                authors = (names.isEmpty ? byline.authors : names).flatMap(AuthorNames.people)
                evidence.append(IncomingArticle.Evidence(field: "authors", from: "line `\(words)`"))
            }
            if translators.isEmpty { translators = byline.translators }
            if let name = byline.sources.first.map(Self.beforeWideSpace), !name.isEmpty,
                !evidence.contains(where: {
                    $0.field == "outlet" && $0.from.hasPrefix("line")
                        || $0.field == "outlet" && $0.from.hasPrefix("site rule")
                })
            {
                if let outlet, outlet != name {
                    evidence.append(
                        IncomingArticle.Evidence(field: "outlet", from: "differs: \(outlet)"))
                }
                evidence.removeAll { $0.field == "outlet" && !$0.from.hasPrefix("differs") }
                note(\.outlet, name, "outlet", "line `\(words)`")
            }
        }
    }

    /// Whether a block, or one of the elements directly around it, is named as the line of the
    /// authors.
    private func isNamedByline(_ node: Int) -> Bool {
        var node = node
        for _ in 0..<3 {
            for name in [HTMLAttribute.class, .id, .itemprop, .rel] {
                if let value = tree.value(node, name),
                    NameWords.contains(value, where: { Self.bylineNames.contains($0) })
                {
                    return true
                }
            }
            guard let parent = tree.parent(of: node), tree.subtree(of: parent).count < 60 else {
                return false
            }
            node = parent
        }
        return false
    }

    private static let bylineNames = Set(WordList.classes["byline"].map { Array($0.utf8)[...] })

    /// Lines of sites set `来源：A　字号：大` apart with wide spaces.
    private static func beforeWideSpace(_ name: String) -> String {
        String(name.prefix { $0 != "\u{3000}" }).trimmed
    }

    /// An account or a publisher is not a person.
    mutating func removeOutletFromAuthors() {
        guard let outlet, authors.contains(outlet) else { return }
        authors.removeAll { $0 == outlet }
        evidence.append(
            IncomingArticle.Evidence(
                field: "authors", from: "differs: \(outlet), which is the outlet"))
        if authors.isEmpty {
            evidence.removeAll { $0.field == "authors" && !$0.from.hasPrefix("differs") }
        }
    }

    /// Metadata of the file that a page was captured in.
    mutating func readCapture(_ document: CapturedDocument) {
        if url == nil, let address = document.address,
            WebAddress.host(of: address.url) != nil
        {
            note(\.url, Self.withoutTracking(address.url), "url", address.from)
        }
        guard document.isWhole else { return }
        let heading = tree.nodes.indices.first { tree.nodes[$0].tag.headingLevel != nil }
        if let heading, case let words = tree.words(of: heading), !words.isEmpty {
            evidence.removeAll { $0.field == "title" }
            note(\.title, words, "title", "first heading")
        }
    }

    /// The metadata of one post of many: its own heading, link and time; otherwise that of the
    /// page.
    func ofPost(_ post: PagePosts.Post, base: PageAddress?) -> PageMetadata {
        var own = self
        let kept: Set<String> = ["outlet", "license"]
        own.evidence.removeAll { !kept.contains($0.field) }
        own.authors = []
        own.summary = nil
        own.date = nil
        own.url = nil
        own.note(\.title, tree.words(of: post.heading), "title", "heading of the post")
        let around = post.range.lowerBound...post.heading
        let link = Array(around) + Array(tree.subtree(of: post.heading))
        if let href = link.last(where: { tree.isElement($0, .a) }).flatMap({ tree.value($0, .href) }
        ) {
            let whole = String(decoding: base?.absolute(href) ?? Array(href), as: UTF8.self)
            if WebAddress.host(of: whole) != nil {
                own.note(\.url, Self.withoutTracking(whole), "url", "link of the heading")
            }
        }
        for node in post.range where tree.isElement(node, .time) {
            guard let date = Self.date(in: tree.string(node, .datetime) ?? tree.words(of: node))
            else { continue }
            own.date = date
            own.evidence.append(IncomingArticle.Evidence(field: "date", from: "time element"))
            break
        }
        return own
    }
}

/// A line that names reporters without a colon: `本报记者　林小舟　陈一苇`.
enum ReporterLine {
    /// The names; empty if it is not such a line.
    static func names(in line: String) -> [String] {
        let scalars = Array(line.trimmed.unicodeScalars)
        guard scalars.count <= 40,
            let at = scalars.indices.prefix(10).first(where: { index in
                words.contains { scalars[index...].starts(with: $0) }
            }), scalars[..<at].allSatisfy(isHan)
        else { return [] }
        let rest = scalars[(at + 2)...]
        guard let first = rest.first, !isHan(first) else { return [] }
        var names: [String] = []
        for piece in rest.split(whereSeparator: { !isHan($0) }) {
            let name = Scalars.string(piece)
            if others.contains(name) { continue }
            guard (2...4).contains(piece.count) else { return [] }
            names.append(name)
        }
        return names
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value)
    }

    private static let words = WordList.bylines["reporter"].map { Array($0.unicodeScalars) }
    /// Titles between names.
    private static let others = Set(WordList.bylines["reporter-title"])
}
