import Testing

@testable import Intake

/// Rules propose what is not the article; a measure decides.
struct DropDecisionTests {
    private static let story = (1...6).map {
        "<p>On day \($0) the ferry left the harbour at seven, with forty people on board, and came back in the evening.</p>"
    }

    private static var whole: String { story.joined() }

    private static func page(_ body: String) -> String {
        "<html><head><title>The ferry of the island</title></head><body><h1>The ferry of the island</h1>\(body)</body></html>"
    }

    @Test(arguments: [
        "gallery", "newsletter", "related", "navigation", "share", "advertisement", "promo",
        "sidebar",
    ])
    func `an element with the running text is kept whatever its class`(name: String) throws {
        let text = Self.whole
        for body in [
            "<div class=\"\(name)\">\(text)</div>",
            "<div class=\"\(name)-wrapper\"><div class=\"\(name)-inner\">\(text)</div></div>",
            "<main>" + Self.story.map { "<div class=\"\(name)-part\">\($0)</div>" }.joined()
                + "</main>",
        ] {
            let article = try Reading.one(Self.page(body), name: "a.html")
            #expect(article.words.contains("On day 1"))
            #expect(article.words.contains("On day 6"))
            #expect(
                article.evidence.contains { $0.field == "body" && $0.from.contains("was kept") })
        }
    }

    @Test(arguments: [
        ("comments", "<p>I like the ferry, it is a good ferry.</p>"),
        ("related", "<p>Three more ferries were seen, said the office.</p>"),
        ("newsletter", "<p>Get our letter every morning, it is free.</p>"),
        ("advertisement", "<p>Buy our boats, they are the best boats.</p>"),
    ])
    func `an element with a small share is dropped and listed`(name: String, words: String) throws {
        let article = try Reading.one(
            Self.page("<main>\(Self.whole)</main><div class=\"\(name)\">\(words)</div>"),
            name: "a.html")
        #expect(article.words.contains("On day 6"))
        #expect(!article.source.contains(words.dropFirst(3).dropLast(4)))
        #expect(article.rules.contains(name))
    }

    @Test func `comments that are longer than the article are dropped`() throws {
        let comments = (1...30).map {
            "<div class=comment><p>Comment \($0): we took this ferry last summer, and it was late again, as always.</p></div>"
        }
        let article = try Reading.one(
            Self.page("<main>\(Self.whole)</main><div class=comments>\(comments.joined())</div>"),
            name: "a.html")
        #expect(article.words.contains("On day 6"))
        #expect(!article.words.contains("Comment 1"))
    }

    @Test(arguments: ["rollover-people", "share", "promo", "ad", "tooltip"])
    func `words inside a sentence stay`(name: String) throws {
        let body =
            Self.whole
            + "<p>Yesterday Rep. <span class=\"\(name)\"><a href=\"/p\">Mara Lindt</a></span> (D-Minn.) went on board.</p>"
        let article = try Reading.one(Self.page("<main>\(body)</main>"), name: "a.html")
        #expect(article.words.contains("Yesterday Rep. Mara Lindt (D-Minn.) went on board."))
    }

    @Test(arguments: [
        "display:none", "visibility: hidden", "position:absolute; left:-9999px",
        "text-indent:-5000px",
    ])
    func `hidden text is never the article`(style: String) throws {
        let spam = (1...200).map {
            "<p>Spam number \($0), which is long, and cheap, and of no use to anyone at all.</p>"
        }
        let article = try Reading.one(
            Self.page(
                "<div style=\"\(style)\"><article>\(spam.joined())</article></div><main>\(Self.whole)</main>"
            ),
            name: "a.html")
        #expect(article.words.contains("On day 6"))
        #expect(!article.words.contains("Spam number"))
    }

    @Test func `a page that a script was to show is read`() throws {
        let page = Self.page("<div style=\"display:none\"><article>\(Self.whole)</article></div>")
        #expect(try Reading.one(page, name: "a.html").words.contains("On day 6"))
    }

    @Test func `sections of a reference page are not named by the anchors of their headings`()
        throws
    {
        let sections = ["Share a boat", "Related ropes", "Comments on knots"].map { title in
            "<section id=\"\(title.lowercased().replacing(" ", with: "-"))\"><h2>\(title)</h2>\(Self.story[0])</section>"
        }
        let article = try Reading.one(
            Self.page("<main>\(sections.joined())</main>"), name: "a.html")
        for title in ["Share a boat", "Related ropes", "Comments on knots"] {
            #expect(article.words.contains(title))
        }
    }

    @Test func `a reference page keeps its lists of links`() throws {
        let lists = ["Harbours", "Islands", "Lighthouses", "Charts"].map { title in
            "<h2>\(title)</h2><ul>"
                + (1...4).map {
                    "<li><a href=\"/\(title)/\($0)\">\(title), the place number \($0)</a></li>"
                }.joined()
                + "</ul>"
        }
        let article = try Reading.one(
            Self.page("<main>\(Self.whole)\(lists.joined())</main>"), name: "a.html")
        #expect(article.words.contains("Lighthouses, the place number 4"))
    }

    @Test(arguments: [
        "___", "Image 1 of 5", "2 / 12", "UP NEXT", "We use cookies to make this site better.",
    ])
    func `residue is removed and listed`(words: String) throws {
        let body = Self.story[0...2].joined() + "<p>\(words)</p>" + Self.story[3...].joined()
        let article = try Reading.one(Self.page("<main>\(body)</main>"), name: "a.html")
        #expect(!article.words.contains(words))
        #expect(article.dropped.contains { $0.words == words })
    }

    @Test
    func `text after a line that opens a list of other articles is kept when it is running text`()
        throws
    {
        let body = Self.story[0...3].joined() + "<h3>Recommended</h3>" + Self.story[4...].joined()
        let article = try Reading.one(Self.page("<main>\(body)</main>"), name: "a.html")
        #expect(article.words.contains("On day 6"))
    }

    @Test func `an article of a few words is reported with the best candidates`() {
        let links = (1...60).map {
            "<li><a href=\"/\($0)\">Another story number \($0) of the week</a></li>"
        }.joined()
        let html = Self.page("<article><p>The ferry left at seven.</p></article><ul>\(links)</ul>")
        let reading = Intake.read(Source(name: "a.html", bytes: Array(html.utf8)))
        let problem = reading.diagnostics.first { $0.id == "few-words" || $0.id == "no-article" }
        #expect(problem?.notes.isEmpty == false)
    }
}
