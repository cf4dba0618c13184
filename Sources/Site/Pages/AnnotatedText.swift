import Annotation
import Archive
import Markup
import Text

/// An article's words as HTML with sentences, claims, mentions, misprints and remarks in them.
///
/// Outside in: sentence (level 0), claim (1), misprint or remark (2), mention (3).
struct AnnotatedText {
    let press: Press
    let article: Int
    private let text: ArticleText
    private let file: String
    private let path: String

    init(press: Press, article: Int) {
        self.press = press
        self.article = article
        text = press.edition.texts[article]
        file = press.archive.articles[article].file
        path = SitePath.article(press.archive.articles[article].slug)
    }

    func html(of document: MarkdownDocument) -> [UInt8] {
        let wraps = sentences + claims + remarks + mentions
        return HTMLWriter.html(
            of: document, wraps: wraps,
            options: press.options(on: path, of: file, linksEntities: false))
    }

    /// Of the first sentences: the same in every article.
    private static let opens = (0..<512).map(open)

    private static func open(_ number: Int) -> String {
        "<span class=\"s\" id=\"s\(number + 1)\">"
    }

    private var sentences: [InlineWrap] {
        text.sentences.enumerated().map { number, sentence in
            InlineWrap(
                range: sentence.range, level: 0,
                open: number < Self.opens.count ? Self.opens[number] : Self.open(number),
                reopen: "<span class=\"s\">", close: "</span>")
        }
    }

    private var claims: [InlineWrap] {
        press.edition.ledger.articles[article].statements.map { statement in
            let claim = press.archive.claims[statement.claim]
            let verdict = press.edition.ledger.verdict(
                of: statement.claim, statement: statement.statement)
            let attributes = "data-claim=\"\(HTML.escape(claim.id))\" data-verdict=\"\(verdict)\""
            let href = SitePath.link(from: path, to: SitePath.claim(claim.id))
            let open = "<mark class=\"claim\" \(attributes)>"
            return InlineWrap(
                range: statement.anchor.range, level: 1, open: open, reopen: open, close: "</mark>",
                after:
                    "<a class=\"claim-ref\" \(attributes) href=\"\(href)\" aria-label=\"\(HTML.escape(claim.title))\"></a>"
            )
        }
    }

    /// Misprints and editor's notes: what is said of the words stands behind them.
    private var remarks: [InlineWrap] {
        guard let decisions = press.archive.decisions[press.archive.articles[article].slug] else {
            return []
        }
        let ledger = press.edition.ledger.articles[article]
        let language = HTML.escape(press.language)
        let misprints = ledger.sic.map { remark in
            let sic = decisions.sic[remark.index]
            let note = sic.note.map { " " + HTML.escape($0) } ?? ""
            let words = HTML.escape(press.strings("sic", ["text": sic.correct]))
            return InlineWrap(
                range: remark.anchor.range, level: 2, open: "<span class=\"sic\">",
                reopen: "<span class=\"sic\">",
                close: "</span>",
                after: "<small class=\"sic-note\" lang=\"\(language)\">[\(words)\(note)]</small>")
        }
        let notes = ledger.notes.map { remark in
            let words = LineOfMarkdown.html(
                decisions.notes[remark.index].note,
                options: press.options(on: path, of: decisions.file))
            return InlineWrap(
                range: remark.anchor.range, level: 2, open: "<span class=\"noted\">",
                reopen: "<span class=\"noted\">", close: "</span>",
                after: "<small class=\"note\" lang=\"\(language)\">\(words)</small>")
        }
        return misprints + notes
    }

    private var mentions: [InlineWrap] {
        var section = 0
        var seen = Set<Int>()
        let headings = text.plain.blocks.filter {
            if case .heading = $0.kind { true } else { false }
        }
        return press.edition.mentions[article].map { mention in
            // The first mention of a section is a full link, later ones are quieter.
            while section < headings.count,
                headings[section].range.lowerBound <= mention.range.lowerBound
            {
                section += 1
                seen = []
            }
            let isFirst = seen.insert(mention.entity).inserted
            let tags = press.mentionTags[mention.entity]
            let tag = isFirst ? tags.full : tags.quiet
            return InlineWrap(
                range: mention.range, level: 3, open: tag.link, reopen: tag.link, close: "</a>",
                openInLink: tag.span, closeInLink: "</span>")
        }
    }
}
