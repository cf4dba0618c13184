import Archive
import Text

/// Finds a capitalized word beside a person's one-word name that is none of that person's names:
/// in Hunter Biden and Patrick Carlineo, `Biden` and `Patrick` are probably somebody else.
///
/// Words that are not names are known from a list (titles, beginnings of sentences, days), and from
/// the article: a word that it also writes in small letters is an ordinary word. In a title with
/// capitals throughout, only the word before the name counts. German is left out, where all nouns
/// have capitals.
struct NeighborNames {
    private let text: [UInt8]
    private let blocks: ArticleText
    private let entities: [Entity]

    init(_ text: ArticleText, _ entities: [Entity]) {
        self.text = text.plain.utf8
        blocks = text
        self.entities = entities
    }

    /// - Parameters:
    ///   - range: a name in the plain text.
    ///   - people: the entities that it may mean.
    ///   - names: places of other names.
    /// - Returns: the word, in bytes of the plain text.
    func word(beside range: Range<Int>, of people: [Int], names: SpanIndex<Bool>) -> Range<Int>? {
        guard people.allSatisfy({ entities[$0].kind == .person }), isOneWord(range) else {
            return nil
        }
        var sides = [before(range.lowerBound)]
        if !isInCapitals(blockRange(range)) { sides.append(behind(range.upperBound)) }
        for case let word? in sides {
            let letters = text[word]
            guard isName(letters), !people.contains(where: { isOwn(letters, entities[$0]) }),
                !isOrdinary(word),
                !names.contains(overlapping: word, where: { _, isPerson in !isPerson })
            else { continue }
            return word
        }
        return nil
    }

    /// Whether a name is at least beside a space and begins with a Latin letter.
    static func mayBeOne(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        text[range.lowerBound] < 0xE0
            && (range.lowerBound > 0 && text[range.lowerBound - 1] == 0x20
                || range.upperBound < text.count && text[range.upperBound] == 0x20)
    }

    private func blockRange(_ range: Range<Int>) -> Range<Int> {
        blocks.block(at: range.lowerBound).map { blocks.plain.blocks[$0].range } ?? range
    }

    // MARK: Words

    /// Whether a name is one Latin word.
    private func isOneWord(_ range: Range<Int>) -> Bool {
        guard let first = text[range].first, first < 0xE0 else { return false }
        return NameForm.isCapital(UTF8Scalars.decode(text, at: range.lowerBound).scalar) != nil
            && !text[range].contains { $0 == 0x20 || $0 == 0x0A || $0 >= 0xE3 || $0 == 0x2E }
    }

    /// The word before a space; over initials (James P.
    ///
    /// Kennedy).
    private func before(_ start: Int) -> Range<Int>? {
        guard start > 1, text[start - 1] == 0x20 else { return nil }
        var end = start - 1
        if text[end - 1] == UInt8(ascii: ".") {
            let initial = wordStart(end - 1)
            guard end - 1 - initial == 1, initial > 1, text[initial - 1] == 0x20 else {
                return nil
            }
            end = initial - 1
        }
        let word = wordStart(end)..<end
        return word.isEmpty ? nil : word
    }

    private func behind(_ end: Int) -> Range<Int>? {
        guard end + 1 < text.count, text[end] == 0x20 else { return nil }
        let start = end + 1
        var at = start
        while at < text.count, isLetter(at) { at += 1 }
        return at > start ? start..<at : nil
    }

    private func wordStart(_ end: Int) -> Int {
        var at = end
        while at > 0, isLetter(at - 1) { at -= 1 }
        return at
    }

    /// Letters of Latin words, and what joins them.
    private func isLetter(_ at: Int) -> Bool {
        let byte = text[at]
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x27, 0x2D: return true
        case 0x80...0xDF: return true
        // ’ is E2 80 99.
        case 0xE2: return at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] == 0x99
        default: return false
        }
    }

    /// A capital and a small letter; no possessive.
    private func isName(_ word: ArraySlice<UInt8>) -> Bool {
        let scalars = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
        guard let first = scalars.first, NameForm.isCapital(first) == true,
            scalars.dropFirst().contains(where: { NameForm.isCapital($0) == false })
        else { return false }
        return !scalars.contains { $0 == "'" || $0 == "’" || 0x30...0x39 ~= $0 }
    }

    private func isOwn(_ word: ArraySlice<UInt8>, _ person: Entity) -> Bool {
        let word = FoldedText.key(String(decoding: word, as: UTF8.self))
        return person.allAliases.contains { alias in
            FoldedText.key(alias.text).split { $0 == 0x20 || $0 == 0x2E || $0 == 0x2D }
                .contains { $0.elementsEqual(word) }
                || FoldedText.key(alias.text).split(separator: 0x20).contains {
                    $0.elementsEqual(word)
                }
        }
    }

    private func isOrdinary(_ range: Range<Int>) -> Bool {
        let word = String(decoding: text[range], as: UTF8.self).lowercased()
        if Self.ordinary.contains(word) { return true }
        let search = ByteSearch(Array(word.utf8))
        var at = 0
        while let found = search.first(in: text, from: at, to: text.count) {
            let end = found + word.utf8.count
            if found == 0 || !isLetter(found - 1), end >= text.count || !isLetter(end) {
                return true
            }
            at = found + 1
        }
        return false
    }

    /// Whether most words of a block begin with a capital, as in titles.
    private func isInCapitals(_ block: Range<Int>) -> Bool {
        let words = text[block].split { $0 == 0x20 || $0 == 0x0A }.filter { $0.count > 3 }
        let capitals = words.count { 0x41...0x5A ~= ($0.first ?? 0) }
        return words.count > 1 && capitals * 5 >= words.count * 4
    }

    private static let ordinary: Set<String> = Set(
        """
        president vice senator senators sen congressman congresswoman representative rep governor gov mayor judge
        justice secretary minister premier chancellor ambassador speaker chairman chairwoman chair director general
        colonel captain major lieutenant sergeant officer detective sheriff agent inspector commissioner chief coach
        doctor dr professor prof mr mrs ms miss sir dame lord lady king queen prince princess duke duchess pope bishop
        cardinal rabbi reverend rev father sister brother mother aunt uncle saint st attorney counsel dean editor
        author actor actress singer rapper director producer star founder co-founder executive candidate democrat
        republican rep nominee analyst spokesman spokeswoman spokesperson former then-president ex-president leader
        the a an and but or if when while after before since as because although though until once yet so for in on at
        by to from with without of about under over between among during through against per via like unlike despite
        that this these those there here what who whom whose which why where how did does do is was were are has had
        have will would could should can may might must let both either neither even only just also still now then
        later today yesterday tomorrow meanwhile however instead perhaps maybe asked said says told no not yes he she
        it they we you i his her their our your its my all some many most few each every another other such according
        again ask did photo image video watch read see monday tuesday wednesday thursday friday saturday sunday january
        february march april may june july august september october november december administration campaign cabinet
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
