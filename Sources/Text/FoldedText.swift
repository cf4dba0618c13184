/// Text as it is compared: composed, with width, case, script and typography folded; with the way
/// back.
///
/// docs/search.md specifies it, and `templates/assets/search.js` does the same.
///
/// Every folded byte knows the byte of the original that it came from, so a match in `bytes` has an
/// exact place in the text that a reader sees.
///
/// Characters: a letter and its marks are composed (NFC) and folded (`Folding`). Variation
/// selectors
/// and zero-width characters are dropped. Middle dots, hyphens and thousands separators are folded
/// as `Typography` says.
///
/// White space:
/// - between a Latin letter or digit and a Han character it is dropped (`QQ 音樂` is QQ音乐);
/// - a line end between two Han characters is dropped (it is where an editor wrapped the line);
/// - between two ideographs it is dropped when it pads a short name (`Typography`);
/// - between a Han character and a middle dot it is dropped (史蒂夫 · 乔布斯);
/// - every other run becomes one space;
/// - at a block's edges it is dropped, and blocks are kept apart by one `\n`, which no alias holds.
public struct FoldedText: Sendable {
    /// Folded UTF-8.
    public private(set) var bytes: [UInt8]
    /// Where the distance between folded and original offsets changes, ascending by `folded`.
    ///
    /// Most text has few: a Han character folds to a Han character of the same three bytes.
    private var steps: [Step]

    private struct Step: Sendable {
        var folded: Int
        /// Original end of the kept scalar before the step.
        var end: Int
        /// Original start of the kept scalar after the step.
        var start: Int
    }

    /// Folds one string that is not a text of its own: an alias, a quote, a query term.
    public static func key(_ string: String) -> [UInt8] {
        FoldedText(Array(string.utf8)).bytes
    }

    /// - Parameters:
    ///   - text: valid UTF-8.
    ///   - blocks: ranges of `text` that are kept apart, ascending and not overlapping; what lies
    ///     outside them is left out. `nil`: the whole text is one block.
    public init(_ text: [UInt8], blocks: [Range<Int>]? = nil) {
        bytes = []
        steps = []
        bytes.reserveCapacity(text.count)
        if let blocks { steps.reserveCapacity(2 * blocks.count) }
        let table = FoldTable.shared
        for block in blocks ?? [0..<text.count] {
            append(text, block, table)
        }
    }

    /// The original range of a folded range that lies on scalar bounds.
    ///
    /// Characters that folding dropped at either edge stay outside.
    public func original(_ range: Range<Int>) -> Range<Int> {
        let start = originalStart(range.lowerBound)
        return range.isEmpty ? start..<start : start..<max(start, originalEnd(range.upperBound))
    }

    /// Folded offset of an original one; inside a scalar that folding dropped or shortened, at most
    /// that of the next one.
    public func folded(_ original: Int) -> Int {
        let next = firstStep { $0.start > original }
        let end = next < steps.count ? steps[next].folded : bytes.count
        var last = next - 1
        // Steps inside a character that folds to several scalars.
        while last >= 0, steps[last].end > steps[last].start { last -= 1 }
        guard last >= 0 else { return min(original, end) }
        return min(end, steps[last].folded + original - steps[last].start)
    }

    /// Original offset at which the folded scalar at `offset` begins.
    private func originalStart(_ offset: Int) -> Int {
        let next = firstStep { $0.folded > offset }
        return next == 0 ? offset : steps[next - 1].start + (offset - steps[next - 1].folded)
    }

    /// Original offset at which the folded scalar that ends at `offset` ends.
    private func originalEnd(_ offset: Int) -> Int {
        let next = firstStep { $0.folded >= offset }
        if next < steps.count, steps[next].folded == offset { return steps[next].end }
        return next == 0 ? offset : steps[next - 1].start + (offset - steps[next - 1].folded)
    }

