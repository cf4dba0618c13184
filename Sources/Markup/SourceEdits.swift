/// A replacement of bytes of a Markdown source.
struct SourceEdit: Equatable {
    var range: Range<Int>
    var text: [UInt8]

    init(_ range: Range<Int>, _ text: [UInt8]) {
        self.range = range
        self.text = text
    }

    init(insert text: String, at offset: Int) {
        self.init(offset..<offset, Array(text.utf8))
    }
}

/// A source after edits, and where its bytes were before.
struct EditedSource {
    /// Bytes that were copied, in both sources.
    private struct Piece {
        var edited: Int
        var original: Int
        var count: Int
    }

    private(set) var bytes: [UInt8] = []
    private var pieces: [Piece] = []

    /// `nil` if two edits overlap: runs of many stars can be paired across one another.
    init?(_ source: [UInt8], _ edits: [SourceEdit]) {
        bytes.reserveCapacity(source.count + edits.count * 8)
        var done = 0
        let ordered = edits.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        for edit in ordered.map(\.element) {
            guard edit.range.lowerBound >= done else { return nil }
            copy(source, done..<edit.range.lowerBound)
            bytes += edit.text
            done = edit.range.upperBound
        }
        copy(source, done..<source.count)
    }

    private mutating func copy(_ source: [UInt8], _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        pieces.append(Piece(edited: bytes.count, original: range.lowerBound, count: range.count))
        bytes += source[range]
    }

    /// A range of the edited source in the original one; `nil` if it begins or ends with inserted
    /// bytes.
    func original(_ range: Range<Int32>) -> Range<Int32>? {
        guard !range.isEmpty, let first = byte(Int(range.lowerBound)),
            let last = byte(Int(range.upperBound) - 1), first <= last
        else { return nil }
        return Int32(first)..<Int32(last + 1)
    }

    /// Like `original`, but inserted bytes at an end have the place of their edit.
    func around(_ range: Range<Int32>) -> Range<Int32> {
        guard !range.isEmpty else { return 0..<0 }
        let start = byte(Int(range.lowerBound)) ?? edge(after: Int(range.lowerBound))
        let end =
            byte(Int(range.upperBound) - 1).map { $0 + 1 } ?? edge(before: Int(range.upperBound))
        return start < end ? Int32(start)..<Int32(end) : 0..<0
    }

    private func byte(_ offset: Int) -> Int? {
        guard let piece = piece(at: offset), offset < piece.edited + piece.count else { return nil }
        return piece.original + offset - piece.edited
    }

    private func edge(after offset: Int) -> Int {
        let next = pieces.first { $0.edited >= offset }
        return next?.original ?? pieces.last.map { $0.original + $0.count } ?? 0
    }

    private func edge(before offset: Int) -> Int {
        piece(at: max(0, offset - 1)).map { $0.original + $0.count } ?? 0
    }

    /// The last piece that begins at or before an offset.
    private func piece(at offset: Int) -> Piece? {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].edited <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? pieces[low - 1] : nil
    }
}

extension MarkdownDocument {
    /// The document of an edited source, with the original one as its source.
    func placed(in edited: EditedSource, original: [UInt8]) -> MarkdownDocument {
        var events = events
        for index in events.indices where !events[index].source.isEmpty {
            let place = events[index].source
            let before =
                events[index].node.isInline ? edited.original(place) : edited.around(place)
            // Text that grew together over removed marks has no place of its own.
            let isText = events[index].node == .text
            events[index].source = isText && before?.count != place.count ? 0..<0 : before ?? 0..<0
        }
        let notes = notes.map { note in
            var note = note
            let place = edited.around(Int32(note.offset)..<Int32(note.offset + 1))
            note.offset = Int(place.lowerBound)
            return note
        }
        return MarkdownDocument(source: original, events: events, arena: arena, notes: notes)
    }
}
