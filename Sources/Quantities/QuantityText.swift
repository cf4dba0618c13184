import Text

/// The scalars of a text as quantities are read from them: folded in width, case and script, each
/// with the byte it came from.
struct QuantityText: Sendable {
    /// Folded; minus signs and dashes are kept apart.
    private(set) var folded: [UInt32] = []
    /// Only folded in width: K and k differ.
    private(set) var cased: [UInt32] = []
    /// Byte offset of every scalar, and the length of the text.
    private(set) var offsets: [Int] = []

    /// - Parameter bytes: valid UTF-8.
    init(_ bytes: [UInt8]) {
        folded.reserveCapacity(bytes.count / 2)
        cased.reserveCapacity(bytes.count / 2)
        offsets.reserveCapacity(bytes.count / 2)
        var at = 0
        while at < bytes.count {
            let (scalar, length) = UTF8Scalars.decode(bytes, at: at)
            let narrow = 0xFF01...0xFF5E ~= scalar ? scalar - 0xFEE0 : scalar
            // A full-width comma ends a clause; it groups digits that are full-width too, and three
            // digits after one to three (1，234亿元).
            let isComma =
                scalar == "，" && !Self.isWideDigit(bytes, at + length)
                && !Self.isGroup(bytes, at, at + length)
            cased.append(isComma ? scalar : narrow)
            folded.append(isComma ? scalar : Folding.fold(narrow))
            offsets.append(at)
            at += length
        }
        offsets.append(bytes.count)
    }

    private static func isWideDigit(_ bytes: [UInt8], _ at: Int) -> Bool {
        at < bytes.count && 0xFF10...0xFF19 ~= UTF8Scalars.decode(bytes, at: at).scalar
    }

    /// Whether one to three digits stand before `at` and exactly three at `next`.
    private static func isGroup(_ bytes: [UInt8], _ at: Int, _ next: Int) -> Bool {
        func isDigit(_ index: Int) -> Bool {
            bytes.indices.contains(index) && bytes[index] &- 0x30 < 10
        }
        let before = (1...4).prefix { isDigit(at - $0) }.count
        let start = at - before - 1
        let isPart =
            bytes.indices.contains(start) && [0x2C, 0x2E, 0x2F, 0x3A, 0x2D].contains(bytes[start])
        guard 1...3 ~= before, !isPart, (0..<3).allSatisfy({ isDigit(next + $0) }),
            !isDigit(next + 3)
        else { return false }
        return next + 3 == bytes.count || bytes[next + 3] &- 0x61 >= 26
    }

    var count: Int { folded.count }

    /// 0 beyond the ends.
    subscript(index: Int) -> UInt32 {
        index >= 0 && index < folded.count ? folded[index] : 0
    }

    func bytes(_ range: Range<Int>) -> Range<Int> {
        offsets[range.lowerBound]..<offsets[range.upperBound]
    }

    func has(_ word: [UInt32], at index: Int) -> Bool {
        guard index >= 0, index + word.count <= folded.count else { return false }
        for (distance, scalar) in word.enumerated() where folded[index + distance] != scalar {
            return false
        }
        return true
    }

    func has(_ word: String, at index: Int) -> Bool {
        var at = index
        for scalar in word.unicodeScalars {
            guard self[at] == scalar else { return false }
            at += 1
        }
        return true
    }

    func isDigit(_ index: Int) -> Bool { self[index] &- 0x30 < 10 }
    func isLetter(_ index: Int) -> Bool { self[index] &- 0x61 < 26 }
    func isHan(_ index: Int) -> Bool { ScalarClass(self[index]) == .han }
    func isSpace(_ index: Int) -> Bool { ScalarClass(self[index]) == .space }

    /// The index after any spaces at `index`.
    func skippingSpaces(_ index: Int) -> Int {
        var index = index
        while index < count, isSpace(index), self[index] != "\n" { index += 1 }
        return index
    }

    /// The index of the first of the spaces that end before `index`.
    func skippingSpaces(before index: Int) -> Int {
        var index = index
        while index > 0, isSpace(index - 1), self[index - 1] != "\n" { index -= 1 }
        return index
    }
}

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

    /// - Parameter words: each row lists words, separated by white space (`_` is a space inside of
    ///   a
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