    private func firstStep(where passes: (Step) -> Bool) -> Int {
        var low = 0
        var high = steps.count
        while low < high {
            let middle = (low + high) / 2
            if passes(steps[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private mutating func append(_ text: [UInt8], _ block: Range<Int>, _ table: FoldTable) {
        let typography = Typography(text, block)
        var at = block.lowerBound
        var previous = ScalarClass.space
        /// Original end of the last kept scalar, and where the next is expected while offsets run
        /// in step.
        var end = block.lowerBound
        /// End of the number whose thousands separators are dropped.
        var numberEnd = block.lowerBound
        var gap = Gap()
        let first = bytes.count
        if first > 0 {
            bytes.append(0x0A)
            steps.append(Step(folded: bytes.count, end: end, start: at))
        } else if at > 0 {
            steps.append(Step(folded: 0, end: at, start: at))
        }
        let blockStart = bytes.count
        while at < block.upperBound {
            // Most of a Chinese text: one ideograph after another, three bytes before and after
            // folding.
            if at == end, !gap.hasSpace, 0xE4...0xE9 ~= text[at] {
                let run = table.endOfUnfoldedHan(text, from: at, to: block.upperBound)
                if run > at {
                    text.withUnsafeBufferPointer {
                        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[at..<run]))
                    }
                    at = run
                    end = at
                    previous = .han
                    continue
                }
                let (scalar, length) = UTF8Scalars.decode(text, at: at)
                let folded = table[scalar]
                if 0x4E00...0x9FFF ~= scalar, 0x4E00...0x9FFF ~= folded {
                    UTF8Scalars.append(folded, to: &bytes)
                    at += length
                    end = at
                    previous = .han
                    continue
                }
            }
            // And of an English one: ASCII, with single spaces that stay.
            if at == end, let kind = Self.plainASCII(text, at, block.upperBound, after: previous) {
                bytes.append(UInt8(truncatingIfNeeded: Folding.fold(UInt32(text[at]))))
                at += 1
                end = at
                previous = kind
                continue
            }
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            if typography.isDropped(scalar, at: at, end: at + length, &numberEnd) {
                at += length
                continue
            }
            let kind = ScalarClass(scalar)
            if kind == .space || kind == .zeroWidth {
                let isPart =
                    at == end && bytes.count > blockStart && Typography.isVariation(scalar)
                at += length
                if isPart {
                    end = at
                    record(Step(folded: bytes.count, end: end, start: end))
                    continue
                }
                gap.hasSpace = gap.hasSpace || kind == .space
                gap.hasLineEnd = gap.hasLineEnd || scalar == "\n"
                continue
            }
            if gap.hasSpace, bytes.count > blockStart,
                !(gap.isDropped(between: previous, and: kind)
                    || typography.joins(over: end..<at, previous, kind))
            {
                bytes.append(0x20)
                if at - end != 1 { record(Step(folded: bytes.count, end: end, start: at)) }
            } else if at != end {
                record(Step(folded: bytes.count, end: end, start: at))
            }
            gap = Gap()
            previous = kind
            if let characterEnd = typography.endOfCharacter(scalar, at + length) {
                appendCharacter(text, at..<characterEnd)
                at = characterEnd
                end = at
                continue
            }
            let before = bytes.count
            UTF8Scalars.append(typography.fold(scalar, at, at + length), to: &bytes)
            at += length
            end = at
            if bytes.count - before != length {
                record(Step(folded: bytes.count, end: at, start: at))
            }
        }
    }

    /// Appends a character that is made of several scalars or folds to several.
    private mutating func appendCharacter(_ text: [UInt8], _ range: Range<Int>) {
        var scalars: [UInt32] = []
        var at = range.lowerBound
        while at < range.upperBound {
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            if ScalarClass(scalar) != .zeroWidth { scalars.append(scalar) }
            at += length
        }
        let folded = Composition.shared.folded(scalars)
        for (index, scalar) in folded.enumerated() {
            UTF8Scalars.append(scalar, to: &bytes)
            let start = index == folded.count - 1 ? range.upperBound : range.lowerBound
            record(Step(folded: bytes.count, end: range.upperBound, start: start))
        }
    }

    /// The class of a byte that is folded and kept in any context, or of a space that is kept
    /// because ASCII follows it and Han precedes it; `nil`: needs a closer look.
    @inline(__always)
    private static func plainASCII(
        _ text: [UInt8], _ at: Int, _ end: Int, after previous: ScalarClass
    ) -> ScalarClass? {
        let byte = text[at]
        if 0x21...0x7E ~= byte {
            // The next scalar may be a mark of this one.
            if at + 1 < end, text[at + 1] >= 0xCC, !(0xE4...0xE9 ~= text[at + 1]) { return nil }
            let kind = ScalarClass.ascii(byte)
            return kind == .other && Typography.mayChange(byte) ? nil : kind
        }
        guard byte == 0x20, previous == .word || previous == .other, at + 1 < end,
            0x21...0x7E ~= text[at + 1]
        else { return nil }
        return .other
    }

    private mutating func record(_ step: Step) {
        if let last = steps.last, last.folded == step.folded {
            steps[steps.count - 1] = step
        } else {
            steps.append(step)
        }
    }

    /// White space and zero-width characters between two kept scalars.
    private struct Gap {
        var hasSpace = false
        var hasLineEnd = false

        func isDropped(between a: ScalarClass, and b: ScalarClass) -> Bool {
            switch (a, b) {
            case (.han, .word), (.word, .han): true
            case (.han, .han): hasLineEnd
            default: false
            }
        }
    }
}
