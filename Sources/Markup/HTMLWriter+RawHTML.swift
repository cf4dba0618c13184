/// Writes raw HTML: applies the allow-list, and balances tags inside the Markdown element that
/// contains them.
extension HTMLWriter {
    private static let anchor = [UInt8(ascii: "a")]
    private static let deepest = 400
    private static let ruby = Array("ruby".utf8)

    /// One piece of raw HTML in running text: a tag, a comment, a declaration.
    mutating func rawInline(_ bytes: ArraySlice<UInt8>, offset: Int) {
        guard let tag = RawHTMLTag(bytes), let model = RawHTMLAllowList.model(of: tag.name) else {
            return
        }
        switch model {
        case .phrasing:
            if tag.isClosing { closeRaw(upTo: tag.name) } else { openRaw(tag, at: offset) }
        case .inside(let parents):
            guard parents == [Self.ruby] else { return }
            if tag.isClosing {
                closeRaw(upTo: tag.name)
            } else if let depth = rawDepth(where: { $0 == Self.ruby }) {
                for _ in 0..<depth { popRaw() }
                openRaw(tag, at: offset)
            }
        case .void:
            guard !tag.isClosing else { return }
            if !weaver.isEmpty {
                weaver.approach(
                    offset..<offset, holdsLink: false, mark: mark, inLink: linkDepth > 0, into: &out
                )
            }
            putTag(tag)
        default: break
        }
    }

    /// A block of raw HTML: tags, text and comments.
    ///
    /// What it leaves open and can hold blocks stays
    /// open for the Markdown after it, at most to the end of the quote, item or document around it.
    mutating func rawBlock(_ bytes: ArraySlice<UInt8>) {
        let start = out.count
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let next = bytes[at...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
            out.appendEscapedKeepingReferences(bytes[at..<next])
            at = next
            guard at < bytes.endIndex else { break }
            if let end = Self.markupEnd(bytes[at...]) {
                at = end
            } else if let tag = RawHTMLTag(bytes[at...]) {
                at += tag.length
                if RawHTMLAllowList.hidden.contains(tag.name), !tag.isClosing {
                    // Without an end nothing is hidden.
                    at = Self.closing(tag.name, in: bytes[at...]) ?? at
                } else {
                    rawBlockTag(tag)
                }
            } else {
                out.append(contentsOf: "&lt;".utf8)
                at += 1
            }
        }
        while let name = frames.last?.raw, !Self.holdsBlocks(name) { popRaw() }
        // A comment or a script leaves no empty line.
        if out[start...].allSatisfy(RawHTMLTag.isSpace) { out.removeSubrange(start...) }
    }

    private mutating func rawBlockTag(_ tag: RawHTMLTag) {
        guard let model = RawHTMLAllowList.model(of: tag.name) else { return }
        if tag.isClosing {
            switch model {
            case .void, .voidBlock: return
            default: closeRaw(upTo: tag.name)
            }
            return
        }
        switch model {
        case .phrasing: openRaw(tag, at: 0)
        case .void: putTag(tag)
        case .flow, .textBlock, .voidBlock:
            while let name = frames.last?.raw, !Self.holdsBlocks(name) { popRaw() }
            if case .voidBlock = model { putTag(tag) } else { openRaw(tag, at: 0) }
        case .inside(let parents):
            // The parent, or what may be left to get to it, within this element of Markdown.
            guard let depth = rawDepth(where: parents.contains) else { return }
            let keep = frames.count - depth
            while frames.count > keep { popRaw() }
            openRaw(tag, at: 0)
        }
    }

    /// How many raw elements are open inside the nearest one that `matches`; `nil` when there is
    /// none.
    private func rawDepth(where matches: ([UInt8]) -> Bool) -> Int? {
        var depth = 0
        for frame in frames.reversed() {
            guard let name = frame.raw else { return nil }
            if matches(name) { return depth }
            // A list inside an item, or a table inside a cell, is a world of its own.
            if name == Array("table".utf8) { return nil }
            depth += 1
        }
        return nil
    }

