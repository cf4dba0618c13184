/// Whether a full stop followed by white space ends a sentence, in Latin script.
///
/// Three kinds of words carry a stop of their own: those that something always follows (`Mr.`,
/// `e.g.`), those that a number follows (`No.`, `vol.`), and those that may also be the last word
/// (`Inc.`, `U.S.`, initials). The last end a sentence only before a word that mostly begins one.
enum Abbreviations {
    /// - Parameters:
    ///   - sentence: where the sentence begins.
    ///   - stop: offset of the full stop.
    ///   - next: offset of the first byte after the white space.
    static func canEnd(_ text: [UInt8], sentence: Int, stop: Int, next: Int, end: Int) -> Bool {
        var start = stop
        while start > sentence, isWordByte(text[start - 1]) || text[start - 1] == 0x2E {
            start -= 1
        }
        guard start < stop else { return true }
        let word = String(decoding: text[start..<stop], as: UTF8.self).lowercased()
        if start == sentence, isListNumber(word) { return false }
        if followed.contains(word) { return false }
        if numbered.contains(word) { return !isDigit(text[next]) && !isRoman(text, next, end) }
        let isInitial = stop - start == 1 && text[start] >= 0x41 && text[start] <= 0x5A
        guard isInitial || isDotted(word) || final.contains(word) else {
            return true
        }
        if text[next] >= 0x80 { return true }
        return starters.contains(self.word(text, next, end))
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte < 0x80 && ScalarClass.ascii(byte) == .word
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isNumber(_ word: String) -> Bool {
        word.utf8.allSatisfy { isDigit($0) || $0 == 0x2E }
    }

    /// `u.s`, `p.m`, `ph.d`: short pieces with stops between them, but no address.
    private static func isDotted(_ word: String) -> Bool {
        let pieces = word.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
        return pieces.count > 1 && !isNumber(word) && pieces.allSatisfy { $0.count <= 2 }
    }

    /// `1`, `12`, `2.3`, `b`, `iv` at the head of an item.
    private static func isListNumber(_ word: String) -> Bool {
        if isNumber(word) { return word.utf8.count <= 5 }
        return word.utf8.count == 1
            || word.utf8.count <= 4 && word.utf8.allSatisfy { "ivxlc".utf8.contains($0) }
    }

    private static func isRoman(_ text: [UInt8], _ at: Int, _ end: Int) -> Bool {
        var stop = at
        while stop < end, "IVXLC".utf8.contains(text[stop]) { stop += 1 }
        return stop > at && (stop == end || !isWordByte(text[stop]))
    }

    private static func word(_ text: [UInt8], _ at: Int, _ end: Int) -> String {
        var stop = at
        while stop < end, isWordByte(text[stop]) { stop += 1 }
        return String(decoding: text[at..<stop], as: UTF8.self)
    }

    private static let followed: Set<String> = [
        "adm", "capt", "cf", "col", "dr", "e.g", "ed", "eds", "esp", "gen", "gov", "hon", "i.e",
        "lt", "maj",
        "messrs", "mr", "mrs", "ms", "mt", "prof", "rep", "rev", "sen", "sgt", "st", "vs", "viz",
    ]
    private static let numbered: Set<String> = [
        "art", "ch", "eq", "fig", "figs", "no", "nos", "nr", "p", "pp", "sec", "vol", "vols",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]
    private static let final: Set<String> = [
        "al", "approx", "bros", "co", "corp", "dept", "est", "etc", "inc", "jr", "llc", "ltd",
        "plc", "sr",
        "univ",
    ]
    private static let starters: Set<String> = [
        "A", "After", "All", "Also", "An", "And", "As", "At", "Before", "But", "By", "For", "From",
        "He",
        "Her", "Here", "His", "How", "However", "I", "If", "In", "It", "Its", "Many", "Most", "My",
        "No",
        "Not", "Now", "On", "One", "Or", "Our", "She", "Since", "So", "Some", "Still", "That",
        "The", "Their",
        "Then", "There", "These", "They", "This", "Those", "To", "Today", "We", "What", "When",
        "Where",
        "Which", "While", "Who", "Why", "With", "Yes", "Yet", "You", "Your",
    ]
}
