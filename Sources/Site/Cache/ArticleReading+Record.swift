import Annotation
import Files
import Text

extension RecordWriter {
    mutating func write(_ reading: ArticleReading) {
        write(short: (reading.hasWikilinks ? 1 : 0) | (reading.addresses == nil ? 0 : 2))
        if let addresses = reading.addresses { write(addresses) }
        write(short: reading.mentions.count)
        for (mention, codePoints) in zip(reading.mentions, reading.codePoints) {
            write(mention.range)
            write(short: mention.entity)
            write(short: mention.sentence)
            write(short: mention.reason.rawValue)
            write(codePoints.range)
        }
        write(reading.words)
        for context in reading.contexts { write(Int(bitPattern: UInt(context))) }
        for id in reading.sentenceIDs { write(Int(bitPattern: UInt(id.bits))) }
    }
}

extension RecordReader {
    mutating func reading() throws -> ArticleReading {
        let flags = try shortNumber()
        let addresses = flags & 2 == 0 ? nil : try fingerprint()
        let count = try shortCount()
        var mentions: [Mention] = []
        var codePoints: [ShortRange] = []
        mentions.reserveCapacity(count)
        codePoints.reserveCapacity(count)
        var length = 0
        for _ in 0..<count {
            let range = try smallRange()
            let entity = try smallNumber()
            let sentence = try smallNumber()
            guard let reason = Mention.Reason(rawValue: try shortNumber()) else {
                throw Malformed()
            }
            mentions.append(
                Mention(
                    range: range, entity: entity, sentence: sentence,
                    reason: reason))
            codePoints.append(ShortRange(try smallRange()))
            length += range.count
        }
        let words = try piece()
        guard words.count == length else { throw Malformed() }
        let contexts = try (0..<count).map { _ in UInt64(UInt(bitPattern: try number())) }
        let sentences = try (0..<count).map { _ in
            PlaceID(bits: UInt64(UInt(bitPattern: try number())))
        }
        return ArticleReading(
            mentions: mentions, codePoints: codePoints, words: words, contexts: contexts,
            sentenceIDs: sentences, addresses: addresses, hasWikilinks: flags & 1 != 0)
    }

    private mutating func smallNumber() throws -> Int {
        let number = try shortNumber()
        guard 0...Int(Int32.max) ~= number else { throw Malformed() }
        return number
    }

    private mutating func smallRange() throws -> Range<Int> {
        let range = try range()
        guard range.upperBound <= Int(Int32.max) else { throw Malformed() }
        return range
    }
}
