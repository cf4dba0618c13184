import Annotation

extension RecordWriter {
    mutating func write(_ reading: ArticleReading) {
        write(short: (reading.hasWikilinks ? 1 : 0) | (reading.addresses == nil ? 0 : 2))
        if let addresses = reading.addresses { write(addresses) }
        write(short: reading.mentions.count)
        for (mention, span) in zip(reading.mentions, reading.spans) {
            write(short: mention.range.lowerBound)
            write(short: mention.range.count)
            write(short: mention.entity)
            write(short: mention.sentence)
            write(short: ArticleReading.reasons.firstIndex(of: mention.reason) ?? 0)
            write(short: span.start)
            write(short: span.end)
            write(bytesOf: span.words)
        }
    }
}

extension RecordReader {
    mutating func reading() throws -> ArticleReading {
        let flags = try shortNumber()
        let addresses = flags & 2 == 0 ? nil : try fingerprint()
        let count = try shortNumber()
        var mentions: [Mention] = []
        var spans: [ArticleReading.Span] = []
        for _ in 0..<count {
            let start = try shortNumber()
            let end = start + (try shortNumber())
            let entity = try shortNumber()
            let sentence = try shortNumber()
            let reason = try shortNumber()
            guard ArticleReading.reasons.indices.contains(reason), start <= end else {
                throw Malformed()
            }
            mentions.append(
                Mention(
                    range: start..<end, entity: entity, sentence: sentence,
                    reason: ArticleReading.reasons[reason]))
            let first = try shortNumber()
            let last = try shortNumber()
            spans.append(
                ArticleReading.Span(
                    words: try text(bytes: end - start), start: first, end: last))
        }
        return ArticleReading(
            mentions: mentions, spans: spans, addresses: addresses, hasWikilinks: flags & 1 != 0)
    }
}

extension ArticleReading {
    /// By the number that stands for them.
    fileprivate static let reasons: [Mention.Reason] = [
        .alias, .explicit, .decision, .about, .companion,
    ]
}
