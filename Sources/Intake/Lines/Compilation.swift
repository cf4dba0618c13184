/// Finds the articles of a source that runs several together: a topic page, a digest.
///
/// A source is taken apart only on structure that one article does not have, in this order:
/// 1. two or more publishers in brackets, each closing a body, with a title after every one but
///    the last;
/// 2. two or more titles, the first at the top, each followed directly by its own byline;
/// 3. titles and very long one-line bodies in turn, from the first line to the last. Headings,
///    short lines and separators alone never split a source.
enum Compilation {
    /// The lines of each article, in order; one range when the source is one article.
    static func split(_ lines: [String], fenced: [Bool]) -> [Range<Int>] {
        let rows = lines.indices.compactMap { i -> Row? in
            fenced[i] ? nil : Row(i, lines[i])
        }
        guard rows.count >= 4 else { return [lines.startIndex..<lines.endIndex] }
        let starts =
            byClosingOutlets(rows).map { withTurns($0, rows) } ?? byBylines(rows) ?? byTurns(rows)
        guard let starts, starts.count >= 2 else { return [lines.startIndex..<lines.endIndex] }
        return starts.indices.map { k in
            let from = k == 0 ? lines.startIndex : starts[k]
            return from..<(k + 1 < starts.count ? starts[k + 1] : lines.endIndex)
        }
    }

    /// A line that is not blank.
    private struct Row {
        let index: Int
        let line: VisibleLine
        let shape: LineShape
        let isHashtags: Bool

        init?(_ index: Int, _ text: String) {
            // A long line is always a body; its content is not examined here.
            let line = VisibleLine(text)
            let shape = LineShape(line.text)
            guard shape.letters > 0 else { return nil }
            self.index = index
            self.line = line
            self.shape = shape
            isHashtags = Hashtags.of(text) != nil
        }

        /// Short and no sentence; a title may ask or exclaim.
        var canBeTitle: Bool {
            guard shape.letters >= 4, shape.letters <= 60, shape.scalars <= 100, !isHashtags else {
                return false
            }
            guard let last = shape.lastInside else { return false }
            return !"。；;，,：:".unicodeScalars.contains(last) && line.links.isEmpty
        }
    }

    private static func byClosingOutlets(_ rows: [Row]) -> [Int]? {
        let closers = rows.indices.filter { k in
            k > 0 && ClosingOutlet(rows[k].line.text) != nil
                && (rows[k].shape.letters >= 60 || !rows[k].canBeTitle)
        }
        guard closers.count >= 2, let first = rows.first(where: { !$0.isHashtags }) else {
            return nil
        }
        var starts = [first.index]
        for k in closers.dropLast() {
            guard let next = rows[(k + 1)...].first(where: { !$0.isHashtags }), next.canBeTitle
            else { return nil }
            starts.append(next.index)
        }
        if let last = closers.last, last + 2 < rows.count, rows[last + 1].canBeTitle,
            rows[(last + 2)...].contains(where: { $0.shape.letters >= 200 })
        {
            starts.append(rows[last + 1].index)
        }
        // Every article needs a body, or the brackets close something smaller.
        let ends = starts.dropFirst() + [Int.max]
        for (from, to) in zip(starts, ends) {
            let letters = rows.filter { $0.index > from && $0.index < to }.reduce(0) {
                $0 + $1.shape.letters
            }
            if letters < 120 { return nil }
        }
        return starts
    }

    /// Where most parts are a title and one body line, a part of two or three such pairs is divided
    /// too: not every article names its publisher.
    private static func withTurns(_ starts: [Int], _ rows: [Row]) -> [Int] {
        let parts = starts.indices.map { k in
            let end = k + 1 < starts.count ? starts[k + 1] : Int.max
            return rows.filter { $0.index >= starts[k] && $0.index < end && !$0.isHashtags }
        }
        guard parts.count(where: { $0.count == 2 }) * 2 >= parts.count else { return starts }
        return parts.flatMap { part -> [Int] in
            guard part.count >= 4, part.count % 2 == 0,
                stride(from: 0, to: part.count, by: 2).allSatisfy({ k in
                    part[k].canBeTitle && part[k + 1].shape.letters >= 600
                })
            else { return [part[0].index] }
            return stride(from: 0, to: part.count, by: 2).map { part[$0].index }
        }
    }

    private static func byBylines(_ rows: [Row]) -> [Int]? {
        var starts: [Int] = []
        for k in rows.indices.dropLast(2) where rows[k].canBeTitle {
            guard let byline = Byline(rows[k + 1].line),
                byline.date != nil || !byline.sources.isEmpty,
                !byline.sources.isEmpty || !byline.authors.isEmpty || !byline.names.isEmpty
                    || byline.url != nil,
                rows[(k + 2)...].prefix(4).contains(where: { $0.shape.letters >= 40 })
            else { continue }
            starts.append(rows[k].index)
        }
        guard starts.count >= 2, let first = rows.first(where: { !$0.isHashtags }),
            first.index == starts[0]
        else {
            return nil
        }
        return starts
    }

    private static func byTurns(_ rows: [Row]) -> [Int]? {
        let hasHashtags = rows[0].isHashtags
        let turns = Array(rows.drop { $0.isHashtags })
        guard turns.count >= 4, turns.count % 2 == 0 else { return nil }
        let least = hasHashtags ? 600 : 1500
        for k in stride(from: 0, to: turns.count, by: 2) {
            guard turns[k].canBeTitle, turns[k + 1].shape.letters >= least else { return nil }
        }
        return stride(from: 0, to: turns.count, by: 2).map { turns[$0].index }
    }
}
