import Markup
import Text

/// Reference links of Markdown made inline: `[words][1]` and `[1]: https://…`, wherever the
/// definition is, become `[words](https://…)`.
///
/// The rules of intake look at single lines, and a source may be divided; an inline link is whole
/// in its line. What is written over two lines stays as it is, with its definition.
struct ReferenceLinks {
    /// The lines with links inline; definitions that are no longer needed are blank.
    private(set) var lines: [NumberedLine]
    /// Definitions of addresses that no link uses: they are shown nowhere.
    private(set) var unused: [NumberedLine] = []
    /// Definitions that are still in `lines`.
    private(set) var definitions: [String] = []

    init(_ source: [NumberedLine]) {
        let source = Self.joined(source)
        lines = source
        let fenced = CodeFences.mask(source.map(\.text))
        var found: [(index: Int, definition: LinkDefinition)] = []
        for index in source.indices where !fenced[index] {
            if let definition = LinkDefinition(source[index].text) {
                found.append((index, definition))
            }
        }
        guard !found.isEmpty else { return }
        let known = Dictionary(
            found.map { ($0.definition.key, $0.definition) },
            uniquingKeysWith: { first, _ in first })
        let isDefinition = Set(found.map(\.index))
        var used: Set<String> = []
        for index in lines.indices where !fenced[index] && !isDefinition.contains(index) {
            // What is indented may be code; the parser knows, and resolves its references.
            guard lines[index].text.utf8.contains(0x5B), !lines[index].text.hasPrefix("    "),
                !lines[index].text.hasPrefix("\t")
            else { continue }
            var line = ReferenceLine(lines[index].text, known)
            guard !line.closesLink else { continue }
            lines[index].text = line.inlined()
            used.formUnion(line.used)
        }
        let rest = lines.indices.filter { !isDefinition.contains($0) && !fenced[$0] }
            .map { lines[$0].text }.joined(separator: " ")
        let open = OpenLabels(rest)
        let needed = needed(found.filter { open.contains($0.definition.key) })
        for (index, definition) in found {
            if needed.contains(index) {
                definitions.append(source[index].text)
            } else if used.contains(definition.key) {
                lines[index].text = ""
            } else if definition.isAddress {
                unused.append(source[index])
                lines[index].text = ""
            }
        }
        if !isSame(source, isDefinition) {
            lines = source
            unused = []
            definitions = found.map { source[$0.index].text }
        }
    }

    /// The lines, with those made one that a reference is written over.
    private static func joined(_ lines: [NumberedLine]) -> [NumberedLine] {
        let fenced = CodeFences.mask(lines.map(\.text))
        var joined: [NumberedLine] = []
        for (index, line) in lines.enumerated() {
            guard !fenced[index], let last = joined.last, last.text.utf8.contains(0x5B),
                line.text.utf8.contains(0x5D), last.text.utf8.count < 8192,
                ReferenceLine(last.text, [:]).opensLink, ReferenceLine(line.text, [:]).closesLink
            else {
                joined.append(line)
                continue
            }
            let isHan = last.text.trimmed.unicodeScalars.last.map { ScalarClass($0.value) == .han }
            joined[joined.count - 1].text =
                last.text.trimmed + (isHan == true ? "" : " ") + line.text.trimmed
        }
        return joined
    }

    /// Those of the definitions that the parser makes a link with; `[1]` in code is none.
    private func needed(_ candidates: [(index: Int, definition: LinkDefinition)]) -> Set<Int> {
        guard !candidates.isEmpty else { return [] }
        var marked = lines.map(\.text)
        for (index, definition) in candidates {
            marked[index] = "[\(definition.key)]: variorum:\(index)"
        }
        let document = MarkdownDocument(marked.joined(separator: "\n"))
        let sign = Array("variorum:".utf8)
        var needed: Set<Int> = []
        for event in document.events
        where (event.node == .link || event.node == .image) && event.phase == .enter {
            let address = document.bytes(event.payload)
            guard address.starts(with: sign),
                let index = Int(String(decoding: address.dropFirst(sign.count), as: UTF8.self))
            else { continue }
            needed.insert(index)
        }
        return needed
    }