    private mutating func openRaw(_ tag: RawHTMLTag, at offset: Int) {
        if tag.name == Self.anchor, linkDepth > 0 { return }
        // Browsers stop at 512 elements.
        if frames.count > Self.deepest { return }
        if !weaver.isEmpty {
            weaver.approach(
                offset..<offset, holdsLink: true, mark: mark, inLink: linkDepth > 0, into: &out)
            weaver.close(to: mark, into: &out)
        }
        if tag.name == Self.anchor { linkDepth += 1 }
        putTag(tag)
        frames.append(Frame(raw: tag.name, mark: weaver.depth))
    }

    /// Closes the nearest open raw element of a name and what is open inside it, if this element of
    /// Markdown holds one.
    private mutating func closeRaw(upTo name: [UInt8]) {
        guard let depth = rawDepth(where: { $0 == name }) else { return }
        for _ in 0...depth { popRaw() }
    }

    private mutating func popRaw() {
        guard let frame = frames.popLast(), let name = frame.raw else { return }
        weaver.close(to: frame.mark, into: &out)
        closeRaw(name)
    }

    /// Writes a raw element's end.
    mutating func closeRaw(_ name: [UInt8]) {
        if name == Self.anchor { linkDepth -= 1 }
        put("</")
        out += name
        put(">")
    }

    private mutating func putTag(_ tag: RawHTMLTag) {
        var attributes: [RawHTMLTag.Attribute] = []
        for attribute in tag.attributes
        where RawHTMLAllowList.allows(attribute.name, on: tag.name)
            || options.keepsClasses && attribute.name == Array("class".utf8)
        {
            if RawHTMLAllowList.addresses.contains(attribute.name),
                !AddressPolicy.allowsAttribute(attribute.name, value: attribute.value)
            {
                continue
            }
            attributes.append(attribute)
        }
        if options.headingIDs, let anchor = tag.attributes.first(where: { $0.isAnchor(on: tag) }),
            let id = anchors.written(anchor.value)
        {
            attributes.append(RawHTMLTag.Attribute(name: Array("id".utf8), value: Array(id.utf8)))
        }
        if tag.name == Array("img".utf8) {
            guard attributes.contains(where: { $0.name == Array("src".utf8) }) else {
                // An image that may not be shown is its description.
                let description = attributes.first { $0.name == Array("alt".utf8) }
                out.appendEscapedKeepingReferences((description?.value ?? [])[...])
                return
            }
            if !attributes.contains(where: { $0.name == Array("alt".utf8) }) {
                attributes.append(RawHTMLTag.Attribute(name: Array("alt".utf8), value: []))
            }
        }
        put("<")
        out += tag.name
        for attribute in attributes {
            put(" ")
            out += attribute.name
            put("=\"")
            out.appendEscapedKeepingReferences(attribute.value[...])
            put("\"")
        }
        put(">")
    }

    private static func holdsBlocks(_ name: [UInt8]) -> Bool {
        switch RawHTMLAllowList.model(of: name) {
        case .flow: true
        case .inside:
            name != Array("summary".utf8) && name != Array("rt".utf8) && name != Array("rp".utf8)
        default: false
        }
    }

    /// The end of a comment, declaration, processing instruction or CDATA section that begins the
    /// bytes.
    private static func markupEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        func end(after close: String) -> Int {
            bytes.firstRange(of: Array(close.utf8))?.upperBound ?? bytes.endIndex
        }
        if bytes.starts(with: "<!--".utf8) { return end(after: "-->") }
        if bytes.starts(with: "<![CDATA[".utf8) { return end(after: "]]>") }
        if bytes.starts(with: "<?".utf8) { return end(after: "?>") }
        if bytes.starts(with: "<!".utf8) { return end(after: ">") }
        return nil
    }

    /// Where the content of an element that is not shown ends, with its closing tag; `nil` when
    /// it has none.
    private static func closing(_ name: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        var at = bytes.startIndex
        while let next = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            if let tag = RawHTMLTag(bytes[next...]), tag.isClosing, tag.name == name {
                return next + tag.length
            }
            at = next + 1
        }
        return nil
    }
}
