import Text

/// Weaves wraps into HTML: decides at every boundary of an element which wraps are outside it,
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

    private struct Place {
        var start: Int
        var end: Int
        var level: Int
        /// Becomes a link, so that it may not hold one.
        var isLink: Bool
        var tag: Int
        var id: PlaceID?
        /// Among the wraps as they were given.
        var order: Int

        func isOutside(_ other: Place) -> Bool {
            if level != other.level { return level < other.level }
            if start != other.start { return start < other.start }
            return end != other.end ? end > other.end : order < other.order
        }
    }

    private let tags: InlineTags
    private let places: [Place]
    private var next = 0
    /// Begun and not ended at the current place, in order.
    private var active: [Int] = []
    /// Which are to be open above a mark; kept for its memory.
    private var wanted: [Int] = []
    /// Written and not closed, from outside to inside.
    private var stack: [Open] = []
    private var written: [Bool]
    /// Up to where the plain text has been written.
    private var reached = 0

    var isEmpty: Bool { places.isEmpty }
    var count: Int { places.count }
    /// How many wraps are open: an element remembers it when it opens.
    var depth: Int { stack.count }

    init(_ wraps: [InlineWrap], _ tags: InlineTags) {
        var places: [Place] = []
        places.reserveCapacity(wraps.count)
        for (order, wrap) in wraps.enumerated() where !wrap.range.isEmpty {
            places.append(
                Place(
                    start: wrap.range.lowerBound, end: wrap.range.upperBound, level: wrap.level,
                    isLink: tags.isLink(wrap.tag), tag: wrap.tag, id: wrap.id,
                    order: order))
        }
        places.sort {
            ($0.start, $0.level, $1.end, $0.order) < ($1.start, $1.level, $0.end, $1.order)
        }
        self.places = places
        self.tags = tags
        written = Array(repeating: false, count: places.count)
    }

    /// Writes text that is at `offset` of the plain text, with every wrap that belongs to it.
    ///
    /// `mark` is the depth at which the element around the text was opened.
    mutating func text(
        _ bytes: ArraySlice<UInt8>, at offset: Int, mark: Int, inLink: Bool, into out: inout [UInt8]
    ) {
        var at = offset
        let end = offset + bytes.count
        while at < end {
            advance(to: at)
            wanted.removeAll(keepingCapacity: true)
            for index in active where !isOpen(index, below: mark) { wanted.append(index) }
            setWanted(mark: mark, inLink: inLink, into: &out)
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
        wanted.removeAll(keepingCapacity: true)
        if range.isEmpty {
            for open in stack[mark...] where places[open.index].end > range.lowerBound {
                wanted.append(open.index)
            }
        } else {
            for index in active where !isOpen(index, below: mark) { wanted.append(index) }
            var index = next
            while index < places.count, places[index].start < range.upperBound {
                if !isOpen(index, below: mark) { Self.insert(index, into: &wanted, places) }
                index += 1
            }
        }
        var around = 0
        while around < wanted.count {
            let place = places[wanted[around]]
            if place.start > range.lowerBound || place.end < range.upperBound { break }
            if holdsLink && place.isLink { break }
            around += 1
        }
        wanted.removeLast(wanted.count - around)
        setWanted(mark: mark, inLink: inLink, into: &out)
    }

    /// Closes every wrap that was opened since the depth was `mark`.
    mutating func close(to mark: Int, into out: inout [UInt8]) {
        while stack.count > mark, let open = stack.popLast() {
            let place = places[open.index]
            tags.append(open.asInLink ? .closeInLink : .close, of: place.tag, to: &out)
            if place.end <= reached, !open.isInLink {
                tags.append(.after, of: place.tag, to: &out)
            }
        }
    }

    private mutating func setWanted(mark: Int, inLink: Bool, into out: inout [UInt8]) {
        var same = 0
        while mark + same < stack.count, same < wanted.count,
            stack[mark + same].index == wanted[same]
        {
            same += 1
        }
        close(to: mark + same, into: &out)
        for at in same..<wanted.count {
            let index = wanted[at]
            let place = places[index]
            let asInLink = inLink && place.isLink
            if asInLink {
                tags.append(.openInLink, of: place.tag, to: &out)
            } else if written[index] {
                tags.append(.reopen, of: place.tag, to: &out)
            } else {
                tags.append(.open, of: place.tag, to: &out)
                place.id?.append(to: &out)
                tags.append(.openEnd, of: place.tag, to: &out)
            }
            written[index] = true
            stack.append(Open(index: index, asInLink: asInLink, isInLink: inLink))
        }
    }

    private mutating func advance(to offset: Int) {
        reached = max(reached, offset)
        var kept = 0
        for index in active.indices where places[active[index]].end > offset {
            active[kept] = active[index]
            kept += 1
        }
        active.removeLast(active.count - kept)
        while next < places.count, places[next].start <= offset {
            if places[next].end > offset { Self.insert(next, into: &active, places) }
            next += 1
        }
    }

    /// Inserts a wrap at its position in a list ordered from outside to inside.
    private static func insert(_ index: Int, into others: inout [Int], _ places: [Place]) {
        guard let last = others.last, places[index].isOutside(places[last]) else {
            return others.append(index)
        }
        var at = others.count - 1
        while at > 0, places[index].isOutside(places[others[at - 1]]) { at -= 1 }
        others.insert(index, at: at)
    }

    private func isOpen(_ index: Int, below mark: Int) -> Bool {
        for at in 0..<mark where stack[at].index == index { return true }
        return false
    }
}
