import Text

/// Words with a meaning, matched at a place of a text; the longest wins.
///
/// A word that begins or ends in a Latin letter needs a boundary there.
struct WordTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        var word: [UInt32]
        var value: Value
    }

    private var byFirst: [UInt32: [Entry]] = [:]
    private var byLast: [UInt32: [Entry]] = [:]

    /// - Parameter words: each row lists words, apart by white space (`_` is a space inside of a
    ///   word), and what they mean.
    init(_ rows: [(words: String, value: Value)]) {
        for row in rows {
            for part in row.words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                let word = part.unicodeScalars.map { $0 == "_" ? 0x20 : Folding.fold($0.value) }
                guard let first = word.first, let last = word.last else { continue }
                byFirst[first, default: []].append(Entry(word: word, value: row.value))
                byLast[last, default: []].append(Entry(word: word, value: row.value))
            }
        }
        byFirst = byFirst.mapValues { $0.sorted { $0.word.count > $1.word.count } }
        byLast = byLast.mapValues { $0.sorted { $0.word.count > $1.word.count } }
    }

    /// What its words begin with.
    var firsts: some Sequence<UInt32> { byFirst.keys }

    /// The longest word that begins at `index`.
    func match(_ text: QuantityText, at index: Int) -> (value: Value, end: Int)? {
        guard let entries = byFirst[text[index]] else { return nil }
        for entry in entries where text.has(entry.word, at: index) {
            let end = index + entry.word.count
            if text.isLetter(end - 1), text.isLetter(end) || text.isDigit(end) { continue }
            return (entry.value, end)
        }
        return nil
    }

    /// The longest word that ends before `index`.
    func match(_ text: QuantityText, before index: Int) -> (value: Value, start: Int)? {
        guard let entries = byLast[text[index - 1]] else { return nil }
        for entry in entries where text.has(entry.word, at: index - entry.word.count) {
            let start = index - entry.word.count
            if text.isLetter(start), text.isLetter(start - 1) || text.isDigit(start - 1) {
                continue
            }
            return (entry.value, start)
        }
        return nil
    }
}

extension WordTable where Value == Bool {
    /// A plain list.
    init(_ words: String) {
        self.init([(words, true)])
    }

    func holds(_ text: QuantityText, at index: Int) -> Bool { match(text, at: index) != nil }
    func holds(_ text: QuantityText, before index: Int) -> Bool {
        index > 0 && match(text, before: index) != nil
    }
}
