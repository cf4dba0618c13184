/// Names and texts that look like Chinese and English to a matcher; the same for the same seed.
///
/// Words follow Zipf's law, and so do names in a text: a few make up much of all mentions. Every
/// other character of a name is a frequent one, so names share their beginnings with one another
/// and, now and then, with everyday words.
struct Language {
    enum Kind: String, CaseIterable {
        case chinese, english
    }

    private var random: RandomNumbers
    /// Everyday words in UTF-8, the most frequent first.
    private var words: [Kind: [[UInt8]]] = [:]
    /// Latin words that occur in names alone.
    private var properWords: [[UInt8]] = []

    init(seed: UInt64) {
        random = RandomNumbers(seed: seed)
        let english = (0..<30_000).map { _ in latinWord("b c d f g h l m n p r s t w sh th st ch") }
        let chinese = (0..<30_000).map { _ in han(1 + random.below(3), rare: 0) }
        words = [.english: english, .chinese: chinese]
        properWords = (0..<100_000).map { _ in latinWord("j k q v x z br cr dr fr gr kl pr tr") }
    }

    /// Every other one Chinese, of two to six characters, or English, of one to three words; of the
    /// English ones every third begins with an everyday word. None twice.
    mutating func names(_ count: Int) -> [Kind: [[UInt8]]] {
        var names: [Kind: [[UInt8]]] = [:]
        for kind in Kind.allCases {
            var known = Set<[UInt8]>()
            var list: [[UInt8]] = []
            while list.count < count / 2 {
                let name = kind == .chinese ? han(2 + random.below(5), rare: 1) : latinName()
                if known.insert(name).inserted { list.append(name) }
            }
            names[kind] = list
        }
        return names
    }

    /// Articles of 11 kB in which every `distance`-th word is a name.
    mutating func articles(_ kind: Kind, bytes: Int, names: [[UInt8]], distance: Int) -> [[UInt8]] {
        (0..<bytes / 11_000).map { _ in
            var text: [UInt8] = []
            while text.count < 11_000 {
                for place in 1...20 {
                    text += place % distance == 0
                        ? names[random.rank(names.count)] : everydayWord(kind)
                    if kind == .english { text.append(0x20) }
                }
                text += Array((kind == .english ? "and. " : "，").utf8)
            }
            return text
        }
    }

    private mutating func everydayWord(_ kind: Kind) -> [UInt8] {
        let list = words[kind] ?? []
        return list[random.rank(list.count)]
    }

    private mutating func latinName() -> [UInt8] {
        let first = random.below(3) == 0 ? everydayWord(.english) : random.one(of: properWords)
        let rest = (0...random.below(2)).map { _ in random.one(of: properWords) }
        return Array(([first] + rest).joined(separator: [0x20]))
    }

    private mutating func latinWord(_ heads: String) -> [UInt8] {
        let heads = heads.split(separator: " ")
        let tails = "a e i o u ai ea ee ou an ar en er in on or un al el as es is".split(separator: " ")
        return (0...random.below(3)).flatMap { _ in
            Array((random.one(of: heads) + random.one(of: tails)).utf8)
        }
    }

    /// - Parameter rare: how many of two characters are any of 4,000, not mostly the frequent ones.
    private mutating func han(_ count: Int, rare: Int) -> [UInt8] {
        (0..<count).flatMap { _ -> [UInt8] in
            let rank = random.below(2) < rare ? random.below(4000) : random.rank(4000)
            // Spread over the block: neighbors in rank are no neighbors in a table.
            let scalar = 0x4E00 + UInt32(rank) &* 4999 % 20_000
            return [
                UInt8(0xE0 | scalar >> 12), UInt8(0x80 | scalar >> 6 & 0x3F),
                UInt8(0x80 | scalar & 0x3F),
            ]
        }
    }
}
