import Annotation
import Archive
import Files
import Markup
import Publishing
import Text

/// An article's text as HTML, with its sentences, claims, mentions, misprints and remarks marked.
///
/// Outside in: sentence (level 0), claim (1), misprint or remark (2), mention (3).
struct AnnotatedText: Sendable {
    let renderer: PageRenderer
    let article: Int
    private var text: ArticleText { renderer.graph.texts[article] }
    private let file: String
    private let path: String

    init(renderer: PageRenderer, article: Int) {
        self.renderer = renderer
        self.article = article
        file = renderer.archive.articles[article].file
        path = SitePath.article(renderer.archive.articles[article].slug)
    }

    /// Of everything that `html` shows: the words, the mentions, claims and remarks in them, and
    /// where their links lead.
    var key: Fingerprint {
        let graph = renderer.graph
        let ledger = graph.ledger.articles[article]
        var key = CacheKeyBuilder()
        key.add(renderer.textKey(ofArticle: article))
        if graph.readings[article].addresses != nil { key.add(renderer.linkTargets) }
        for mention in graph.mentions[article] {
            key.add(renderer.mentionKeys[mention.entity])
            key.add(mention.range)
        }
        for statement in ledger.statements {
            let claim = renderer.archive.claims[statement.claim]
            key.add(claim.id)
            key.add(claim.title)
            key.add(graph.ledger.verdict(of: statement.claim, statement: statement.statement))
            key.add(statement.anchor.range)
        }
        for remark in ledger.sic + ledger.notes {
            key.add(remark.index)
            key.add(remark.anchor.range)
        }
        // Remarks may hold links, too; their words are part of the text's key.
        if !ledger.notes.isEmpty { key.add(renderer.linkTargets) }
        return key.fingerprint
    }

    /// The words of the title, and the text below it.
    func html(of document: MarkdownDocument) -> (title: [UInt8], body: [UInt8]) {
        var tags = renderer.inlineTags
        var wraps: [InlineWrap] = []
        wraps.reserveCapacity(text.sentences.count + renderer.graph.mentions[article].count + 8)
        addSentences(to: &wraps)
        addClaims(to: &wraps, &tags)
        addRemarks(to: &wraps, &tags)
        addMentions(to: &wraps)
        return HTMLWriter.parts(
            of: document, wraps: wraps, tags: tags,
            options: renderer.options(on: path, of: file, linksEntities: false))
    }

    private func addSentences(to wraps: inout [InlineWrap]) {
        for (sentence, id) in zip(text.sentences, text.sentenceIDs) {
            wraps.append(
                InlineWrap(range: sentence.range, level: 0, tag: MentionTags.sentence, id: id))
        }
    }

    private func addClaims(to wraps: inout [InlineWrap], _ tags: inout InlineTags) {
        for statement in renderer.graph.ledger.articles[article].statements {
            let claim = renderer.archive.claims[statement.claim]
            let verdict = renderer.graph.ledger.verdict(
                of: statement.claim, statement: statement.statement)
            let attributes = "data-claim=\"\(HTML.escape(claim.id))\" data-verdict=\"\(verdict)\""
            let href = SitePath.link(from: path, to: SitePath.claim(claim.id))
            let open = "<mark class=\"claim\" \(attributes)>"
            let tag = InlineTag(
                open: open, reopen: open, close: "</mark>",
                after:
                    "<a class=\"claim-ref\" \(attributes) href=\"\(href)\" aria-label=\"\(HTML.escape(claim.title))\"></a>"
            )
            wraps.append(
                InlineWrap(range: statement.anchor.range, level: 1, tag: tags.add(tag)))
        }
    }

    /// Misprints and editor's notes: the remark follows the words.
    private func addRemarks(to wraps: inout [InlineWrap], _ tags: inout InlineTags) {
        guard let decisions = renderer.archive.decisions[renderer.archive.articles[article].slug]
        else {
            return
        }
        let ledger = renderer.graph.ledger.articles[article]
        let language = HTML.escape(renderer.strings.language)
        for remark in ledger.sic {
            let sic = decisions.sic[remark.index]
            let note = sic.note.map { " " + HTML.escape($0) } ?? ""
            let words = HTML.escape(renderer.strings("sic", ["text": sic.correct]))
            let tag = InlineTag(
                open: "<span class=\"sic\">", reopen: "<span class=\"sic\">", close: "</span>",
                after: "<small class=\"sic-note\" lang=\"\(language)\">[\(words)\(note)]</small>")
            wraps.append(InlineWrap(range: remark.anchor.range, level: 2, tag: tags.add(tag)))
        }
        for remark in ledger.notes {
            let words = LineOfMarkdown.html(
                decisions.notes[remark.index].note,
                options: renderer.options(on: path, of: decisions.file))
            let tag = InlineTag(
                open: "<span class=\"noted\">", reopen: "<span class=\"noted\">",
                close: "</span>",
                after: "<small class=\"note\" lang=\"\(language)\">\(words)</small>")
            wraps.append(InlineWrap(range: remark.anchor.range, level: 2, tag: tags.add(tag)))
        }
    }

    private func addMentions(to wraps: inout [InlineWrap]) {
        var section = 0
        var seen = Set<Int>()
        let headings = text.plain.blocks.filter {
            if case .heading = $0.kind { true } else { false }
        }
        for mention in renderer.graph.mentions[article] {
            // The first mention of a section is a full link, later ones are quieter.
            while section < headings.count,
                headings[section].range.lowerBound <= mention.range.lowerBound
            {
                section += 1
                seen = []
            }
            let isFirst = seen.insert(mention.entity).inserted
            let tag = MentionTags.tag(of: mention.entity, isFirst: isFirst)
            wraps.append(InlineWrap(range: mention.range, level: 3, tag: tag))
        }
    }
}