    /// The parser sees the same words before and after, with every definition on its own.
    private func isSame(_ source: [NumberedLine], _ definitions: Set<Int>) -> Bool {
        let apart = source.indices.map { index in
            definitions.contains(index) ? "\n\(source[index].text)\n" : source[index].text
        }
        let after = lines.indices.map { index in
            definitions.contains(index) ? "\n\(lines[index].text)\n" : lines[index].text
        }
        return Self.letters(apart) == Self.letters(after)
    }

    private static func letters(_ lines: [String]) -> [UInt8] {
        Letters.of(MarkdownDocument(lines.joined(separator: "\n")).plainText().utf8)
    }
}

/// `[label]: address "title"` on one line.
struct LinkDefinition {
    /// The label as links compare it.
    let key: String
    let address: String
    let title: String?

    init?(_ line: String) {
        let bytes = Array(line.utf8)
        var at = bytes.prefix { $0 == 0x20 }.count
        guard at <= 3, at + 1 < bytes.count, bytes[at] == 0x5B, bytes[at + 1] != 0x5E else {
            return nil
        }
        let start = at + 1
        at = start
        while at < bytes.count, bytes[at] != 0x5D {
            if bytes[at] == 0x5B { return nil }
            at += bytes[at] == 0x5C ? 2 : 1
        }
        guard at + 1 < bytes.count, at - start <= 999, bytes[at + 1] == 0x3A else { return nil }
        key = Self.key(String(decoding: bytes[start..<at], as: UTF8.self))
        let rest = String(decoding: bytes[(at + 2)...], as: UTF8.self).trimmed
        guard !key.isEmpty, let (address, title) = Self.destination(rest) else { return nil }
        self.address = address
        self.title = title
    }

    /// It leads somewhere, in contrast to `[Note]: done`.
    var isAddress: Bool {
        address.contains("/") || address.contains(".") || address.hasPrefix("#")
            || address.contains(":")
    }

    /// Labels are compared without case, and any white space is one space.
    static func key(_ label: String) -> String {
        label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func destination(_ text: String) -> (String, String?)? {
        let address: Substring
        var rest: String
        if text.hasPrefix("<") {
            guard let end = text.firstIndex(of: ">") else { return nil }
            address = text[text.index(after: text.startIndex)..<end]
            rest = String(text[text.index(after: end)...])
        } else {
            address = text.prefix { !$0.isWhitespace }
            rest = String(text.dropFirst(address.count))
        }
        guard !address.isEmpty else { return nil }
        rest = rest.trimmed
        if rest.isEmpty { return (String(address), nil) }
        for (open, close) in [("\"", "\""), ("'", "'"), ("(", ")")]
        where rest.count >= 2 && rest.hasPrefix(open) && rest.hasSuffix(close) {
            return (String(address), String(rest.dropFirst().dropLast()))
        }
        return nil
    }
}

/// One line whose references are made inline.
private struct ReferenceLine {
    private let bytes: [UInt8]
    private let known: [String: LinkDefinition]
    private(set) var used: Set<String> = []

    init(_ line: String, _ known: [String: LinkDefinition]) {
        bytes = Array(line.utf8)
        self.known = known
    }

    mutating func inlined() -> String {
        let (text, _) = inlined(0..<bytes.count, depth: 0)
        return String(decoding: text, as: UTF8.self)
    }

    /// A bracket of it is closed by a later line, if any.
    var opensLink: Bool { unmatched.open }

    /// It closes a bracket of an earlier line, as the end of a link's words.
    var closesLink: Bool { unmatched.close }

    private var unmatched: (open: Bool, close: Bool) {
        var depth = 0
        var hasClose = false
        var at = 0
        while at < bytes.count {
            switch bytes[at] {
            case 0x5C: at += 2
            case 0x60: at = codeEnd(at, bytes.count)
            case 0x5B:
                depth += 1
                at += 1
            case 0x5D:
                let leads = at + 1 < bytes.count && (bytes[at + 1] == 0x5B || bytes[at + 1] == 0x28)
                hasClose = hasClose || depth == 0 && leads
                depth = max(0, depth - 1)
                at += 1
            default: at += 1
            }
        }
        return (depth > 0, hasClose)
    }

