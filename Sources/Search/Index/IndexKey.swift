import Text

/// A term as the index files write it, in UTF-8; keys are sorted by their bytes.
///
/// | key | term |
/// | --- | --- |
/// | `腾讯` | two Han characters side by side |
/// | `.腾` | one Han character, wherever it stands |
/// | `=gpt` | a word; all words with a prefix stand together |
/// | `=ai大` | a word and the Han character that follows it |
/// | `:g`, `:gp` | every word that begins so: prefixes too short for a range |
/// | `腾讯云@`, `=tencent_cloud@` | a whole name; spaces are written `_` |
enum IndexKey {
    static let wordMark: UInt8 = 0x3D
    static let prefixMark: UInt8 = 0x3A
    static let characterMark: UInt8 = 0x2E
    static let nameEnd: UInt8 = 0x40
    /// First byte of a name in the word table, where words stand without a mark.
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
            // A word with the character after it, whose word has a key of its own.
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

    /// Whether a key is two Han characters, whose postings tell what follows.
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
