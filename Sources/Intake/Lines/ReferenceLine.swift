import Markup
import Text

/// One line whose references are made inline.
struct ReferenceLine {
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
            case 0x60: at = CodeSpan.end(in: bytes, from: at, limit: bytes.count).offset
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
                let end = CodeSpan.end(in: bytes, from: at, limit: range.upperBound).offset
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

    /// The bracket that closes the one at `start`; code and escaped brackets do not count.
    private func close(_ start: Int, _ limit: Int) -> Int? {
        var depth = 0
        var at = start
        while at < limit, at - start < 8192 {
            switch bytes[at] {
            case 0x5C: at += 1
            case 0x60:
                at = CodeSpan.end(in: bytes, from: at, limit: limit).offset
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
