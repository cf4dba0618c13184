/// Writes a document as HTML, in one pass over its events.
///
/// 1. Without options the bytes are those of `cmark_render_html`, save raw HTML, which passes the
///    allow-list.
/// 2. Wraps (sentences, mentions, claims) are woven in by `WrapWeaver`.
/// 3. Raw HTML is balanced inside the element that contains it (`HTMLWriter+RawHTML`).
///
/// The walk is here; start and end tags are in `HTMLWriter+Elements`, and how text, links, images,
/// code and footnotes are written in `HTMLWriter+Parts`.
public struct HTMLWriter {
    /// An element that is open: of Markdown, or of raw HTML with its name.
    struct Frame {
        var raw: [UInt8]?
        /// How many wraps were open when it opened.
        var mark: Int
    }

    let document: MarkdownDocument
    let options: HTMLOptions
    /// Raw HTML as it is and wikilinks as text, as cmark writes them: for comparing with cmark
    /// only.
    let likeLibrary: Bool
    var out: [UInt8] = []
    var weaver: WrapWeaver
    var frames: [Frame] = []
    var linkDepth = 0

    let hidden: HiddenText
    var offsets: [Int32] = []
    var spans: InlineSpans?
    /// Where links lead, by event, when there are `spans`.
    var destinations: [Int: HTMLOptions.Destination] = [:]
    var anchors: AnchorIDs
    /// The Markdown elements that are open, and for lists whether they are tight.
    var path: [(node: Event.Node, flag: Bool)] = []
    var links: [Bool] = []
    var imageDepth = 0
    var imageEnd: String?
    var footnote: Event?
    var footnotesOpen = false
    var backReferencesWritten = false
    var bodyOpen = false
    /// Where the title ends in `out`.
    var titleEnd = 0

    /// The document as UTF-8 HTML.
    ///
    /// `wraps` refer to `document.plainText()`, their tags to `tags`.
    public static func html(
        of document: MarkdownDocument, wraps: [InlineWrap] = [], tags: InlineTags = InlineTags(),
        options: HTMLOptions = .standard
    ) -> [UInt8] {
        html(
            of: document, weaver: WrapWeaver(wraps, tags), options: options, likeLibrary: false)
    }

    /// The words of the title and the rest of a document with a title, as HTML.
    public static func parts(
        of document: MarkdownDocument, wraps: [InlineWrap], tags: InlineTags, options: HTMLOptions
    ) -> (title: [UInt8], body: [UInt8]) {
        var writer = HTMLWriter(document, WrapWeaver(wraps, tags), options, false)
        writer.write()
        let body = writer.out[writer.titleEnd...].drop { $0 == 0x0A }
        return (Array(writer.out[..<writer.titleEnd]), Array(body))
    }

    /// As cmark writes it.
    static func html(
        of document: MarkdownDocument, options: HTMLOptions = .standard, likeLibrary: Bool
    ) -> [UInt8] {
        html(
            of: document, weaver: WrapWeaver([], InlineTags()), options: options,
            likeLibrary: likeLibrary)
    }

    private static func html(
        of document: MarkdownDocument, weaver: WrapWeaver, options: HTMLOptions, likeLibrary: Bool
    ) -> [UInt8] {
        var writer = HTMLWriter(document, weaver, options, likeLibrary)
        writer.write()
        return writer.out
    }

    private init(
        _ document: MarkdownDocument, _ weaver: WrapWeaver, _ options: HTMLOptions,
        _ likeLibrary: Bool
    ) {
        self.document = document
        self.options = options
        self.likeLibrary = likeLibrary
        self.weaver = weaver
        hidden = likeLibrary ? HiddenText() : HiddenText(document)
        anchors = AnchorIDs(prefix: options.headingIDPrefix)
        out.reserveCapacity(document.arena.count * 5 / 4 + weaver.count * 96 + 256)
        if !weaver.isEmpty {
            offsets = TextLayout(document).offsets
            for (index, event) in document.events.enumerated()
            where event.phase == .enter && (event.node == .link || event.node == .wikilink) {
                destinations[index] = destination(of: event)
            }
            spans = InlineSpans(document, offsets: offsets) { [self] in destinations[$0] != nil }
        }
    }

    // MARK: - The walk

    private mutating func write() {
        for index in document.events.indices {
            let event = document.events[index]
            if imageDepth > 0, !(event.node == .image) {
                describe(event)
                continue
            }
            switch event.phase {
            case .enter: enter(event, at: index)
            case .leave: leave(event, at: index)
            case .leaf: leaf(event, at: index)
            }
        }
        if footnotesOpen { put(options.modern ? "</ol>\n</div>\n" : "</ol>\n</section>\n") }
    }

    private mutating func leaf(_ event: Event, at index: Int) {
        switch event.node {
        case .text:
            if !hidden.contains(index) { text(document.bytes(event.payload), at: index) }
        case .softBreak:
            if !hidden.contains(index) { text([0x0A], at: index) }
        case .lineBreak:
            approach(index)
            put("<br\(slash)\n")
        case .code:
            guard !hidden.contains(index) else { return }
            let words = document.bytes(event.payload)
            if !weaver.isEmpty {
                let start = Int(offsets[index])
                weaver.approach(
                    start..<start + words.count, holdsLink: false, mark: mark,
                    inLink: linkDepth > 0,
                    into: &out)
            }
            put("<code>")
            out.appendEscaped(words)
            put("</code>")
        case .codeBlock: codeBlock(event, at: index)
        case .thematicBreak:
            line()
            put("<hr\(slash)\n")
        case .footnoteReference:
            if !weaver.isEmpty {
                let start = Int(offsets[index])
                weaver.approach(
                    start..<start, holdsLink: true, mark: mark, inLink: linkDepth > 0, into: &out)
            }
            put("<sup class=\"footnote-ref\"><a href=\"#fn-")
            putLabel(event)
            put("\" id=\"fnref-")
            putLabel(event)
            put(event.count > 1 ? "-\(event.count)\"" : "\"")
            put(" data-footnote-ref>\(event.value)</a></sup>")
        case .htmlBlock:
            line()
            if likeLibrary {
                out += document.bytes(event.payload)
            } else {
                rawBlock(document.bytes(event.payload))
            }
            line()
        case .htmlInline:
            if likeLibrary {
                out += document.bytes(event.payload)
            } else {
                rawInline(
                    document.bytes(event.payload), offset: weaver.isEmpty ? 0 : Int(offsets[index]))
            }
        default: break
        }
    }

    /// Whether the paragraph being entered or left is in an item of a tight list.
    var isTight: Bool {
        guard let parent = path.last, parent.node == .item || parent.node == .task, path.count > 1
        else {
            return false
        }
        return path[path.count - 2].flag
    }

    var slash: String { options.modern ? ">" : " />" }

    /// How many wraps were open when the innermost element was opened.
    var mark: Int { frames.last?.mark ?? 0 }

    mutating func put(_ text: String) {
        out.append(contentsOf: text.utf8)
    }

    /// Ends a line that has begun.
    mutating func line() {
        if let last = out.last, last != 0x0A { out.append(0x0A) }
    }

    /// Closes what is open inside the innermost element of Markdown, and its frame.
    mutating func closeFrame() {
        while let frame = frames.popLast() {
            weaver.close(to: frame.mark, into: &out)
            guard let raw = frame.raw else { return }
            closeRaw(raw)
        }
    }
}
