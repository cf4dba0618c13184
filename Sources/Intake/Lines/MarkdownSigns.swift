import Markup

/// Whether text without a telling file name is Markdown: syntax that does not occur by accident.
enum MarkdownSigns {
    static func found(in lines: [String]) -> Bool {
        var boldLines = 0
        var quotes = 0
        var previousHasText = false
        for line in lines.prefix(4000) {
            if line.contains("](") && line.contains("[") { return true }
            if ATXHeading(line) != nil || line.hasPrefix("```") || line.hasPrefix("~~~") {
                return true
            }
            if previousHasText, SetextUnderline.level(of: line) == 1, line.trimmed.utf8.count >= 3 {
                return true
            }
            if line.split(separator: "**", omittingEmptySubsequences: false).count >= 3 {
                boldLines += 1
            }
            if line.hasPrefix("> ") { quotes += 1 }
            if boldLines >= 2 || quotes >= 2 { return true }
            previousHasText = !LineShape(line).isBlank
        }
        return lines.first == "---" && lines.dropFirst().prefix(100).contains("---")
    }
}

/// `## Words`: the level and the words of a heading written with number signs.
struct ATXHeading {
    let level: Int
    let words: String

    init?(_ line: String) {
        let spaces = line.utf8.prefix { $0 == 0x20 }.count
        let rest = line.utf8.dropFirst(spaces)
        let signs = rest.prefix { $0 == 0x23 }.count
        guard spaces <= 3, (1...6).contains(signs) else { return nil }
        let after = rest.dropFirst(signs)
        guard let next = after.first, next == 0x20 || next == 0x09 else { return nil }
        level = signs
        var words = String(Substring(after)).trimmed
        let closing = words.utf8.reversed().prefix { $0 == 0x23 }.count
        if closing > 0 {
            let kept = String(decoding: words.utf8.dropLast(closing), as: UTF8.self)
            if kept.isEmpty || kept.hasSuffix(" ") { words = kept.trimmed }
        }
        self.words = words
    }
}

/// A line of `=` or `-` that makes the line above a heading.
enum SetextUnderline {
    static func level(of line: String) -> Int? {
        let bytes = Array(line.trimmed.utf8)
        guard let first = bytes.first, bytes.allSatisfy({ $0 == first }), !line.hasPrefix("    ")
        else { return nil }
        return first == 0x3D ? 1 : first == 0x2D ? 2 : nil
    }
}

/// Which lines are in fenced code blocks, fences included: the rules skip those.
enum CodeFences {
    static func mask(_ lines: [String]) -> [Bool] {
        var inside: (mark: UInt8, length: Int)?
        var hasIndented = false
        let mask = lines.map { line in
            let spaces = line.utf8.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }.count
            let rest = line.utf8.dropFirst(spaces)
            guard let mark = rest.first, mark == 0x60 || mark == 0x7E else { return inside != nil }
            let length = rest.prefix { $0 == mark }.count
            guard length >= 3 else { return inside != nil }
            let isPlain = spaces <= 3 && line.utf8.prefix(spaces).allSatisfy { $0 == 0x20 }
            hasIndented = hasIndented || !isPlain
            guard isPlain else { return inside != nil }
            if let open = inside {
                let closes = mark == open.mark && length >= open.length
                if closes, rest.dropFirst(length).allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                    inside = nil
                }
                return true
            }
            if mark == 0x60, rest.dropFirst(length).contains(0x60) { return false }
            inside = (mark, length)
            return true
        }
        // Fences in lists and quotes, and fences that nothing closes, need the parser.
        return hasIndented || inside != nil ? parsedMask(lines) : mask
    }

    private static func parsedMask(_ lines: [String]) -> [Bool] {
        let document = MarkdownDocument(lines.joined(separator: "\n"))
        var starts: [Int] = []
        var at = 0
        for line in lines {
            starts.append(at)
            at += line.utf8.count + 1
        }
        var mask = [Bool](repeating: false, count: lines.count)
        for event in document.events where event.node == .codeBlock && !event.source.isEmpty {
            let place = Int(event.source.lowerBound)..<Int(event.source.upperBound)
            let first = document.source[place].drop { $0 == 0x20 }.first
            guard first == 0x60 || first == 0x7E else { continue }
            for index in lines.indices
            where starts[index] < place.upperBound
                && starts[index] + lines[index].utf8.count >= place.lowerBound
            {
                mask[index] = true
            }
        }
        return mask
    }
}
