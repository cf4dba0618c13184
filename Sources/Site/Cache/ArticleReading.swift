import Annotation
import Archive
import Files
import Markup
import Text

/// The results of reading an article that other pages and data files need.
///
/// While its cache key (`TextKeys`) is unchanged, a build reuses it from the last build and does
/// not parse the article.
struct ArticleReading: Sendable, Equatable {
    /// A mention as written to data files.
    struct Span {
        var mention: Mention
        /// The matched text in UTF-8.
        var words: ArraySlice<UInt8>
        /// Code points of the article's plain text.
        var codePoints: Range<Int>
        /// Of its sentence.
        var sentenceID: PlaceID
    }

    /// Ascending, not overlapping.
    let mentions: [Mention]
    /// By mention: its range in code points of the plain text.
    let codePoints: [ShortRange]
    /// The matched text of all mentions, concatenated.
    let words: [UInt8]
    /// By mention: the id of its sentence in the article's page.
    let sentenceIDs: [PlaceID]
    /// By mention: a hash of the text of its block and its position in it, which is all that pages
    /// of entities show of the article's text.
    let contexts: [UInt64]
    /// A hash of the text, if the page shows links, pictures or titles of other pages; else `nil`.
    var addresses: Fingerprint?
    /// Whether the text depends on titles of other pages.
    var hasWikilinks: Bool
    /// Whether the article has no diagnostics.
    var hasNoDiagnostics: Bool

    /// A reading from the cache, which contains only silent ones.
    init(
        mentions: [Mention], codePoints: [ShortRange], words: [UInt8], contexts: [UInt64],
        sentenceIDs: [PlaceID], addresses: Fingerprint?, hasWikilinks: Bool
    ) {
        self.mentions = mentions
        self.codePoints = codePoints
        self.words = words
        self.contexts = contexts
        self.sentenceIDs = sentenceIDs
        self.addresses = addresses
        self.hasWikilinks = hasWikilinks
        hasNoDiagnostics = true
    }

    init(_ text: ArticleText, _ document: MarkdownDocument, _ found: ArticleMentions) {
        mentions = found.mentions
        var count = CodePointCounter(text.plain.utf8)
        codePoints = mentions.map {
            ShortRange(count($0.range.lowerBound)..<count($0.range.upperBound))
        }
        var words: [UInt8] = []
        words.reserveCapacity(mentions.reduce(0) { $0 + $1.range.count })
        for mention in mentions { words += text.plain.utf8[mention.range] }
        self.words = words
        contexts = Self.contexts(mentions, text)
        sentenceIDs = mentions.map { text.id(ofSentence: $0.sentence) }
        let showsAddresses = document.events.contains { event in
            switch event.node {
            case .image, .htmlBlock, .htmlInline: true
            default: false
            }
        }
        addresses =
            showsAddresses || !text.plain.links.isEmpty ? Fingerprint(of: text.plain.utf8) : nil
        hasWikilinks = text.plain.links.contains(where: \.isWikilink)
        hasNoDiagnostics = found.unmatched.isEmpty && document.notes.isEmpty
    }

    private static func contexts(_ mentions: [Mention], _ text: ArticleText) -> [UInt64] {
        var block = -1
        var words = Fingerprint(of: [])
        return mentions.map { mention in
            let index = text.sentences[mention.sentence].block
            let range = text.plain.blocks[index].range
            if index != block { words = Fingerprint(of: text.plain.utf8[range]) }
            block = index
            var context = CacheKeyBuilder()
            context.add(words)
            context.add(Int(truncatingIfNeeded: text.id(ofSentence: mention.sentence).bits))
            context.add(mention.range.lowerBound - range.lowerBound)
            context.add(mention.range.count)
            return context.fingerprint.high
        }
    }

    /// All mentions, in their order.
    var spans: some Sequence<Span> {
        sequence(state: (number: 0, start: 0)) { next -> Span? in
            guard next.number < mentions.count else { return nil }
            let mention = mentions[next.number]
            let end = next.start + mention.range.count
            defer { next = (next.number + 1, end) }
            return Span(
                mention: mention, words: words[next.start..<end],
                codePoints: codePoints[next.number].range,
                sentenceID: sentenceIDs[next.number])
        }
    }
}
