import Archive
import Text

/// Finds mistakes that the template engine ignores: unknown names, blocks that the parent does not
/// have, unused templates.
///
/// Templates are walked in rendering order, from each template that the program renders, through
/// partials and parents, with the names that can be looked up at each place. A name is reported
/// when it is unknown wherever its tag is reached, so a partial may serve pages of several kinds.
struct TemplateCheck {
    /// A template that is rendered with a context of its own.
    struct Root {
        /// Without `.mustache`.
        var name: String
        var shape: ContextShape
    }

    private struct TagID: Hashable {
        var template: String
        var index: Int
    }

    /// Tags that a block or section contains.
    private struct Content {
        var template: String
        var tags: Range<Int>
    }

    private let templates: [String: TemplateTags]
    /// By template and by the index of an opening tag: the index of the tag that closes it.
    private let ends: [String: [Int: Int]]
    /// Names of templates with errors, which are not checked.
    private let broken: Set<String>
    private let strings: Set<String>
    private let site: ContextShape

    private(set) var reached: Set<String> = []
    private var known: Set<TagID> = []
    /// With the names that exist there.
    private var unknown: [TagID: Set<String>] = [:]
    private var findings: [TagID: Diagnostic] = [:]
    private static let deepest = 64

    /// - Parameters:
    ///   - templates: by name; without loops.
    ///   - broken: names of templates whose sections do not nest.
    ///   - strings: keys of `strings.json`.
    ///   - site: names below `site`.
    init(
        _ templates: [String: TemplateTags], broken: Set<String>, strings: Set<String>,
        site: ContextShape, roots: [Root]
    ) {
        self.templates = templates
        self.broken = broken
        self.strings = strings
        self.site = site
        ends = templates.filter { !broken.contains($0.key) }.mapValues(Self.ends)
        for root in roots { visit(root.name, [root.shape], blocks: [:], depth: 0) }
    }

    private static func ends(of tags: TemplateTags) -> [Int: Int] {
        var ends: [Int: Int] = [:]
        var open: [Int] = []
        for (index, tag) in tags.all.enumerated() {
            if tag.opens {
                open.append(index)
            } else if tag.kind == .end, let start = open.popLast() {
                ends[start] = index
            }
        }
        return ends
    }

    // MARK: Walking

    private mutating func visit(
        _ template: String, _ stack: [ContextShape], blocks: [String: Content], depth: Int
    ) {
        reached.insert(template)
        guard let tags = templates[template], !broken.contains(template) else { return }
        visit(Content(template: template, tags: tags.all.indices), stack, blocks, depth)
    }

    private mutating func visit(
        _ content: Content, _ stack: [ContextShape], _ blocks: [String: Content], _ depth: Int
    ) {
        guard depth < Self.deepest, let tags = templates[content.template] else { return }
        var index = content.tags.lowerBound
        while index < content.tags.upperBound {
            let tag = tags.all[index]
            let id = TagID(template: content.template, index: index)
            var inside = Content(template: content.template, tags: index..<index)
            if tag.opens {
                let end = ends[content.template]?[index] ?? index
                inside.tags = (index + 1)..<max(index + 1, end)
                index = inside.tags.upperBound
            }
            index += 1
            switch tag.kind {
            case .variable, .unescaped: look(up: tag, id, stack)
            case .inverted:
                look(up: tag, id, stack)
                visit(inside, stack, blocks, depth + 1)
            case .section:
                let shape = look(up: tag, id, stack)
                visit(inside, stack + [shape ?? .open], blocks, depth + 1)
            case .partial where !tag.isDynamic:
                visit(tag.name, stack, blocks: blocks, depth: depth + 1)
            case .parent where !tag.isDynamic:
                let own = definitions(inside, of: tag)
                visit(
                    tag.name, stack, blocks: own.merging(blocks) { $1 }, depth: depth + 1)
            case .block:
                visit(blocks[tag.name] ?? inside, stack, blocks, depth + 1)
            case .partial, .parent: reached.formUnion(templates.keys)
            case .end, .comment, .setting: break
            }
        }
    }

    /// The parent's blocks that a template fills.
    private mutating func definitions(_ content: Content, of parent: TemplateTag)
        -> [String: Content]
    {
        guard let tags = templates[content.template] else { return [:] }
        var definitions: [String: Content] = [:]
        let known = blocks(of: parent.name)
        var index = content.tags.lowerBound
        var text = parent.range.upperBound
        while index < content.tags.upperBound {
            let tag = tags.all[index]
            let id = TagID(template: content.template, index: index)
            if let start = Self.words(in: text..<tag.range.lowerBound, of: tags) {
                findings[id] = textOutside(at: start, in: tags, of: parent)
            }
            text = tag.range.upperBound
            guard tag.opens, let end = ends[content.template]?[index] else {
                index += 1
                continue
            }
            text = tags.all[end].range.upperBound
            if tag.kind == .block {
                definitions[tag.name] = Content(
                    template: content.template, tags: (index + 1)..<max(index + 1, end))
                if let known, !known.contains(tag.name) {
                    findings[id] = unknownBlock(tag, in: tags, parent: parent.name, known)
                }
            }
            index = end + 1
        }
        return definitions
    }

