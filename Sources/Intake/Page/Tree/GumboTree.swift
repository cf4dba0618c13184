import CGumbo

/// The one door to the HTML parser: owns the C library's tree, and copies it into an `HTMLTree`.
struct GumboTree: ~Copyable {
    private let output: UnsafeMutablePointer<GumboOutput>
    private var options: GumboOptions

    /// Parses UTF-8 that `MarkupGuard` has seen: the library's time is quadratic in the depth of
    /// elements.
    init?(parsing html: UnsafeBufferPointer<UInt8>) {
        options = cgumbo_default_options()
        options.max_errors = 0
        let start = UnsafeRawPointer(html.baseAddress)?.assumingMemoryBound(to: CChar.self)
        guard let start, let parsed = gumbo_parse_with_options(&options, start, html.count) else {
            return nil
        }
        output = parsed
    }

    deinit {
        var options = self.options
        gumbo_destroy_output(&options, output)
    }

    /// The page from its `html` element; iterative, since nothing bounds the depth of hostile
    /// pages.
    borrowing func flattened(capacity: Int) -> HTMLTree {
        var tree = HTMLTree(capacity: capacity)
        guard let root = output.pointee.root else { return tree }
        struct Frame {
            var element: UnsafePointer<GumboElement>
            var node: Int32
            var next: UInt32 = 0
        }
        var stack = [Frame(element: cgumbo_element(root), node: Self.open(root, -1, 0, &tree))]
        // Comments before the root: browsers note there where they saved a page from.
        if let children = cgumbo_document_children(output.pointee.document) {
            for index in 0..<children.pointee.length {
                guard let child = cgumbo_child(children, index),
                    child.pointee.type == GUMBO_NODE_COMMENT
                else { continue }
                tree.leaf(.comment, Self.bytes(cgumbo_text(child)), parent: 0, depth: 1)
            }
        }
        while let frame = stack.last {
            let top = stack.count - 1
            guard frame.next < frame.element.pointee.children.length else {
                tree.close(frame.node)
                stack.removeLast()
                continue
            }
            stack[top].next += 1
            let children = withUnsafePointer(to: frame.element.pointee.children) { $0.pointee }
            guard let raw = children.data[Int(frame.next)] else { continue }
            let child = UnsafePointer(raw.assumingMemoryBound(to: GumboNode.self))
            switch child.pointee.type {
            case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
                let node = Self.open(child, frame.node, top + 1, &tree)
                stack.append(Frame(element: cgumbo_element(child), node: node))
            case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
                tree.leaf(.text, Self.bytes(cgumbo_text(child)), parent: frame.node, depth: top + 1)
            case GUMBO_NODE_COMMENT:
                tree.leaf(
                    .comment, Self.bytes(cgumbo_text(child)), parent: frame.node, depth: top + 1)
            default: break
            }
        }
        return tree
    }

    private static func open(
        _ node: UnsafePointer<GumboNode>, _ parent: Int32, _ depth: Int, _ tree: inout HTMLTree
    ) -> Int32 {
        guard let element = cgumbo_element(node) else {
            return tree.open(.other, parent: parent, depth: depth)
        }
        let opened = tree.open(tag(of: element), parent: parent, depth: depth)
        for index in 0..<element.pointee.attributes.length {
            guard let attribute = cgumbo_attribute(element, index) else { continue }
            let name = String(cString: attribute.pointee.name)
            let value = bytes(attribute.pointee.value)
            if let known = HTMLAttribute.named(name) {
                tree.attribute(known, value)
            } else if element.pointee.tag == GUMBO_TAG_IMG, name.hasPrefix("data-"),
                isPictureAddress(value)
            {
                tree.attribute(.dataPicture, value)
            }
        }
        return opened
    }

    /// Whether a value is an address that ends in the suffix of a picture.
    private static func isPictureAddress(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        guard value.count < 2000,
            value.first == UInt8(ascii: "/") || value.starts(with: "http".utf8)
        else { return false }
        let path = value.prefix { $0 != UInt8(ascii: "?") }
        return [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"].contains {
            path.suffix($0.utf8.count).elementsEqual($0.utf8)
        }
    }

    private static func tag(of element: UnsafePointer<GumboElement>) -> HTMLTag {
        let number = Int(element.pointee.tag.rawValue)
        if number < tags.count, element.pointee.tag != GUMBO_TAG_UNKNOWN { return tags[number] }
        var piece = element.pointee.original_tag
        gumbo_tag_from_original_text(&piece)
        guard let data = piece.data else { return .other }
        let name = UnsafeRawBufferPointer(start: data, count: piece.length)
        return HTMLTag.named(String(decoding: name, as: UTF8.self).lowercased())
    }

    private static let tags: [HTMLTag] = (0..<GUMBO_TAG_UNKNOWN.rawValue).map { number in
        guard let name = gumbo_normalized_tagname(GumboTag(rawValue: number)) else { return .other }
        return HTMLTag.named(String(cString: name))
    }

    private static func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
        var length = 0
        while string[length] != 0 { length += 1 }
        return UnsafeBufferPointer(
            start: UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self), count: length)
    }
}

extension HTMLTree {
    /// The tree that HTML's parsing rules make of any UTF-8; elements that nest too deep are
    /// dropped, their words are kept.
    init(parsing html: [UInt8]) {
        let guarded = MarkupGuard.guarded(html)
        self = guarded.withUnsafeBufferPointer { buffer in
            guard let gumbo = GumboTree(parsing: buffer) else { return HTMLTree(capacity: 0) }
            return gumbo.flattened(capacity: buffer.count)
        }
    }
}
