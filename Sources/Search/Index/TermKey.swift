import Text

/// A term in 36 bits: two halves of 18.
///
/// Two scalars for Han text, the second 0 for the last of a run; these keys sort like their text. A
/// word's number is below the first Han character: its last twelve bits, then the others.
enum TermKey {
    /// Keys of words have a smaller upper half.
    static let firstHan = ("々" as Unicode.Scalar).value
    private static let wordGroups = 1 << 12

    /// No Han character is greater.
    static let lastScalar: UInt32 = 0x3FFFF

    /// - Parameter second: 0 for none.
    @inline(__always)
    static func han(_ first: UInt32, _ second: UInt32) -> UInt64 {
        UInt64(first) << 18 | UInt64(second)
    }

    static func first(_ key: UInt64) -> UInt32 { UInt32(key >> 18) }
    static func second(_ key: UInt64) -> UInt32 { UInt32(key & 0x3FFFF) }

    static func word(_ number: Int) -> UInt64 {
        UInt64(number % wordGroups) << 18 | UInt64(number / wordGroups)
    }

    /// The number of a word.
    static func word(of key: UInt64) -> Int {
        Int(second(key)) * wordGroups + Int(first(key))
    }

    /// Places in a unit are counted up to here, and then from 0 again.
    static let positions = 1 << 6
}

/// A term as the index files write it, in UTF-8; keys are sorted by their bytes.
///
/// | key | term |
/// | --- | --- |
/// | `腾讯` | two Han characters side by side |
/// | `.腾` | one Han character |
/// | `=gpt` | a word; all words with a prefix stand together |
/// | `=ai大` | a word and the Han character that follows it |
/// | `:g`, `:gp` | every word that begins so: prefixes too short for a range |
/// | `腾讯云@`, `=tencent_cloud@` | a whole name; spaces are written `_` |
enum IndexKey {
    static let wordMark: UInt8 = 0x3D
    static let prefixMark: UInt8 = 0x3A
    static let characterMark: UInt8 = 0x2E
    static let nameEnd: UInt8 = 0x40
    /// First byte of a name in the word table, where words have no mark.
    static let nameMark: UInt8 = 0x01

    static func word(_ word: some Sequence<UInt8>) -> [UInt8] {
        [wordMark] + word
    }

    static func prefix(_ prefix: some Sequence<UInt8>) -> [UInt8] {
        [prefixMark] + prefix
    }

    /// - Parameter name: folded, not empty.
    static func name(_ name: some Sequence<UInt8>) -> [UInt8] {
        let bytes = joined(name) + [nameEnd]
        let isHan = CharacterClasses.shared.isHan(UTF8Scalars.decode(bytes, at: 0).scalar)
        return isHan ? bytes : [wordMark] + bytes
    }

    /// A name as a key has it: without white space.
    static func joined(_ name: some Sequence<UInt8>) -> [UInt8] {
        name.map { $0 == 0x20 || $0 == 0x0A ? 0x5F : $0 }
    }

    /// The first letters of a word's key; `nil` when it has fewer.
    static func prefix(ofWordKey key: [UInt8], letters: Int) -> [UInt8]? {
        var at = 1
        for _ in 0..<letters {
            guard at < key.count else { return nil }
            let (scalar, length) = UTF8Scalars.decode(key, at: at)
            // The word is followed by a Han character; the word itself has its own key.
            guard !CharacterClasses.shared.isHan(scalar) else { return nil }
            at += length
        }
        return Array(key[1..<at])
    }

    /// - Parameter second: 0 for none, which is where the pairs of the first begin.
    static func han(_ first: UInt32, _ second: UInt32 = 0) -> [UInt8] {
        var key: [UInt8] = []
        UTF8Scalars.append(first, to: &key)
        if second != 0 { UTF8Scalars.append(second, to: &key) }
        return key
    }

    static func character(_ character: UInt32) -> [UInt8] {
        [characterMark] + han(character)
    }

    /// Whether a key is two Han characters, whose postings have positions.
    static func isPair(_ key: [UInt8]) -> Bool {
        guard key.last != nameEnd else { return false }
        return CharacterClasses.shared.isHan(UTF8Scalars.decode(key, at: 0).scalar)
    }

    /// The keys of a shard: words that a space separates, where Han characters after the first each
    /// make a pair with it.
    static func expanded(_ keys: [UInt8]) -> [[UInt8]] {
        var expanded: [[UInt8]] = []
        for word in keys.split(separator: 0x20) {
            let word = Array(word)
            let (first, length) = UTF8Scalars.decode(word, at: 0)
            guard length < word.count, word.last != nameEnd, CharacterClasses.shared.isHan(first)
            else {
                expanded.append(word)
                continue
            }
            var at = length
            while at < word.count {
                let (second, next) = UTF8Scalars.decode(word, at: at)
                expanded.append(han(first, second))
                at += next
            }
        }
        return expanded
    }
}

/// Words and names by number, each kept once: open addressing over one arena of bytes.
struct WordTable {
    private(set) var count = 0
    private var arena: [UInt8] = []
    private var starts: [UInt32] = [0]
    /// Number of a word plus one; 0 is free.
    ///
    /// A power of two long.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)

    subscript(word: Int) -> ArraySlice<UInt8> {
        arena[Int(starts[word])..<Int(starts[word + 1])]
    }

    /// The number of a word, a range of a text.
    mutating func number(_ text: [UInt8], _ range: Range<Int>) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: Self.hash(text[range])) & mask
        while slots[slot] != 0 {
            let word = Int(slots[slot]) - 1
            if self[word].elementsEqual(text[range]) { return word }
            slot = (slot + 1) & mask
        }
        arena += text[range]
        starts.append(UInt32(arena.count))
        count += 1
        slots[slot] = UInt32(count)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    /// All numbers, by the words' bytes.
    func sorted() -> [Int] {
        (0..<count).sorted { self[$0].lexicographicallyPrecedes(self[$1]) }
    }

    private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash ^ hash >> 29
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for word in 0..<count {
            var slot = Int(truncatingIfNeeded: Self.hash(self[word])) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(word + 1)
        }
    }
}
