/// The parts of a document that take more than a tag.
extension HTMLWriter {
    /// Text with its wraps.
    mutating func text(_ words: ArraySlice<UInt8>, at index: Int) {
        if weaver.isEmpty {
            out.appendEscaped(words)
        } else {
            weaver.text(
                words, at: Int(offsets[index]), mark: mark, inLink: linkDepth > 0, into: &out)
        }
    }

    mutating func open(_ tag: String, at index: Int) {
        approach(index)
        put(tag)
    }

    /// Settles the wraps before the element that begins at an event.
    mutating func approach(_ index: Int) {
        guard let spans else { return }
        let span = spans.span(at: index, from: Int(offsets[index]))
        weaver.approach(
            span.range, holdsLink: span.holdsLink, mark: mark, inLink: linkDepth > 0, into: &out)
    }

    mutating func codeBlock(_ event: Event, at index: Int) {
        line()
        let info = document.bytes(event.extra).prefix { !RawHTMLTag.isSpace($0) }
        if event.extra.isEmpty {
            put("<pre><code>")
        } else {
            put("<pre><code class=\"language-")
            out.appendEscaped(info)
            put("\">")
        }
        let words = document.bytes(event.payload)
        let end = words.lastIndex { $0 != 0x0A }.map { $0 + 1 } ?? words.startIndex
        frames.append(Frame(raw: nil, mark: weaver.depth))
        text(words[..<end], at: index)
        closeFrame()
        out.appendEscaped(words[end...])
        put("</code></pre>\n")
    }

    mutating func enterImage(_ event: Event, at index: Int) {
        imageDepth += 1
        guard imageDepth == 1 else { return }
        imageEnd = nil
        let address = document.bytes(event.payload)
        var destination: HTMLOptions.Destination? = .init(
            href: String(decoding: address, as: UTF8.self))
        if !likeLibrary, !AddressPolicy.allowsLink(address) { destination = nil }
        if let resolve = options.image, destination != nil {
            destination = resolve(String(decoding: address, as: UTF8.self))
        }
        approach(index)
        guard let destination else { return }
        put("<img src=\"")
        out.appendEscapedAddress(destination.href.utf8)
        put("\" alt=\"")
        var end: [UInt8] = []
        if !event.extra.isEmpty {
            end += "\" title=\"".utf8
            end.appendEscaped(document.bytes(event.extra))
        }
        end +=
            "\"\(destination.attributes)\(options.lazyImages ? " loading=\"lazy\"" : "")\(slash)"
            .utf8
        imageEnd = String(decoding: end, as: UTF8.self)
    }

    /// An event inside an image is part of its description.
    mutating func describe(_ event: Event) {
        switch event.node {
        case .text, .code, .htmlInline: out.appendEscaped(document.bytes(event.payload))
        case .softBreak, .lineBreak: put(" ")
        default: break
        }
    }

    /// The target of a link; `nil` when it is not written as one.
    func destination(of event: Event) -> HTMLOptions.Destination? {
        let isWikilink = event.node == .wikilink
        let address = document.bytes(event.payload)
        if !isWikilink, !likeLibrary, !AddressPolicy.allowsLink(address) { return nil }
        let target = String(decoding: address, as: UTF8.self)
        guard let resolve = options.link else { return isWikilink ? nil : .init(href: target) }
        guard let found = resolve(target, isWikilink), AddressPolicy.allowsLink(found.href.utf8)
        else {
            return nil
        }
        return found
    }

    mutating func putBackReferences() {
        guard let footnote, !backReferencesWritten else { return }
        backReferencesWritten = true
        for number in 1...max(1, footnote.count) {
            put(number == 1 ? "<a href=\"#fnref-" : " <a href=\"#fnref-")
            putLabel(footnote)
            if number > 1 { put("-\(number)") }
            put(
                "\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩"
            )
            if number > 1 { put("<sup class=\"footnote-ref\">\(number)</sup>") }
            put("</a>")
        }
    }

    mutating func putLabel(_ event: Event) {
        put(options.footnotePrefix)
        out.appendEscapedAddress(document.bytes(event.payload))
    }

    mutating func putTitle(_ event: Event) {
        guard event.node == .link, !event.extra.isEmpty else { return }
        put("\" title=\"")
        out.appendEscaped(document.bytes(event.extra))
    }

    func level(_ event: Event) -> Int {
        min(6, max(1, Int(event.value) + options.headingShift))
    }

    /// The level of the heading that is left at an event.
    func headingLevel(before index: Int) -> Int {
        var at = index - 1
        while at >= 0, document.events[at].node != .heading { at -= 1 }
        return at >= 0 ? level(document.events[at]) : 1
    }
}
