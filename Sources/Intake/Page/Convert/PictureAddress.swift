import Markup

/// Which address of an image is the image: pages put a placeholder into `src` and the picture
/// elsewhere.
enum PictureAddress {
    /// The address of the largest picture that an `img` names; `nil` when it shows nothing (no
    /// address, 1×1).
    static func of(_ node: Int, in tree: HTMLTree, base: PageAddress?) -> [UInt8]? {
        if isDot(node, tree) { return nil }
        var found: ArraySlice<UInt8>?
        for name in lazy {
            if let value = tree.value(node, name), isPicture(value) {
                found = value
                break
            }
        }
        if found == nil, let value = tree.value(node, .dataPicture), isPicture(value) {
            found = value
        }
        let plain = tree.value(node, .src)
        if found == nil,
            let set = tree.value(node, .dataSrcset) ?? tree.value(node, .dataLazySrcset),
            let best = largest(set)
        {
            found = best
        }
        // Widths tell which picture is larger; a density (`2x`) is the same picture for better
        // screens.
        if found == nil, let set = tree.value(node, .srcset), set.contains(UInt8(ascii: "w")),
            let best = largest(set, onlyWidths: true)
        {
            found = best
        }
        if found == nil, let plain, isPicture(plain), !isPlaceholder(plain) { found = plain }
        if found == nil, let set = tree.value(node, .srcset), let best = largest(set) {
            found = best
        }
        if found == nil { found = ofSources(beside: node, in: tree) }
        guard let found else { return nil }
        let whole = WaybackPage.original(of: base?.absolute(found) ?? Array(found))
        if let inner = ImageProxy.unwrap(String(decoding: whole, as: UTF8.self)) {
            return clean(Array(inner.utf8))
        }
        return clean(whole)
    }

    /// The largest picture of the first `source` beside an `img` that shows a placeholder.
    private static func ofSources(beside node: Int, in tree: HTMLTree) -> ArraySlice<UInt8>? {
        guard let parent = tree.parent(of: node), tree.isElement(parent, .picture) else {
            return nil
        }
        for child in tree.children(of: parent) where tree.isElement(child, .source) {
            if let set = tree.value(child, .srcset) ?? tree.value(child, .dataSrcset),
                let best = largest(set)
            {
                return best
            }
        }
        return nil
    }

    private static let lazy: [HTMLAttribute] = [
        .dataOriginal, .dataActualSrc, .dataSrc, .dataLazySrc, .dataLazyload, .dataOriginalSrc,
        .dataRealSrc, .dataBackSrc, .dataEcho, .dataLazy, .dataSfOriginalSrc, .savedSource,
    ]

    private static func isPicture(_ value: ArraySlice<UInt8>) -> Bool {
        !value.isEmpty && !value.starts(with: "data:".utf8) && !value.starts(with: "about:".utf8)
            && !value.starts(with: "javascript:".utf8) && !value.starts(with: "blob:".utf8)
            && value.count < 4096
            && value.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
    }

    private static func isPlaceholder(_ value: ArraySlice<UInt8>) -> Bool {
        let lower = value.suffix(60).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let name = lower.suffix { $0 != UInt8(ascii: "/") }
        return placeholders.contains { String(decoding: name, as: UTF8.self).contains($0) }
    }

    private static let placeholders = WordList.pages["placeholder"]

    /// A tracking pixel.
    private static func isDot(_ node: Int, _ tree: HTMLTree) -> Bool {
        let small: (HTMLAttribute) -> Bool = { name in
            guard let value = tree.value(node, name) else { return false }
            return value.elementsEqual("1".utf8) || value.elementsEqual("0".utf8)
                || value.elementsEqual("1px".utf8)
        }
        return small(.width) && small(.height)
    }

