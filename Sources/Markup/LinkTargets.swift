/// An address or a wikilink in a text.
public struct LinkTarget: Sendable, Equatable {
    public enum Kind: Sendable { case link, wikilink, picture }

    public var kind: Kind
    /// As parsed, with `#…`.
    public var address: String
    /// Byte offset in the Markdown source; `nil` when it is not known.
    public var offset: Int?
}

extension MarkdownDocument {
    /// Where links, wikilinks and pictures lead, raw HTML included, in the order of the text.
    public var linkTargets: [LinkTarget] {
        var targets: [LinkTarget] = []
        for event in events where event.phase != .leave {
            let offset = event.source.isEmpty ? nil : Int(event.source.lowerBound)
            let kind: LinkTarget.Kind
            switch event.node {
            case .link: kind = .link
            case .wikilink: kind = .wikilink
            case .image: kind = .picture
            case .htmlInline, .htmlBlock:
                for tag in tags(in: bytes(event.payload)) where !tag.isClosing {
                    for attribute in tag.attributes {
                        let isPicture = attribute.name == Array("src".utf8)
                        guard isPicture || attribute.name == Array("href".utf8) else { continue }
                        targets.append(
                            LinkTarget(
                                kind: isPicture ? .picture : .link,
                                address: String(decoding: attribute.value, as: UTF8.self),
                                offset: offset))
                    }
                }
                continue
            default: continue
            }
            targets.append(
                LinkTarget(kind: kind, address: string(event.payload), offset: offset))
        }
        return targets
    }
}
