/// Where sentences begin and end, in Chinese and in languages with spaces.
///
/// A sentence ends after a run of 。！？… (and `.` `!` `?` where the rules below say so) together with
/// the quotes and brackets that close after it. The rules, in the order in which they are asked:
/// 1. A run in front of which nothing has been said (……他走了) ends nothing.
/// 2. Nothing ends inside 《a title！》, inside an address, or before a mark that goes on (，、；：).
/// 3. 。！？ end; … ends unless a lower-case letter follows.
/// 4. `!` and `?` end before white space, a Han character or a quote, but not before a lower-case
///    word.
/// 5. `.` needs white space after it, or Han characters on both sides; it does not end after an
///    abbreviation, an initial or the number of a list item, nor inside a decimal.
/// 6. `Q：` and `A：` (问： and 答：) after white space begin a turn, whatever precedes them.
///
/// White space at the edges belongs to no sentence; every other byte belongs to exactly one.
public enum Sentences {
    /// - Parameters:
    ///   - text: valid UTF-8.
    ///   - block: the paragraph, heading or cell to divide.
    /// - Returns: ranges of `text`, ascending; empty when the block is white space alone.
    public static func ranges(in text: [UInt8], block: Range<Int>) -> [Range<Int>] {
        var scanner = SentenceScanner(text, block)
        return scanner.run()
    }
}

/// One walk over one block.
private struct SentenceScanner {
    let text: [UInt8]
    let end: Int
    var at: Int
    /// Start of the sentence being read; `nil` between sentences.
    var start: Int?
    /// A letter, digit or Han character has been read since `start`.
    var hasWords = false
    /// End of the last byte that is not white space.
    var solidEnd: Int
    /// No sentence ends before this offset: it is inside a title or an address.
    var heldUntil: Int
    var sawQuestionTurn = false
    var found: [Range<Int>] = []

    init(_ text: [UInt8], _ block: Range<Int>) {
        self.text = text
        at = block.lowerBound
        end = block.upperBound
        solidEnd = block.lowerBound
        heldUntil = block.lowerBound
        found.reserveCapacity(block.count / 48 + 1)
    }

    mutating func run() -> [Range<Int>] {
        while at < end {
            let byte = text[at]
            if byte >= 0xE4, byte < 0xEA {
                // Han ideographs, nearly all of the text.
                turn()
                begin()
                hasWords = true
                // A turn begins only after something other than words.
                repeat { at += 3 } while at < end && text[at] >= 0xE4 && text[at] < 0xEA
                solidEnd = at
                continue
            }
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            let kind = ScalarClass(scalar)
            if kind == .space {
                at += length
                continue
            }
            if kind == .han || kind == .word {
                turn()
                begin()
                hasWords = true
                if byte == 0x68 || byte == 0x77 || byte == 0x48 { address() }
                at += length
            } else if SentenceMarks.isTerminator(scalar) {
                begin()
                terminate()
                continue
            } else {
                begin()
                if scalar == "《" { title() }
                at += length
            }
            solidEnd = at
        }
        finish()
        return found
    }

    /// The next byte belongs to a sentence.
    private mutating func begin() {
        if start == nil { start = at }
    }

    private mutating func finish() {
        defer {
            start = nil
            hasWords = false
        }
        guard let start, solidEnd > start else { return }
        if !hasWords, let last = found.indices.last {
            found[last] = found[last].lowerBound..<solidEnd
        } else {
            found.append(start..<solidEnd)
        }
    }

    /// Reads a run of terminators and what closes after it, and ends the sentence if it is an end.
    private mutating func terminate() {
        let run = at
        var kinds = SentenceMarks.Kinds()
        var behind = at
        var isClosed = false
        while behind < end {
            let (scalar, length) = UTF8Scalars.decode(text, at: behind)
            if let kind = SentenceMarks.kind(scalar) {
                if isClosed, kind == .stop { break }
                kinds.insert(kind)
            } else if SentenceMarks.isCloser(scalar), !isOpeningQuote(scalar, at: behind, length) {
                isClosed = true
            } else {
                break
            }
            behind += length
        }
        at = behind
        solidEnd = behind
        guard hasWords, behind >= heldUntil, ends(run: run, behind: behind, kinds, isClosed) else {
            return
        }
        finish()
    }

