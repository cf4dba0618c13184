/// Where the sentences of a text begin and how the page calls them, in bits, beside the text.
///
/// `SentenceStarts` guesses; told is what is else. Three ascending lists, each a number, how many
/// there are, and so many numbers, each less the one before, less one: likely starts that are none,
/// by their number; starts besides, in bytes; and, behind a bit that is 1, the numbers of the
/// anchors. A 0 says that they are `s1`, `s2` and so on. No sentences are no bits.
enum SentenceTable {
    /// What does not ascend is left out: such sentences belong to the one before.
    static func write(_ sentences: [(offset: Int, number: Int)], of text: [UInt8]) -> [UInt8] {
        var offsets: [UInt32] = []
        var numbers: [UInt32] = []
        for sentence in sentences {
            let (offset, number) = (UInt32(sentence.offset), UInt32(sentence.number))
            guard number > numbers.last ?? 0, offsets.isEmpty || offset > offsets[offsets.count - 1]
            else { continue }
            offsets.append(offset)
            numbers.append(number)
        }
        guard !offsets.isEmpty else { return [] }
        var wrong: [UInt32] = []
        var besides: [UInt32] = []
        var next = 0
        for (number, start) in SentenceStarts.likely(text).enumerated() {
            while next < offsets.count, offsets[next] < start {
                besides.append(offsets[next])
                next += 1
            }
            if next < offsets.count, offsets[next] == start {
                next += 1
            } else {
                wrong.append(UInt32(number))
            }
        }
        besides += offsets[next...]
        var output = BitWriter()
        output.append(ascending: wrong)
        output.append(ascending: besides)
        let isCounted = numbers.last == UInt32(numbers.count)
        output.append(isCounted ? 0 : 1, bits: 1)
        if !isCounted { output.append(ascending: numbers) }
        output.close()
        return output.bytes
    }

    /// `nil` when it is not such a table.
    static func read(_ bits: [UInt8], of text: [UInt8]) -> [(offset: Int, number: Int)]? {
        guard !bits.isEmpty else { return [] }
        var input = BitReader(bits)
        guard let wrong = input.ascending(), let besides = input.ascending(),
            let areNamed = input.bit()
        else { return nil }
        let isWrong = Set(wrong)
        let likely = SentenceStarts.likely(text).enumerated()
            .filter { !isWrong.contains(UInt32($0.offset)) }.map(\.element)
        let offsets = besides.isEmpty ? likely : (likely + besides).sorted()
        guard areNamed else {
            return offsets.enumerated().map { (Int($0.element), $0.offset + 1) }
        }
        guard let numbers = input.ascending(), numbers.count == offsets.count else { return nil }
        return zip(offsets, numbers).map { (Int($0), Int($1)) }
    }
}
