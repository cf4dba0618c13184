/// Weaves wraps into HTML: decides at every border of an element which wraps stand outside it, which inside,
/// and which must be split, so that everything nests.
///
/// A wrap goes around a whole element when it covers it and no wrap of lower level begins or ends inside the
/// element; else it is closed before the element and written again inside.
struct WrapWeaver {
    private struct Open {
        var index: Int
        var inLink: Bool
    }

    private let wraps: [InlineWrap]
    private var next = 0
    /// Begun and not ended at the current place, in order.
    private var active: [Int] = []
    /// Written and not closed, from outside to inside.
    private var stack: [Open] = []
    private var written: [Bool]

    var isEmpty: Bool { wraps.isEmpty }
    /// How many wraps are open: an element remembers it when it opens.
    var depth: Int { stack.count }

    init(_ wraps: [InlineWrap]) {
        self.wraps = wraps.filter { !$0.range.isEmpty }.sorted {
            ($0.range.lowerBound, $0.level, -$0.range.upperBound)
                < ($1.range.lowerBound, $1.level, -$1.range.upperBound)
        }
        written = Array(repeating: false, count: self.wraps.count)
    }

    /// Writes text that stands at `offset` of the plain text, with every wrap that belongs to it.
    /// `mark` is the depth at which the element around the text was opened.
    mutating func text(
        _ bytes: ArraySlice<UInt8>, at offset: Int, mark: Int, inLink: Bool, into out: inout [UInt8]
    ) {
        var at = offset
        let end = offset + bytes.count
        while at < end {
            advance(to: at)
            set(to: active.filter { !isOpen($0, below: mark) }, mark: mark, inLink: inLink, into: &out)
            var stop = end
            for index in active { stop = min(stop, wraps[index].range.upperBound) }
            if next < wraps.count { stop = min(stop, wraps[next].range.lowerBound) }
            let from = bytes.startIndex + at - offset
            out.appendEscaped(bytes[from..<from + stop - at])
            at = stop
        }
    }

    /// Before an element over `range` of the plain text is opened: leaves open, or opens, what goes around it.
    mutating func approach(
        _ range: Range<Int>, holdsLink: Bool, mark: Int, inLink: Bool, into out: inout [UInt8]
    ) {
        advance(to: range.lowerBound)
        var near = active
        if range.isEmpty {
            near = stack[mark...].map(\.index).filter { wraps[$0].range.upperBound > range.lowerBound }
        } else {
            var index = next
            while index < wraps.count, wraps[index].range.lowerBound < range.upperBound {
                near.append(index)
                index += 1
            }
            near = near.filter { !isOpen($0, below: mark) }.sorted(by: isOutside)
        }
        let around = near.prefix { index in
            let wrap = wraps[index]
            return wrap.range.lowerBound <= range.lowerBound && wrap.range.upperBound >= range.upperBound
                && !(holdsLink && wrap.openInLink != nil)
        }
        set(to: Array(around), mark: mark, inLink: inLink, into: &out)
    }

    /// Closes every wrap that was opened since the depth was `mark`.
    mutating func close(to mark: Int, into out: inout [UInt8]) {
        while stack.count > mark, let open = stack.popLast() {
            let wrap = wraps[open.index]
            out += (open.inLink ? wrap.closeInLink ?? wrap.close : wrap.close).utf8
        }
    }

    private mutating func set(to wanted: [Int], mark: Int, inLink: Bool, into out: inout [UInt8]) {
        var same = 0
        while mark + same < stack.count, same < wanted.count,
            stack[mark + same].index == wanted[same]
        {
            same += 1
        }
        close(to: mark + same, into: &out)
        for index in wanted[same...] {
            let wrap = wraps[index]
            let asInLink = inLink && wrap.openInLink != nil
            let again = written[index] ? wrap.reopen : wrap.open
            out += (asInLink ? wrap.openInLink ?? again : again).utf8
            written[index] = true
            stack.append(Open(index: index, inLink: asInLink))
        }
    }

    private mutating func advance(to offset: Int) {
        active.removeAll { wraps[$0].range.upperBound <= offset }
        var grew = false
        while next < wraps.count, wraps[next].range.lowerBound <= offset {
            if wraps[next].range.upperBound > offset {
                active.append(next)
                grew = true
            }
            next += 1
        }
        if grew { active.sort(by: isOutside) }
    }

    private func isOpen(_ index: Int, below mark: Int) -> Bool {
        stack[..<mark].contains { $0.index == index }
    }

    private func isOutside(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (wraps[a], wraps[b])
        return (x.level, x.range.lowerBound, -x.range.upperBound, a)
            < (y.level, y.range.lowerBound, -y.range.upperBound, b)
    }
}
