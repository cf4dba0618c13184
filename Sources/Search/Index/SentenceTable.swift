/// Where the sentences of a text begin and how the page calls them, in bits.
///
/// A number: what the offsets are below. A number: how many there are. Their offsets in bytes as a
/// list. A bit: 0 when they are `s1`, `s2` and so on; after a 1 the number of each anchor less the
/// one before, less one. No sentences are no bits.
enum SentenceTable {
    /// Anchors that are not `s` and a number are left out: their sentences belong to the one
    /// before.
    static func write(_ sentences: [(offset: Int, anchor: String)]) -> [UInt8] {
        var offsets: [UInt32] = []
        var numbers: [UInt32] = []
        for sentence in sentences {
            guard sentence.anchor.hasPrefix("s"), let number = UInt32(sentence.anchor.dropFirst()),
                number > numbers.last ?? 0,
                offsets.isEmpty || sentence.offset > offsets[offsets.count - 1]
            else { continue }
            offsets.append(UInt32(sentence.offset))
            numbers.append(number)
        }
        guard let last = offsets.last else { return [] }
        var output = BitWriter()
        output.append(last + 1)
        output.append(UInt32(offsets.count))
        output.append(offsets, below: Int(last) + 1)
        let isCounted = numbers.last == UInt32(numbers.count)
        output.append(isCounted ? 0 : 1, bits: 1)
        var next: UInt32 = 1
        for number in numbers where !isCounted {
            output.append(number - next)
            next = number + 1
        }
        output.close()
        return output.bytes
    }

    /// `nil` when it is not such a table.
    static func read(_ text: [UInt8]) -> [(offset: Int, anchor: String)]? {
        guard !text.isEmpty else { return [] }
        var input = BitReader(text)
        guard let limit = input.number(), let count = input.number(),
            let offsets = input.list(count: Int(count), below: Int(limit)),
            let areNamed = input.bit()
        else { return nil }
        var sentences: [(offset: Int, anchor: String)] = []
        var number: UInt32 = 0
        for offset in offsets {
            number += 1
            if areNamed {
                guard let gap = input.number() else { return nil }
                number += gap
            }
            sentences.append((Int(offset), "s\(number)"))
        }
        return sentences
    }
}