    /// `"` and `'` open when white space precedes them and none follows.
    private func isOpeningQuote(_ scalar: UInt32, at offset: Int, _ length: Int) -> Bool {
        guard scalar == 0x22 || scalar == 0x27, offset + length < end else { return false }
        guard let before = UTF8Scalars.decode(text, before: offset) else { return true }
        return ScalarClass(before.scalar) == .space
    }

    private func ends(run: Int, behind: Int, _ kinds: SentenceMarks.Kinds, _ isClosed: Bool) -> Bool
    {
        var next = behind
        while next < end {
            let (scalar, length) = UTF8Scalars.decode(text, at: next)
            guard ScalarClass(scalar) == .space else { break }
            next += length
        }
        guard next < end else { return true }
        let (scalar, _) = UTF8Scalars.decode(text, at: next)
        if SentenceMarks.goesOn(scalar) { return false }
        if kinds.contains(.full) { return true }
        let hasSpace = next > behind
        let isLower = SentenceMarks.isLowercase(scalar)
        if kinds.contains(.ellipsis) || isDots(run) {
            return !isLower
                && (hasSpace || isClosed || ScalarClass(scalar) != .word || isHan(before: run))
        }
        if kinds.contains(.mark) {
            if hasSpace || isClosed { return !isLower }
            return isHan(before: run) || ScalarClass(scalar) == .han
                || SentenceMarks.isOpener(scalar)
        }
        if !hasSpace, !isClosed {
            return isHan(before: run)
                && (ScalarClass(scalar) == .han || SentenceMarks.isOpener(scalar))
        }
        if isLower { return false }
        // A bracket that closes after an abbreviation is no end: Sen. Casey (D-Pa.) Monday.
        if isClosed, !endsInBracket(behind) { return true }
        return Abbreviations.canEnd(
            text, sentence: start ?? run, stop: run, next: next, end: end)
    }

    private func endsInBracket(_ behind: Int) -> Bool {
        guard let (scalar, _) = UTF8Scalars.decode(text, before: behind) else { return false }
        return scalar.isOne(of: ")]）］")
    }

    private func isDots(_ run: Int) -> Bool {
        run + 1 < end && text[run] == 0x2E && text[run + 1] == 0x2E
    }

    private func isHan(before offset: Int) -> Bool {
        guard let (scalar, _) = UTF8Scalars.decode(text, before: offset) else { return false }
        return ScalarClass(scalar) == .han || SentenceMarks.isCloser(scalar)
    }

    /// Ends the sentence before `at` when a turn of an interview begins here.
    private mutating func turn() {
        guard let turn = SentenceMarks.turn(text, at: at, end: end) else { return }
        let isApart = start == nil || solidEnd < at
        if turn == .question, isApart {
            sawQuestionTurn = true
            finish()
        } else if turn == .answer, isApart, sawQuestionTurn {
            finish()
        }
    }

    /// A title in book marks ends no sentence, if it closes soon.
    private mutating func title() {
        var offset = at
        for _ in 0..<60 where offset < end {
            let (scalar, length) = UTF8Scalars.decode(text, at: offset)
            offset += length
            if scalar == "》" {
                heldUntil = max(heldUntil, offset)
                return
            }
        }
    }

    /// An address runs to the first byte that is not printable ASCII; marks at its end are not its
    /// own.
    private mutating func address() {
        guard at >= heldUntil, SentenceMarks.beginsAddress(text, at: at, end: end) else { return }
        var stop = at
        while stop < end, text[stop] > 0x20, text[stop] < 0x7F, text[stop] != 0x3C,
            text[stop] != 0x3E,
            text[stop] != 0x22
        {
            stop += 1
        }
        while stop > at, SentenceMarks.trailsAddress(text[stop - 1]) { stop -= 1 }
        heldUntil = max(heldUntil, stop)
    }
}
