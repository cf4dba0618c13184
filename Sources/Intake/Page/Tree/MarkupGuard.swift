/// Scans the tags of a page before the parser, whose time is quadratic in the depth of elements and
/// in the attributes of one tag: removes tags that nest too deep or have too many attributes.
struct MarkupGuard {
    /// Browsers stop at 512 elements.
    static let deepest = 480
    static let mostAttributes = 400

    private let html: [UInt8]
    private var cuts: [(range: Range<Int>, insertion: [UInt8])] = []
    private var depth = 0
    private var formatting: OpenFormatting
    private var foreign = ForeignContent()

    /// The page without those tags; mostly the page itself.
    static func guarded(_ html: [UInt8]) -> [UInt8] {
        var scan = MarkupGuard(html: html)
        scan.scan()
        guard !scan.cuts.isEmpty else { return html }
        var out: [UInt8] = []
        out.reserveCapacity(html.count)
        var done = 0
        for cut in scan.cuts {
            out += html[done..<cut.range.lowerBound]
            out += cut.insertion
            done = cut.range.upperBound
        }
        return out + html[done...]
    }

    private init(html: [UInt8]) {
        self.html = html
        formatting = OpenFormatting(page: html.count)
    }

    private mutating func scan() {
        var index = 0
        while index + 1 < html.count {
            guard html[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            let next = html[index + 1]
            if next == UInt8(ascii: "!") {
                index = afterComment(index)
            } else if next == UInt8(ascii: "/") {
                index = closing(index)
            } else if Self.isLetter(next) {
                index = opening(index)
            } else {
                index += 1
            }
        }
    }

    private mutating func opening(_ start: Int) -> Int {
        let (name, end, attributes) = tag(start + 1)
        if attributes > Self.mostAttributes {
            cut(start..<end)
            return end
        }
        let isForeign = foreign.open(name)
        if isForeign, end >= 2, html[end - 2] == UInt8(ascii: "/") { return end }
        if !isForeign, Self.raw.contains(name) { return rawTextEnd(name, from: end) }
        let isFormatting = OpenFormatting.names.contains(name)
        if !isFormatting, case let tags = formatting.block(), !tags.isEmpty {
            cuts.append((start..<start, tags))
        }
        guard isForeign || !Self.neverDeep.contains(name) else { return end }
        if isFormatting {
            if !formatting.open(name, tag: html[start..<end]) { cut(start..<end) }
            return end
        }
        foreign.entered(name)
        depth += 1
        if depth > Self.deepest { cut(start..<end) }
        return end
    }

    private mutating func cut(_ range: Range<Int>) { cuts.append((range, [])) }

    private mutating func closing(_ start: Int) -> Int {
        guard start + 2 < html.count, Self.isLetter(html[start + 2]) else { return start + 2 }
        let (name, end, _) = tag(start + 2)
        guard foreign.isOpen || !Self.neverDeep.contains(name) && !Self.raw.contains(name) else {
            return end
        }
        if OpenFormatting.names.contains(name) {
            if !formatting.close(name) { cut(start..<end) }
            return end
        }
        foreign.left(name)
        if depth > Self.deepest { cut(start..<end) }
        depth = max(0, depth - 1)
        return end
    }

    /// A tag from its name on: the name in lower case (its first 13 bytes), the offset after it,
    /// about how many attributes it has.
    private func tag(_ start: Int) -> (name: [UInt8], end: Int, attributes: Int) {
        var index = start
        var name: [UInt8] = []
        while index < html.count, html[index] > 0x20, html[index] != UInt8(ascii: ">"),
            html[index] != UInt8(ascii: "/")
        {
            if name.count < 13 {
                name.append((0x41...0x5A).contains(html[index]) ? html[index] | 0x20 : html[index])
            }
            index += 1
        }
        var attributes = 0
        var previous: UInt8 = 0x20
        while index < html.count, html[index] != UInt8(ascii: ">") {
            let byte = html[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
                previous == UInt8(ascii: "=")
            {
                index += 1
                while index < html.count, html[index] != byte { index += 1 }
                previous = 0x20
            } else {
                let isMark = byte <= 0x20 || byte == UInt8(ascii: "/")
                if !isMark, previous <= 0x20 || previous == UInt8(ascii: "/"),
                    byte != UInt8(ascii: "=")
                {
                    attributes += 1
                }
                if !(isMark && previous == UInt8(ascii: "=")) { previous = byte }
            }
            index += 1
        }
        return (name, min(index + 1, html.count), attributes)
    }

    private func afterComment(_ start: Int) -> Int {
        guard html[start...].starts(with: "<!--".utf8) else { return start + 2 }
        var index = start + 4
        while index + 2 < html.count {
            if html[index] == UInt8(ascii: "-"), html[index + 1] == UInt8(ascii: "-"),
                html[index + 2] == UInt8(ascii: ">")
            {
                return index + 3
            }
            index += 1
        }
        return html.count
    }

    /// Where the closing tag of a raw text element begins.
    private func rawTextEnd(_ name: [UInt8], from start: Int) -> Int {
        var index = start
        while index + name.count + 1 < html.count {
            if html[index] == UInt8(ascii: "<"), html[index + 1] == UInt8(ascii: "/"),
                html[(index + 2)..<(index + 2 + name.count)].elementsEqual(
                    name, by: { $0 | 0x20 == $1 })
            {
                return index
            }
            index += 1
        }
        return html.count
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func names(_ list: String) -> Set<[UInt8]> {
        Set(list.split(separator: " ").map { Array($0.utf8) })
    }

    private static let raw = names("script style textarea title xmp")
    /// Without content, or closed by their own kind.
    private static let neverDeep = names(
        """
        area base br col embed hr img input link meta param source track wbr p li dd dt option optgroup tr td th tbody \
        thead tfoot html head body rp rt colgroup frame keygen
        """)
}
