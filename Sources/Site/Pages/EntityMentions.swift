import Annotation
import Archive
import Files
import Publishing
import Text

/// Every mention of an entity in its own sentence, article by article, with a link to that
/// sentence, and the surrounding sentences on demand.
struct EntityMentions: Sendable {
    /// Sentences of one article that are shown before the rest is folded away.
    static let shown = 8
    /// Of the mentions in one article, about, in bytes.
    private static let usualSize = 1024

    private struct Hit {
        var sentence: Int
        /// Indices of the list's `numbers`.
        var mentions: Range<Int>
        /// The version or sub-brand, when the sentence names no more than that.
        var part: Int?
    }

    let renderer: PageRenderer
    let index: Int
    /// The relative path from the page to the site's root.
    private let root: [UInt8]
    private let anchorStart: [UInt8]
    /// The markup around each item, in articles in the language of the interface and in other
    /// languages.
    private let (own, foreign): (Phrases, Phrases)

    /// Markup that is the same for all items.
    private struct Phrases: Sendable {
        /// After the address.
        let anchorEnd: [UInt8]
        let contextStart: [UInt8]
        /// An attribute for words of the interface.
        let language: String

        init(_ strings: UIStrings, language: String?) {
            let attribute = language.map { " lang=\"\(HTML.escape($0))\"" } ?? ""
            self.language = attribute
            anchorEnd = Array("\"\(attribute)>\(HTML.escape(strings["in-context"]))</a>".utf8)
            let label = HTML.escape(strings["more-context"])
            contextStart = Array(
                "<details class=\"context\"><summary\(attribute)>\(label)</summary><p>".utf8)
        }
    }

    init(renderer: PageRenderer, index: Int, path: String) {
        self.renderer = renderer
        self.index = index
        root = Array(SitePath.root(from: path).utf8)
        anchorStart = Array("<a class=\"anchor\" href=\"".utf8) + root
        own = Phrases(renderer.strings, language: nil)
        foreign = Phrases(renderer.strings, language: renderer.strings.language)
    }

    /// Of all that `html` shows: the headings, and for each mention its block and its place in it.
    func key(of appearances: ArraySlice<Appearance>) -> Fingerprint {
        let graph = renderer.graph
        let contexts = graph.mentionContexts
        var key = CacheKeyBuilder()
        key.add(appearances.count)
        for appearance in appearances {
            key.add(renderer.headings[appearance.article].key)
            key.add(appearance.own.count)
            key.add(appearance.parts.count)
            for context in contexts[appearance.own] { key.add(context) }
            for place in appearance.parts {
                let mention = graph.mentions[appearance.article][graph.mentionNumbers[place]]
                key.add(contexts[place])
                key.add(renderer.archive.entities[mention.entity].name)
            }
        }
        return key.fingerprint
    }

    /// The articles' sentences that mention the entity.
    func html(_ appearances: ArraySlice<Appearance>) -> [UInt8] {
        var html: [UInt8] = []
        html.reserveCapacity(appearances.count * Self.usualSize)
        for appearance in appearances { append(appearance, to: &html) }
        return html
    }

    private func append(_ appearance: Appearance, to html: inout [UInt8]) {
        let heading = renderer.headings[appearance.article]
        html += heading.start
        html += root
        html += heading.address
        html += heading.rest
        let list = List(
            text: renderer.graph.texts[appearance.article], heading: heading,
            phrases: heading.isInOtherLanguage ? foreign : own,
            mentions: renderer.graph.mentions[appearance.article], numbers: numbers(appearance))
        let hits = self.hits(list)
        append(list, hits.prefix(Self.shown), to: &html)
        if hits.count > Self.shown {
            let rest = hits.dropFirst(Self.shown)
            let label = HTML.escape(renderer.strings("show-more", ["n": String(rest.count)]))
            html += "<details class=\"more\"><summary>\(label)</summary>\n".utf8
            append(list, rest, to: &html)
            html += "</details>\n".utf8
        }
        html += "</section>\n".utf8
    }

    /// Of the article's mentions that name the entity or a part of it.
    private func numbers(_ appearance: Appearance) -> ArraySlice<Int> {
        let numbers = renderer.graph.mentionNumbers
        return appearance.parts.isEmpty
            ? numbers[appearance.own]
            : (numbers[appearance.own] + numbers[appearance.parts]).sorted()[...]
    }

    private func hits(_ list: List) -> [Hit] {
        var hits: [Hit] = []
        hits.reserveCapacity(list.numbers.count)
        for place in list.numbers.indices {
            let mention = list.mentions[list.numbers[place]]
            let part = mention.entity == index ? nil : mention.entity
            let last = hits.count - 1
            if last >= 0, hits[last].sentence == mention.sentence {
                hits[last].mentions = hits[last].mentions.lowerBound..<place + 1
                if part == nil { hits[last].part = nil }
            } else {
                hits.append(
                    Hit(sentence: mention.sentence, mentions: place..<place + 1, part: part))
            }
        }
        return hits
    }

    /// What the items of one article share.
    private struct List {
        var text: ArticleText
        var heading: ArticleHeading
        var phrases: Phrases
        /// Of the article, ascending.
        var mentions: [Mention]
        /// Which of them are shown, ascending.
        var numbers: ArraySlice<Int>

        /// Bytes of the article's plain text.
        func ranges(of hit: Hit) -> some Sequence<Range<Int>> {
            numbers[hit.mentions].lazy.map { [mentions] in mentions[$0].range }
        }
    }

    private func append(_ list: List, _ hits: ArraySlice<Hit>, to html: inout [UInt8]) {
        html += list.heading.listStart
        for hit in hits { append(list, hit, to: &html) }
        html += "</ol>\n".utf8
    }

    private func append(_ list: List, _ hit: Hit, to html: inout [UInt8]) {
        let sentence = list.text.sentences[hit.sentence].range
        html += "<li>".utf8
        renderer.append(sentence, of: list.text.plain.utf8, hits: list.ranges(of: hit), to: &html)
        html += " ".utf8
        if let part = hit.part {
            let name = HTML.escape(renderer.archive.entities[part].name)
            let words = HTML.escape(renderer.strings["mentions-of-part"])
            html += "<span class=\"part\"\(list.phrases.language)>".utf8
            html += "\(UIStrings.fill(words, ["name": name]))</span> ".utf8
        }
        html += anchorStart
        html += list.heading.address
        html += "#s".utf8
        list.text.id(ofSentence: hit.sentence).append(to: &html)
        html += list.phrases.anchorEnd
        if let around = surroundings(of: hit.sentence, in: list.text.sentences) {
            html += list.phrases.contextStart
            renderer.append(around, of: list.text.plain.utf8, hits: list.ranges(of: hit), to: &html)
            html += "</p></details>".utf8
        }
        html += "</li>\n".utf8
    }

    /// The sentence with the previous and the next one of its block; `nil` if it has neither.
    private func surroundings(
        of sentence: Int, in sentences: [ArticleText.Sentence]
    ) -> Range<Int>? {
        let block = sentences[sentence].block
        var (first, last) = (sentence, sentence)
        if first > 0, sentences[first - 1].block == block { first -= 1 }
        if last + 1 < sentences.count, sentences[last + 1].block == block { last += 1 }
        guard first < last else { return nil }
        return sentences[first].range.lowerBound..<sentences[last].range.upperBound
    }
}
