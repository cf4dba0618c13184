import Markup

/// The running text of one block while it is collected: atoms with the marks around them.
///
/// White space between two atoms gets the marks that both have, so that it moves out of `<b> this
/// </b>`, and empty emphasis disappears.
struct InlineText {
    enum Mark: Equatable {
        case emphasis, strong, strikethrough
        case link(address: [UInt8], title: [UInt8])
        /// Inline HTML that Markdown has no sign for: `sub`, `sup`, `kbd`, `mark`.
        case tag(String)

        var isSimple: Bool {
            switch self {
            case .emphasis, .strong, .strikethrough: true
            default: false
            }
        }

        var isLink: Bool {
            if case .link = self { return true }
            return false
        }
    }

    enum Atom {
        /// Bytes of `bytes`.
        case text(Range<Int>)
        case space
        case lineBreak
        case code([UInt8])
        case image(address: [UInt8], words: [UInt8], title: [UInt8])
        case footnote([UInt8])
        case html([UInt8])
    }

    /// A mark; marks form a tree, each pointing to the one around it.
    struct MarkNode {
        var mark: Mark
        var parent: Int
        var depth: Int
    }

    private(set) var marks: [MarkNode] = []
    private(set) var atoms: [(atom: Atom, mark: Int)] = []
    private(set) var bytes: [UInt8] = []
    /// The innermost open mark, -1 for none.
    private(set) var current = -1

    var isEmpty: Bool { atoms.isEmpty }

    /// Whether the next atom directly follows a letter or sign.
    var endsInWord: Bool {
        if case .text? = atoms.last?.atom { true } else { false }
    }

    // MARK: - Gathering

    /// Opens a mark; returns the value that `reset` needs to close it.
    mutating func push(_ mark: Mark) -> Int {
        let before = current
        var index = current
        while index >= 0 {
            if marks[index].mark == mark && !mark.isLink || marks[index].mark.isLink && mark.isLink
            {
                return before
            }
            index = marks[index].parent
        }
        marks.append(
            MarkNode(mark: mark, parent: current, depth: current < 0 ? 1 : marks[current].depth + 1)
        )
        current = marks.count - 1
        return before
    }

    mutating func reset(to mark: Int) { current = mark }

    /// Appends words of the page; their white space collapses.
    mutating func append(_ words: some Sequence<UInt8>) {
        var start = bytes.count
        func flush(_ text: inout InlineText) {
            if start < text.bytes.count {
                text.atoms.append((.text(start..<text.bytes.count), text.current))
            }
            start = text.bytes.count
        }
        for byte in words {
            if byte <= 0x20 {
                flush(&self)
                if let last = atoms.last, case .space = last.atom { continue }
                atoms.append((.space, current))
            } else {
                bytes.append(byte)
                // A no-break space is its own atom: it moves out of marks too.
                if byte == 0xA0, bytes.count - start >= 2, bytes[bytes.count - 2] == 0xC2 {
                    let space = (bytes.count - 2)..<bytes.count
                    if start < space.lowerBound {
                        atoms.append((.text(start..<space.lowerBound), current))
                    }
                    atoms.append((.text(space), current))
                    start = bytes.count
                }
            }
        }
        flush(&self)
    }

    mutating func append(atom: Atom) { atoms.append((atom, current)) }

    /// Returns everything collected since the last call, and keeps the open marks.
    mutating func take() -> InlineText {
        var taken = self
        taken.dropInvisible()
        atoms = []
        bytes = []
        // The open marks come before all that were opened inside of them.
        marks.removeSubrange((current + 1)...)
        return taken
    }

    // MARK: - Normal form

    /// Removes zero-width characters, which mean nothing between words; joiners stay.
    private mutating func dropInvisible() {
        guard bytes.contains(0xE2) || bytes.contains(0xEF) || bytes.contains(0xC2) else { return }
        var clean: [UInt8] = []
        clean.reserveCapacity(bytes.count)
        for index in atoms.indices {
            guard case .text(let range) = atoms[index].atom else { continue }
            let start = clean.count
            var i = range.lowerBound
            while i < range.upperBound {
                if let skip = Self.invisible(bytes, at: i, before: range.upperBound) {
                    i += skip
                } else {
                    clean.append(bytes[i])
                    i += 1
                }
            }
            atoms[index].atom = .text(start..<clean.count)
        }
        bytes = clean
        atoms.removeAll { if case .text(let range) = $0.atom { range.isEmpty } else { false } }
    }

    /// The length of a zero-width space, word joiner, byte order mark, direction mark or soft
    /// hyphen.
    private static func invisible(_ bytes: [UInt8], at i: Int, before end: Int) -> Int? {
        switch bytes[i] {
        case 0xE2
        where i + 2 < end && bytes[i + 1] == 0x80
            && (bytes[i + 2] == 0x8B || bytes[i + 2] == 0x8E || bytes[i + 2] == 0x8F):
            3
        case 0xE2 where i + 2 < end && bytes[i + 1] == 0x81 && bytes[i + 2] == 0xA0: 3
        case 0xEF where i + 2 < end && bytes[i + 1] == 0xBB && bytes[i + 2] == 0xBF: 3
        case 0xC2 where i + 1 < end && bytes[i + 1] == 0xAD: 2
        default: nil
        }
    }

