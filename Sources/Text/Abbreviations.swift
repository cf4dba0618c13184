/// Whether a full stop followed by white space ends a sentence, in Latin script.
///
/// Words that carry a stop of their own are of three kinds: those that something always follows
/// (`Mr.`, `e.g.`, `v.`), those that a number follows (`No.`, `vol.`), and those that may also be
/// the last word (`Inc.`, `U.S.`, `Mass.`, initials). The last end a sentence only before a word
/// that mostly begins one. Words that are also everyday words (`Rep.`, `Mass.`, `Sat.`) count only
/// with a capital, states only after a comma, a hyphen or a bracket.
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
        if start == stop, isInitialBeyondASCII(text, stop, sentence) {
            return begins(text, at: next, end: end, isAfterInitial: true)
        }
        guard start < stop, !isInsideWord(text, start, sentence) else { return true }
        let word = String(decoding: text[start..<stop], as: UTF8.self)
        let lower = word.lowercased()
        let isCapital = text[start] >= 0x41 && text[start] <= 0x5A
        if start == sentence, isListNumber(lower) { return false }
        if followed.contains(lower) && (stop - start > 1 || !isCapital) { return false }
        if isCapital, titles.contains(lower) { return false }
        if numbered.contains(lower), stop - start > 1 || !isCapital {
            return !isDigit(text[next]) && !isRoman(text, next, end)
        }
        let isInitial = stop - start == 1 && isCapital
        if isInitial, word == "I", isAfterSmallLetters(text, start, sentence) { return true }
        guard
            isInitial || isDotted(lower) || final.contains(lower)
                || isCapital && capitalized.contains(lower)
                || isCapital && states.contains(lower) && isInPlace(text, start, sentence)
        else { return true }
        return begins(text, at: next, end: end, isAfterInitial: isInitial)
    }

    /// Whether what follows an abbreviation begins a sentence.
    private static func begins(
        _ text: [UInt8], at next: Int, end: Int, isAfterInitial: Bool
    ) -> Bool {
        let (scalar, length) = UTF8Scalars.decode(text, at: next)
        switch scalar {
        case "-", "–", "—", "―", "/", "&": return false
        case "\"", "“", "‘", "«":
            let inside = next + length
            guard inside < end else { return true }
            let first = UTF8Scalars.decode(text, at: inside).scalar
            if SentenceMarks.isLowercase(first) { return false }
            // John F. “Jack” Kennedy
            return !isAfterInitial || starters.contains(word(text, inside, end))
        default:
            // A Chinese sentence ends with 。, so an abbreviation goes on before Han characters.
            if scalar >= 0x80 { return ScalarClass(scalar) == .other }
            return starters.contains(word(text, next, end))
        }
    }

    /// `Ö.` after a space.
    private static func isInitialBeyondASCII(_ text: [UInt8], _ stop: Int, _ sentence: Int) -> Bool
    {
        guard let (scalar, length) = UTF8Scalars.decode(text, before: stop), scalar >= 0xC0,
            scalar < 0x250, Folding.fold(scalar) != scalar, stop - length > sentence
        else { return false }
        return text[stop - length - 1] == 0x20 || text[stop - length - 1] == 0x2E
    }

    /// A letter beyond ASCII precedes: the bytes that were read are the end of a longer word.
    private static func isInsideWord(_ text: [UInt8], _ start: Int, _ sentence: Int) -> Bool {
        guard start > sentence, text[start - 1] >= 0x80,
            let (scalar, _) = UTF8Scalars.decode(text, before: start)
        else { return false }
        return ScalarClass(scalar) == .word
    }

    /// `so did I.`, not `Gerald I. Smith`.
    private static func isAfterSmallLetters(_ text: [UInt8], _ start: Int, _ sentence: Int) -> Bool
    {
        var at = start
        while at > sentence, text[at - 1] == 0x20 { at -= 1 }
        var first: UInt8?
        while at > sentence, isWordByte(text[at - 1]) {
            at -= 1
            first = text[at]
        }
        return first.map { $0 >= 0x61 && $0 <= 0x7A } ?? false
    }

    /// `Boston, Mass.`, `D-Mass.`, `(Mass.`.
    private static func isInPlace(_ text: [UInt8], _ start: Int, _ sentence: Int) -> Bool {
        var at = start
        while at > sentence, text[at - 1] == 0x20 { at -= 1 }
        guard at > sentence else { return false }
        return text[at - 1] == 0x2C || text[start - 1] == 0x2D || text[start - 1] == 0x28
            || UTF8Scalars.decode(text, before: start).map { $0.scalar == "–" } ?? false
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

    private static func words(_ list: String) -> Set<String> {
        Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    /// In small letters or capitals; one letter only in small ones.
    private static let followed = words(
        "cf dr e.g eds esp i.e incl messrs mr mrs ms mme mlle prof profs sgt v viz vs")

    /// Before a name, with a capital.
    private static let titles = words(
        """
        adm amb asst atty brig capt cmdr cmdre col comdr cpl cpt det drs ft gen gens gov govs hon \
        insp lt maj mgr msgr mt mts ofc pfc pres pt pvt rep reps rev revs sen sens spc sra srta \
        ste supt
        """)

    /// Before a number; one letter only in small ones.
    ///
    /// A unit of measure is one, too: `6 ft. 2`.
    private static let numbered = words(
        """
        apt art b bldg c ca ch d eq ext fig figs fl ft hwy in lb lbs no nos nr op oz p par pp r \
        rm rte sect v vol vols \
        jan feb mar apr jun jul aug sep sept oct nov dec
        """)

    private static let final = words(
        """
        al approx bros co corp cos dept est etc inc intl jr llc llp ltd mfg natl plc sr st univ
        """)

    /// With a capital, because they are words or names as well.
    private static let capitalized = words(
        """
        assn assoc assocs ave blvd div ed esq exec hts jct ln mon pkwy rd sat sec secs sq tel \
        thu thur thurs treas tue tues wed fri \
        ariz calif colo conn fla kans mich minn mont nebr nev okla ont oreg penn que tenn wyo
        """)

    /// After a comma, a hyphen or a bracket, because they are everyday words.
    private static let states = words(
        """
        ala alta ark cal del ga id ida ill ind kan ky la man mass md me miss mo neb ore pa sask \
        tex va vt wash wis
        """)

    private static let starters = words(
        """
        A About According After All Also Although Among An And Another Are As At Because Before \
        Both But By Could Despite Did Do Does Due During Each Even Every For From Had Has Have He \
        Her Here His How However I If In Instead Is It Its Just Last Later Many Meanwhile Most Mr \
        Mrs Ms My No Nor Not Now On Once One Only Or Our Perhaps Several She Should Since So Some \
        Still Such That The Their Then There These They This Those Though Thus To Today Two Under \
        Until Was We Were What When Where Whether Which While Who Why With Would Yes Yesterday Yet \
        You Your
        """)
}
