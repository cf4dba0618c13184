import Text

/// The title of an article as the first heading of its text.
///
/// `plainText()` begins with it, so that names and quotes are found in it as in every other block.
public struct ArticleTitle: Sendable, Equatable {
    /// Its events: the heading, entered and left.
    public let events: Range<Int>
    /// Whether the body does not have it: it was added from the front matter.
    public let isAdded: Bool
}

extension MarkdownDocument {
    /// The document with a title as its first heading: the heading that it begins with, if that has
    /// the same words, or else a new one.
    ///
    /// A title without visible characters adds nothing.
    public func titled(_ title: String) -> MarkdownDocument {
        let start = events.first?.node == .document ? 1 : 0
        let words = Self.line(title)
        if events.indices.contains(start), events[start].node == .heading,
            let end = events[start...].firstIndex(where: {
                $0.node == .heading && $0.phase == .leave
            }), FoldedText(self.words(ofHeading: start)).bytes == FoldedText(words).bytes
        {
            return with(ArticleTitle(events: start..<end + 1, isAdded: false), events, arena)
        }
        guard words.contains(where: { $0 > 0x20 }) else { return self }
        let place = Int32(arena.count)..<Int32(arena.count + words.count)
        var events = events
        events.insert(
            contentsOf: [
                Event(.heading, .enter, value: 1), Event(.text, .leaf, payload: place),
                Event(.heading, .leave, value: 1),
            ], at: start)
        return with(
            ArticleTitle(events: start..<start + 3, isAdded: true), events, arena + words)
    }

    /// The document without a title that `titled` added.
    public var untitled: MarkdownDocument {
        guard let title, title.isAdded else { return self }
        var events = events
        events.removeSubrange(title.events)
        return with(nil, events, arena)
    }

    private func with(_ title: ArticleTitle?, _ events: [Event], _ arena: [UInt8])
        -> MarkdownDocument
    {
        MarkdownDocument(
            source: source, events: events, arena: arena, notes: notes, title: title)
    }

    /// A title in one line, as it is shown.
    private static func line(_ title: String) -> [UInt8] {
        title.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    }
}