    /// The lines between breaks, without white space and indents around them; two breaks in a row
    /// end a paragraph.
    func paragraphs() -> [[[(atom: Atom, mark: Int)]]] {
        var paragraphs: [[[(atom: Atom, mark: Int)]]] = []
        var lines: [[(atom: Atom, mark: Int)]] = []
        var line: [(atom: Atom, mark: Int)] = []
        func endLine() {
            let trimmed = self.trimmed(line)
            if trimmed.isEmpty {
                if !lines.isEmpty { paragraphs.append(lines) }
                lines = []
            } else {
                if isIndented(line), !lines.isEmpty {
                    paragraphs.append(lines)
                    lines = []
                }
                lines.append(trimmed)
            }
            line = []
        }
        for entry in atoms {
            if case .lineBreak = entry.atom { endLine() } else { line.append(entry) }
        }
        endLine()
        if !lines.isEmpty { paragraphs.append(lines) }
        return paragraphs.flatMap(sentenceLines).flatMap(divided)
    }

    /// Lines of Han text that each end a sentence are paragraphs that were made with `<br>`.
    private func sentenceLines(_ lines: [[(atom: Atom, mark: Int)]]) -> [[[(
        atom: Atom, mark: Int
    )]]] {
        guard lines.count >= 3 else { return [lines] }
        var ending = 0
        var length = 0
        for line in lines {
            guard case .text(let range)? = line.last?.atom else { continue }
            let tail = bytes[range].suffix(3)
            if Self.sentenceEnds.contains(where: { tail.elementsEqual($0) }) { ending += 1 }
            for case .text(let range) in line.map(\.atom) { length += range.count / 3 }
        }
        guard ending * 4 >= lines.count * 3, length >= lines.count * 24 else { return [lines] }
        return lines.map { [$0] }
    }

    private static let sentenceEnds = ["。", "！", "？", "”", "」", "…", "；"].map { Array($0.utf8) }

    private func trimmed(_ line: [(atom: Atom, mark: Int)]) -> [(atom: Atom, mark: Int)] {
        var line = line[...]
        while let first = line.first, let rest = withoutLeadingSpace(first) {
            line.removeFirst()
            if let rest {
                line.insert(rest, at: line.startIndex)
                break
            }
        }
        while let last = line.last, let rest = withoutTrailingSpace(last) {
            line.removeLast()
            if let rest {
                line.append(rest)
                break
            }
        }
        return Array(line)
    }

    /// `.some(nil)`: nothing is left of the atom.
    ///
    /// `nil`: it does not begin with space.
    private func withoutLeadingSpace(_ entry: (atom: Atom, mark: Int)) -> (atom: Atom, mark: Int)??
    {
        switch entry.atom {
        case .space: return .some(nil)
        case .text(let range):
            var start = range.lowerBound
            while let skip = Self.wideSpace(bytes, at: start, before: range.upperBound) {
                start += skip
            }
            if start == range.lowerBound { return nil }
            return start == range.upperBound
                ? .some(nil) : .some((.text(start..<range.upperBound), entry.mark))
        default: return nil
        }
    }

    private func withoutTrailingSpace(_ entry: (atom: Atom, mark: Int)) -> (atom: Atom, mark: Int)??
    {
        switch entry.atom {
        case .space: return .some(nil)
        case .text(let range):
            var end = range.upperBound
            while end > range.lowerBound {
                if end - range.lowerBound >= 3,
                    bytes[(end - 3)..<end].elementsEqual([0xE3, 0x80, 0x80])
                {
                    end -= 3
                } else if end - range.lowerBound >= 2,
                    bytes[(end - 2)..<end].elementsEqual([0xC2, 0xA0])
                {
                    end -= 2
                } else {
                    break
                }
            }
            if end == range.upperBound { return nil }
            return end == range.lowerBound
                ? .some(nil) : .some((.text(range.lowerBound..<end), entry.mark))
        default: return nil
        }
    }

    /// The length of an ideographic or no-break space.
    private static func wideSpace(_ bytes: [UInt8], at i: Int, before end: Int) -> Int? {
        if i + 2 < end, bytes[i] == 0xE3, bytes[i + 1] == 0x80, bytes[i + 2] == 0x80 { return 3 }
        if i + 1 < end, bytes[i] == 0xC2, bytes[i + 1] == 0xA0 { return 2 }
        return nil
    }

    private func isIndented(_ line: [(atom: Atom, mark: Int)]) -> Bool {
        for entry in line {
            switch entry.atom {
            case .space: continue
            case .text(let range):
                return Self.wideSpace(bytes, at: range.lowerBound, before: range.upperBound) != nil
            default: return false
            }
        }
        return false
    }
}
