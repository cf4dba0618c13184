/// `[[target]]` or `[[target|words]]` in a text, as Obsidian writes it.
struct Wikilink: Equatable {
    /// Everything, brackets included; the target; the words that are shown.
    ///
    /// Ranges of the arena.
    var range: Range<Int32>
    var target: Range<Int32>
    var words: Range<Int32>

    private static let open = UInt8(ascii: "[")
    private static let close = UInt8(ascii: "]")
    private static let bar = UInt8(ascii: "|")

    /// The wikilinks in a stretch of text, from left to right.
    static func all(in text: [UInt8], range: Range<Int32>) -> [Wikilink] {
        var found: [Wikilink] = []
        let end = Int(range.upperBound)
        var index = Int(range.lowerBound)
        while index + 4 < end {
            guard text[index] == open, text[index + 1] == open else {
                index += 1
                continue
            }
            guard index + 2 < end, text[index + 2] != open else {
                index += 1
                continue
            }
            var stop = index + 2
            var separator: Int?
            while stop < end, text[stop] != close, text[stop] != open {
                if text[stop] == bar, separator == nil { separator = stop }
                stop += 1
            }
            guard stop + 1 < end, text[stop] == close, text[stop + 1] == close else {
                index = max(stop, index + 2)
                continue
            }
            let isEmbed = index > Int(range.lowerBound) && text[index - 1] == UInt8(ascii: "!")
            let target = trimmed(text, index + 2..<(separator ?? stop))
            var words = separator.map { trimmed(text, $0 + 1..<stop) } ?? target
            if words.isEmpty { words = target }
            if !target.isEmpty, !isEmbed, text[Int(target.lowerBound)] != UInt8(ascii: "^") {
                found.append(
                    Wikilink(range: Int32(index)..<Int32(stop + 2), target: target, words: words))
            }
            index = stop + 2
        }
        return found
    }

    /// Whether the brackets are unescaped in a source; backslashes before `|` and other characters
    /// do not
    /// count.
    static func occurs(_ needle: [UInt8], in source: ArraySlice<UInt8>) -> Bool {
        var index = source.startIndex
        while index < source.endIndex {
            if source[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if source[index] == open {
                var at = index
                var next = needle.startIndex
                var brackets = true
                while next < needle.endIndex, at < source.endIndex {
                    if source[at] == UInt8(ascii: "\\") {
                        at += 1
                        guard at < source.endIndex else { break }
                        if source[at] == open || source[at] == close { brackets = false }
                    }
                    guard source[at] == needle[next] else { break }
                    at += 1
                    next += 1
                }
                if next == needle.endIndex, brackets { return true }
            }
            index += 1
        }
        return false
    }

    private static func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int32> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
        while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
        return Int32(start)..<Int32(end)
    }
}
