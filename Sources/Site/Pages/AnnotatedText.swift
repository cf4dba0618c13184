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

    private var text: ArticleText { press.edition.texts[article] }
    private var path: String { SitePath.article(press.archive.articles[article].slug) }

    var html: [UInt8] {
        let wraps = sentences + claims + remarks + mentions
        return HTMLWriter.html(
            of: text.document, wraps: wraps,
            options: .page(press.resolver(from: path, linksEntities: false)))
    }

    private var sentences: [InlineWrap] {
        text.sentences.enumerated().map { number, sentence in
            InlineWrap(
                range: sentence.range, level: 0, open: "<span class=\"s\" id=\"s\(number + 1)\">",
                reopen: "<span class=\"s\">", close: "</span>")
        }
    }

    private var claims: [InlineWrap] {
        press.edition.claimsByArticle[article].flatMap { claim -> [InlineWrap] in
            let id = HTML.escape(press.archive.claims[claim].id)
            return press.edition.ledger.anchors(of: claim).filter { $0.article == article }.map {
                anchor in
                let verdict = press.edition.ledger.verdict(of: anchor)
                let open = "<mark class=\"claim\" data-claim=\"\(id)\" data-verdict=\"\(verdict)\">"
                return InlineWrap(
                    range: anchor.range, level: 1, open: open, reopen: open, close: "</mark>")
            }
        }
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
            let entity = press.archive.entities[mention.entity]
            let attributes =
                "class=\"\(isFirst ? "mention" : "mention again")\" data-entity=\"\(entity.id)\" data-kind=\"\(entity.kind.rawValue)\""
            let open =
                "<a \(attributes) href=\"\(SitePath.link(from: path, to: SitePath.entity(entity)))\">"
            return InlineWrap(
                range: mention.range, level: 3, open: open, reopen: open, close: "</a>",
                openInLink: "<span \(attributes)>", closeInLink: "</span>")
        }
    }

    private var remarks: [InlineWrap] { [] }
}
