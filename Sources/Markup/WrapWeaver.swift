/// Weaves wraps into HTML: decides at every border of an element which wraps stand outside it,
/// which inside, and which must be split, so that everything nests.
///
/// A wrap goes around a whole element when it covers it and no wrap of lower level begins or ends
/// inside the element; else it is closed before the element and written again inside.
struct WrapWeaver {
    private struct Open {
        var index: Int
        /// Written in the form for links.
        var asInLink: Bool
        var isInLink: Bool
    }

    /// What is asked of a wrap all the time, apart from its strings: copying those costs more than
    /// the rest.
    private struct Place {
        var start: Int
        var end: Int
        var level: Int
        /// Becomes a link, so that it may not hold one.
        var isLink: Bool
    }

    private let wraps: [InlineWrap]
    private let places: [Place]
    private var next = 0
    /// Begun and not ended at the current place, in order.
    private var active: [Int] = []
    /// Written and not closed, from outside to inside.
    private var stack: [Open] = []
    private var written: [Bool]
    /// Up to where the plain text has been written.
    private var reached = 0

    var isEmpty: Bool { wraps.isEmpty }
    /// How many wraps are open: an element remembers it when it opens.
    var depth: Int { stack.count }

    init(_ wraps: [InlineWrap]) {
        let found = wraps.enumerated().map { index, wrap in
            (
                index: index,
                place: Place(
                    start: wrap.range.lowerBound, end: wrap.range.upperBound, level: wrap.level,
                    isLink: wrap.openInLink != nil)
            )
        }.filter { $0.place.start < $0.place.end }.sorted {
            ($0.place.start, $0.place.level, $1.place.end, $0.index)
                < ($1.place.start, $1.place.level, $0.place.end, $1.index)
        }
        places = found.map(\.place)
        self.wraps = found.map { wraps[$0.index] }
        written = Array(repeating: false, count: places.count)
    }

    /// Writes text that stands at `offset` of the plain text, with every wrap that belongs to it.
    ///
    /// `mark` is the depth at which the element around the text was opened.
    mutating func text(
        _ bytes: ArraySlice<UInt8>, at offset: Int, mark: Int, inLink: Bool, into out: inout [UInt8]
    ) {
        var at = offset
        let end = offset + bytes.count
        while at < end {
            advance(to: at)
            set(
                to: active.filter { !isOpen($0, below: mark) }, mark: mark, inLink: inLink,
                into: &out)
            var stop = end
            for index in active { stop = min(stop, places[index].end) }
            if next < places.count { stop = min(stop, places[next].start) }
            let from = bytes.startIndex + at - offset
            out.appendEscaped(bytes[from..<from + stop - at])
            at = stop
            reached = stop
        }
    }

    /// Before an element over `range` of the plain text is opened: leaves open, or opens, what goes
    /// around it.
    mutating func approach(
        _ range: Range<Int>, holdsLink: Bool, mark: Int, inLink: Bool, into out: inout [UInt8]
    ) {
        advance(to: range.lowerBound)
        var near = active
        if range.isEmpty {
            near = stack[mark...].map(\.index).filter { places[$0].end > range.lowerBound }
        } else {
            var index = next
            while index < places.count, places[index].start < range.upperBound {
                near.append(index)
                index += 1
            }
            near = near.filter { !isOpen($0, below: mark) }.sorted(by: isOutside)
        }
        let around = near.prefix { index in
            let place = places[index]
            return place.start <= range.lowerBound && place.end >= range.upperBound
                && !(holdsLink && place.isLink)
        }
        set(to: Array(around), mark: mark, inLink: inLink, into: &out)
    }

    /// Closes every wrap that was opened since the depth was `mark`.
    mutating func close(to mark: Int, into out: inout [UInt8]) {
        while stack.count > mark, let open = stack.popLast() {
            if open.asInLink, let close = wraps[open.index].closeInLink {
                out += close.utf8
            } else {
                out += wraps[open.index].close.utf8
            }
            if places[open.index].end <= reached, !open.isInLink,
                let after = wraps[open.index].after
            {
                out += after.utf8
            }
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
            let asInLink = inLink && places[index].isLink
            if asInLink, let open = wraps[index].openInLink {
                out += open.utf8
            } else {
                out += (written[index] ? wraps[index].reopen : wraps[index].open).utf8
            }
            written[index] = true
            stack.append(Open(index: index, asInLink: asInLink, isInLink: inLink))
        }
    }

    private mutating func advance(to offset: Int) {
        reached = max(reached, offset)
        if active.contains(where: { places[$0].end <= offset }) {
            active.removeAll { places[$0].end <= offset }
        }
        while next < places.count, places[next].start <= offset {
            if places[next].end > offset {
                let at = active.firstIndex { isOutside(next, $0) } ?? active.count
                active.insert(next, at: at)
            }
            next += 1
        }
    }

    private func isOpen(_ index: Int, below mark: Int) -> Bool {
        for open in stack[..<mark] where open.index == index { return true }
        return false
    }

    private func isOutside(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (places[a], places[b])
        if x.level != y.level { return x.level < y.level }
        if x.start != y.start { return x.start < y.start }
        return x.end != y.end ? x.end > y.end : a < b
    }
}