    /// The blocks that a template and those that it includes can be filled with.
    ///
    /// - Returns: `nil` when they cannot be determined.
    private func blocks(of template: String) -> Set<String>? {
        var names: Set<String> = []
        var seen: Set<String> = []
        var next = [template]
        while let name = next.popLast() {
            guard seen.insert(name).inserted else { continue }
            guard let tags = templates[name], !broken.contains(name) else { return nil }
            for tag in tags.all {
                switch tag.kind {
                case .block: names.insert(tag.name)
                case .partial, .parent:
                    if tag.isDynamic { return nil }
                    next.append(tag.name)
                default: break
                }
            }
        }
        return names
    }

    // MARK: Names

    /// The shape of the value that a tag's name refers to; records whether the name exists.
    @discardableResult
    private mutating func look(up tag: TemplateTag, _ id: TagID, _ stack: [ContextShape])
        -> ContextShape?
    {
        let found = find(tag, stack)
        if found != nil {
            known.insert(id)
        } else {
            let names = stack.reduce(into: Set<String>()) { $0.formUnion($1.members.keys) }
            unknown[id, default: []].formUnion(names)
        }
        return tag.hasFunction ? .open : found
    }

    private func find(_ tag: TemplateTag, _ stack: [ContextShape]) -> ContextShape? {
        let path = tag.path
        guard let first = path.first else { return stack.last }
        if tag.name.utf8.first == UInt8(ascii: ".") {
            return stack.last.flatMap { Self.descend(path[...], in: $0) }
        }
        for shape in stack.reversed() {
            if let child = shape.members[String(first)] {
                return Self.descend(path.dropFirst(), in: child)
            }
        }
        switch first {
        case "site": return Self.descend(path.dropFirst(), in: site)
        case "strings": return path.count == 2 && strings.contains(String(path[1])) ? .leaf : nil
        default: return stack.contains { $0.isOpen } ? .open : nil
        }
    }

    private static func descend(_ path: ArraySlice<Substring>, in shape: ContextShape)
        -> ContextShape?
    {
        var shape = shape
        for name in path {
            if let member = shape.members[String(name)] {
                shape = member
            } else if shape.isOpen {
                return .open
            } else {
                return nil
            }
        }
        return shape
    }

    // MARK: Diagnostics

    /// Sorted.
    var diagnostics: [Diagnostic] {
        let names = unknown.filter { !known.contains($0.key) }.compactMap { id, names in
            templates[id.template].map { unknownName($0.all[id.index], in: $0, among: names) }
        }
        return (names + findings.values).sorted()
    }

    private func unknownName(_ tag: TemplateTag, in tags: TemplateTags, among names: Set<String>)
        -> Diagnostic
    {
        let path = tag.path
        let place = tags.place(of: tag)
        switch path.first {
        case "strings":
            let key = path.dropFirst().joined(separator: ".")
            let near = Spelling.nearest(to: key, among: strings.sorted())
            return Diagnostic(
                .warning, "unknown-string", at: place, "strings.json has no key `\(key)`",
                help: near.map { "did you mean `strings.\($0)`?" }
                    ?? "add the key to templates/strings.json, or correct the name")
        case "site":
            let key = path.dropFirst().joined(separator: ".")
            let near = Spelling.nearest(to: key, among: site.members.keys.sorted())
            return Diagnostic(
                .warning, "unknown-variable", at: place, "there is no variable `site.\(key)`",
                help: near.map { "did you mean `site.\($0)`?" }
                    ?? "keys of your own are in `params:` of archive.yml: write `site.params.\(key)`"
            )
        default:
            let name = path.joined(separator: ".")
            let near = path.first.flatMap {
                Spelling.nearest(to: String($0), among: names.sorted())
            }
            return Diagnostic(
                .warning, "unknown-variable", at: place,
                "no page that uses this template has a variable `\(name)`",
                help: near.flatMap { near in near == name ? nil : "did you mean `\(near)`?" }
                    ?? (names.contains("params")
                        ? "a key of your own front matter is `params.\(name)`; docs/templates.md lists the others"
                        : "docs/templates.md lists the variables of each template"))
        }
    }

    /// The offset of the first text in a range that should contain only white space.
    private static func words(in range: Range<Int>, of tags: TemplateTags) -> Int? {
        guard !range.isEmpty else { return nil }
        return range.first { tags.bytes[$0] != 0x20 && !(0x09...0x0D ~= tags.bytes[$0]) }
    }

    private func textOutside(at offset: Int, in tags: TemplateTags, of parent: TemplateTag)
        -> Diagnostic
    {
        Diagnostic(
            .warning, "text-outside-block", at: tags.place(of: offset),
            "text between `\(parent.text)` and `{{/\(parent.name)}}` is shown only inside a block",
            help: "move it into a block of \(parent.name).mustache")
    }

    private func unknownBlock(
        _ tag: TemplateTag, in tags: TemplateTags, parent: String, _ known: Set<String>
    ) -> Diagnostic {
        let near = Spelling.nearest(to: tag.name, among: known.sorted())
        let list = known.sorted().map { "`\($0)`" }.joined(separator: ", ")
        return Diagnostic(
            .warning, "unknown-block", at: tags.place(of: tag),
            "\(parent).mustache has no block `\(tag.name)`",
            help: near.map { "did you mean `\($0)`?" }
                ?? (known.isEmpty ? "it has no blocks" : "its blocks are \(list)"))
    }
}