    /// The candidate of a `srcset` with the largest width or density.
    private static func largest(_ set: ArraySlice<UInt8>, onlyWidths: Bool = false)
        -> ArraySlice<UInt8>?
    {
        var best: (address: ArraySlice<UInt8>, size: Double)?
        var rest = set
        while !rest.isEmpty {
            rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
            let stop = rest.firstIndex { $0 <= 0x20 } ?? rest.endIndex
            var address = rest[..<stop]
            rest = rest[stop...]
            var size = 1.0
            if address.last == UInt8(ascii: ",") {
                address.removeLast()
            } else {
                let comma = rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.endIndex
                let descriptor = rest[..<comma].filter { $0 > 0x20 }
                if onlyWidths, descriptor.last != UInt8(ascii: "w") {
                    rest = rest[comma...]
                    continue
                }
                if let number = Double(String(decoding: descriptor.dropLast(), as: UTF8.self)) {
                    size = number
                }
                rest = rest[comma...]
            }
            if isPicture(address), size > best?.size ?? 0 { best = (address, size) }
        }
        return best?.address
    }

    private static func clean(_ address: [UInt8]) -> [UInt8]? {
        AddressPolicy.allowsLink(address)
            ? address.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x09 && $0 != 0 } : nil
    }
}

extension ArraySlice {
    /// The longest end whose elements all satisfy a condition.
    func suffix(while condition: (Element) -> Bool) -> ArraySlice {
        var start = endIndex
        while start > startIndex, condition(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}

extension Array {
    func suffix(_ condition: (Element) -> Bool) -> ArraySlice<Element> {
        self[...].suffix(while: condition)
    }
}

/// The words below a picture.
///
/// Captions become the title of their picture, not paragraphs.
enum Caption {
    /// The caption of an image: of the smallest figure around it, if that holds no other image.
    static func words(for image: Int, in tree: HTMLTree, isLeftOut: [Bool]) -> String? {
        var node = image
        for _ in 0..<6 {
            if let words = next(to: node, in: tree) { return words }
            guard let parent = tree.parent(of: node) else { return nil }
            node = parent
            let range = tree.subtree(of: node)
            guard range.count < 200 else { return nil }
            let captions = range.filter { isCaption($0, in: tree) }
            guard let caption = captions.first else { continue }
            guard range.count(where: { tree.isElement($0, .img) && !isLeftOut[$0] }) <= 2 else {
                return nil
            }
            let words = tree.words(of: caption)
            return words.isEmpty || words.utf8.count > 1000 ? nil : words
        }
        return nil
    }

    /// The caption directly after an element that has the picture and no words.
    private static func next(to node: Int, in tree: HTMLTree) -> String? {
        var next = Int(tree.nodes[node].end)
        while next < tree.nodes.count, tree.nodes[next].kind != .element,
            tree.nodes[next].parent == tree.nodes[node].parent
        {
            if tree.nodes[next].kind == .text, tree.text(next).contains(where: { $0 > 0x20 }) {
                return nil
            }
            next += 1
        }
        guard next < tree.nodes.count, tree.nodes[next].parent == tree.nodes[node].parent,
            isCaption(next, in: tree), tree.words(of: node).isEmpty
        else { return nil }
        let words = tree.words(of: next)
        return words.isEmpty || words.utf8.count > 1000 ? nil : words
    }

    static func isCaption(_ node: Int, in tree: HTMLTree) -> Bool {
        guard tree.nodes[node].kind == .element else { return false }
        switch tree.nodes[node].tag {
        case .figcaption: return true
        case .sup, .sub, .a, .code: return false
        default: break
        }
        guard let name = tree.value(node, .class) else { return false }
        return NameWords.contains(name) { names.contains($0) }
    }

    /// A `figcaption` of something other than a picture (code, a table, a quotation) is text.
    static func isText(_ node: Int, in tree: HTMLTree) -> Bool {
        guard let figure = tree.parent(of: node) else { return true }
        return tree.subtree(of: figure).contains {
            tree.isElement($0, .pre) || tree.isElement($0, .table)
                || tree.isElement($0, .blockquote)
        }
    }

    static let names = Set(WordList.classes["caption"].map { Array($0.utf8)[...] })
}
