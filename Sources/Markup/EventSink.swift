/// Gathers the parser's nodes as events: joins what belongs together, finds wikilinks, cuts nesting
/// that no reader can follow, and keeps only those source ranges that are true.
struct EventSink {
    /// Quotes and lists inside one another, and likewise inline elements.
    ///
    /// Browsers stop at 512 elements.
    static let deepest = 100

    var arena: [UInt8] = []
    private(set) var events: [Event] = []
    /// Where the first container that was cut begins.
    private(set) var cutAt: Int32?

    private let source: [UInt8]
    /// Whether brackets can have been escaped, so that `[[x]]` in a text may not be one in the
    /// source.
    private let hasEscapedBrackets: Bool
    private var blockDepth = 0
    private var inlineDepth = 0
    private var linkDepth = 0
    /// Where the block with running text that is open now begins and ends in the source.
    private var block: Range<Int32> = 0..<0
    /// Text that may still grow, and its place.
    private var pending: Range<Int32> = 0..<0
    private var pendingSource: Range<Int32> = 0..<0
    private var pendingHasBracket = false
    /// End of what was located last in this block: where text without a place of its own may
    /// follow.
    private var cursor: Int32 = -1

    init(source: [UInt8], hasEscapedBrackets: Bool) {
        self.source = source
        self.hasEscapedBrackets = hasEscapedBrackets
        arena.reserveCapacity(source.count + source.count / 8)
        events.reserveCapacity(source.count / 32 + 16)
    }

    mutating func enter(_ event: Event) {
        flush()
        var event = event
        switch event.node {
        case .blockQuote, .bulletList, .orderedList:
            blockDepth += 1
            if blockDepth > Self.deepest {
                if cutAt == nil { cutAt = event.source.lowerBound }
                return
            }
        case .item, .task:
            if blockDepth > Self.deepest { return }
        case .emphasis, .strong, .strikethrough, .link, .image:
            inlineDepth += 1
            if event.node == .link || event.node == .image { linkDepth += 1 }
            event.source = delimited(event)
            cursor = -1
            if inlineDepth > Self.deepest { return }
        case .paragraph, .heading, .tableCell:
            block = event.source
            cursor = -1
        default: break
        }
        events.append(event)
    }

    mutating func leave(_ node: Event.Node) {
        flush()
        switch node {
        case .blockQuote, .bulletList, .orderedList:
            blockDepth -= 1
            if blockDepth >= Self.deepest { return }
        case .item, .task:
            if blockDepth > Self.deepest { return }
        case .emphasis, .strong, .strikethrough, .link, .image:
            inlineDepth -= 1
            if node == .link || node == .image { linkDepth -= 1 }
            cursor = -1
            if inlineDepth >= Self.deepest { return }
        default: break
        }
        events.append(Event(node, .leave))
    }

    mutating func leaf(_ event: Event) {
        flush()
        var event = event
        if event.node.isInline {
            event.source = delimited(event)
            cursor = event.source.isEmpty ? -1 : event.source.upperBound
        }
        events.append(event)
    }

    /// A piece of text.
    ///
    /// `claimed` is the parser's place for it; `verbatim`: the text is really there.
    mutating func text(
        _ payload: Range<Int32>, claimed: Range<Int32>, verbatim: Bool, hasBracket: Bool
    ) {
        guard !payload.isEmpty else { return }
        let place =
            verbatim
            ? claimed.lowerBound..<claimed.lowerBound + Int32(payload.count)
            : located(payload, claimed: claimed)
        cursor = place.isEmpty ? -1 : place.upperBound
        if pending.isEmpty || pending.upperBound != payload.lowerBound {
            flush()
            pending = payload
            pendingSource = place
        } else {
            let adjoining = !place.isEmpty && pendingSource.upperBound == place.lowerBound
            pendingSource = adjoining ? pendingSource.lowerBound..<place.upperBound : 0..<0
            pending = pending.lowerBound..<payload.upperBound
        }
        pendingHasBracket = pendingHasBracket || hasBracket
    }

    /// Ends the text that was growing.
    mutating func flush() {
        guard !pending.isEmpty else { return }
        let words = pending
        let place = pendingSource
        let mayLink = pendingHasBracket && linkDepth == 0
        pending = 0..<0
        pendingHasBracket = false
        guard mayLink else {
            events.append(Event(.text, .leaf, payload: words, source: place))
            return
        }
        var done = words.lowerBound
        // Text that takes as many bytes in the source has nothing escaped in it.
        func source(_ part: Range<Int32>) -> Range<Int32> {
            guard !place.isEmpty, place.count == words.count else { return 0..<0 }
            let start = place.lowerBound + part.lowerBound - words.lowerBound
            return start..<start + Int32(part.count)
        }
        for link in Wikilink.all(in: arena, range: words)
        where place.count == words.count || isWritten(link) {
            if done < link.range.lowerBound {
                let before = done..<link.range.lowerBound
                events.append(Event(.text, .leaf, payload: before, source: source(before)))
            }
            events.append(
                Event(.wikilink, .enter, payload: link.target, source: source(link.range)))
            events.append(Event(.text, .leaf, payload: link.words, source: source(link.words)))
            events.append(Event(.wikilink, .leave))
            done = link.range.upperBound
        }
        if done < words.upperBound {
            let after = done..<words.upperBound
            events.append(Event(.text, .leaf, payload: after, source: source(after)))
        }
    }

    /// Whether a wikilink's brackets are brackets of the source, not escaped ones.
    private func isWritten(_ link: Wikilink) -> Bool {
        guard hasEscapedBrackets else { return true }
        guard !block.isEmpty else { return false }
        let needle = arena[Int(link.range.lowerBound)..<Int(link.range.upperBound)]
            .filter { $0 != UInt8(ascii: "\\") }
        let hay = source[Int(block.lowerBound)..<Int(block.upperBound)]
        return Wikilink.occurs(needle, in: hay)
    }

    /// The position of text with escapes or character references, or of text for which the parser
    /// gave none.
    private func located(_ payload: Range<Int32>, claimed: Range<Int32>) -> Range<Int32> {
        let words = arena[Int(payload.lowerBound)..<Int(payload.upperBound)]
        if !claimed.isEmpty, claimed.lowerBound >= block.lowerBound {
            let length = SourceAlignment.length(of: words, in: source[Int(claimed.lowerBound)...])
            if let length { return claimed.lowerBound..<claimed.lowerBound + Int32(length) }
        }
        if cursor >= 0, source[Int(cursor)...].starts(with: words) {
            return cursor..<cursor + Int32(payload.count)
        }
        return 0..<0
    }

    /// The place of an inline element, if it begins and ends with what such an element begins and
    /// ends with.
    private func delimited(_ event: Event) -> Range<Int32> {
        let place = event.source
        guard !place.isEmpty else { return 0..<0 }
        let first = source[Int(place.lowerBound)]
        let last = source[Int(place.upperBound) - 1]
        let fits =
            switch (event.node, first, last) {
            case (.emphasis, 0x2A, 0x2A), (.emphasis, 0x5F, 0x5F), (.strong, 0x2A, 0x2A),
                (.strong, 0x5F, 0x5F), (.strikethrough, 0x7E, 0x7E), (.code, 0x60, 0x60),
                (.htmlInline, 0x3C, 0x3E), (.footnoteReference, 0x5B, 0x5D), (.link, 0x3C, 0x3E),
                (.link, 0x5B, 0x29), (.link, 0x5B, 0x5D), (.image, 0x21, 0x29),
                (.image, 0x21, 0x5D):
                true
            default: false
            }
        return fits ? place : 0..<0
    }
}