    /// A part of the line, and whether a link is in it.
    private mutating func inlined(_ range: Range<Int>, depth: Int) -> ([UInt8], hasLink: Bool) {
        var out: [UInt8] = []
        var hasLink = false
        var at = range.lowerBound
        while at < range.upperBound {
            switch bytes[at] {
            case 0x5C:
                out += bytes[at..<min(at + 2, range.upperBound)]
                at += 2
            case 0x60:
                let end = codeEnd(at, range.upperBound)
                out += bytes[at..<end]
                at = end
            case 0x5B where depth < 8 && close(at, range.upperBound) != nil:
                let isImage = at > range.lowerBound && bytes[at - 1] == 0x21
                let (text, end, isLink) = bracket(at, range.upperBound, isImage, depth)
                out += text
                hasLink = hasLink || isLink && !isImage
                at = end
            default:
                out.append(bytes[at])
                at += 1
            }
        }
        return (out, hasLink)
    }

    /// What begins with the bracket at `start`.
    private mutating func bracket(_ start: Int, _ limit: Int, _ isImage: Bool, _ depth: Int)
        -> ([UInt8], end: Int, isLink: Bool)
    {
        guard let end = close(start, limit) else { return ([bytes[start]], start + 1, false) }
        let (inner, hasInner) = inlined(start + 1..<end, depth: depth + 1)
        let plain = [0x5B] + inner + [0x5D]
        let canLink = isImage || !hasInner
        if end + 1 < limit, bytes[end + 1] == 0x28, let link = InlineLink(bytes, at: start),
            link.end <= limit
        {
            return (plain + bytes[(end + 1)..<link.end], link.end, true)
        }
        guard bytes[start + 1] != 0x5E, canLink else { return (plain, end + 1, hasInner) }
        let text = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        var key = LinkDefinition.key(text)
        var after = end + 1
        if after < limit, bytes[after] == 0x5B, let second = close(after, limit) {
            let label = String(decoding: bytes[(after + 1)..<second], as: UTF8.self)
            if !label.isEmpty { key = LinkDefinition.key(label) }
            after = second + 1
            if known[key] == nil { return (plain, end + 1, hasInner) }
        }
        guard let definition = known[key] else { return (plain, end + 1, hasInner) }
        used.insert(key)
        return (plain + Self.destination(definition), after, true)
    }

    private static func destination(_ definition: LinkDefinition) -> [UInt8] {
        let isPlain = definition.address.utf8.allSatisfy {
            $0 > 0x20 && !"()<>|".utf8.contains($0)
        }
        let address =
            isPlain
            ? definition.address
            : "<" + definition.address.replacing("|", with: "%7C") + ">"
        let title = definition.title.map { " \"" + $0.replacing("\"", with: "\\\"") + "\"" } ?? ""
        return Array("(\(address)\(title))".utf8)
    }

    /// After the code span that begins at a backtick; after its run if nothing closes it.
    private func codeEnd(_ start: Int, _ limit: Int) -> Int {
        var at = start
        while at < limit, bytes[at] == 0x60 { at += 1 }
        let (after, length) = (at, at - start)
        while at < limit {
            guard bytes[at] == 0x60 else {
                at += 1
                continue
            }
            let run = at
            while at < limit, bytes[at] == 0x60 { at += 1 }
            if at - run == length { return at }
        }
        return after
    }

    /// The bracket that closes the one at `start`; code and escaped brackets do not count.
    private func close(_ start: Int, _ limit: Int) -> Int? {
        var depth = 0
        var at = start
        while at < limit, at - start < 8192 {
            switch bytes[at] {
            case 0x5C: at += 1
            case 0x60:
                at = codeEnd(at, limit)
                continue
            case 0x5B: depth += 1
            case 0x5D:
                depth -= 1
                if depth == 0 { return at }
            default: break
            }
            at += 1
        }
        return nil
    }
}

/// Labels in brackets that are not the words of an inline link.
private struct OpenLabels {
    private var labels: Set<String> = []

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var starts: [Int] = []
        for (at, byte) in bytes.enumerated() {
            if byte == 0x5B {
                starts.append(at)
                if starts.count > 8 { starts.removeFirst() }
            } else if byte == 0x5D, let start = starts.popLast() {
                guard at - start <= 1000, at + 1 >= bytes.count || bytes[at + 1] != 0x28 else {
                    continue
                }
                labels.insert(
                    LinkDefinition.key(String(decoding: bytes[(start + 1)..<at], as: UTF8.self)))
            }
        }
    }

    func contains(_ key: String) -> Bool { labels.contains(key) }
}
