import Annotation
import Files
import Text

/// Anchors are written without the article's index, which may change between builds.
extension RecordWriter {
    mutating func write(_ ledger: ArticleLedger) {
        write(ledger.statements) { writer, statement in
            writer.write(short: statement.claim)
            writer.write(short: statement.statement)
            writer.write(statement.anchor)
        }
        for remarks in [ledger.sic, ledger.notes] {
            write(remarks) { writer, remark in
                writer.write(short: remark.index)
                writer.write(remark.anchor)
            }
        }
    }

    private mutating func write(_ anchor: QuoteAnchor) {
        write(short: anchor.range.lowerBound)
        write(short: anchor.range.count)
        write(short: anchor.sentence)
        write(Int(bitPattern: UInt(anchor.sentenceID.bits)))
    }
}

extension RecordReader {
    /// Anchors have the article index 0; see `moved(to:)`.
    mutating func ledger() throws -> ArticleLedger {
        ArticleLedger(
            statements: try list {
                ArticleLedger.Statement(
                    claim: try $0.shortNumber(), statement: try $0.shortNumber(),
                    anchor: try $0.anchor())
            }, sic: try remarks(), notes: try remarks())
    }

    private mutating func remarks() throws -> [ArticleLedger.Remark] {
        try list { ArticleLedger.Remark(index: try $0.shortNumber(), anchor: try $0.anchor()) }
    }

    private mutating func anchor() throws -> QuoteAnchor {
        let start = try shortNumber()
        let count = try shortNumber()
        guard start >= 0, count >= 0 else { throw Malformed() }
        return QuoteAnchor(
            article: 0, range: start..<start + count, sentence: try shortNumber(),
            sentenceID: PlaceID(bits: UInt64(UInt(bitPattern: try number()))))
    }
}

extension ArticleLedger {
    /// The same ledger with the index of another article.
    func moved(to article: Int) -> ArticleLedger {
        guard !isEmpty else { return self }
        func moved(_ anchor: QuoteAnchor) -> QuoteAnchor {
            QuoteAnchor(
                article: article, range: anchor.range, sentence: anchor.sentence,
                sentenceID: anchor.sentenceID)
        }
        return ArticleLedger(
            statements: statements.map {
                Statement(claim: $0.claim, statement: $0.statement, anchor: moved($0.anchor))
            }, sic: sic.map { Remark(index: $0.index, anchor: moved($0.anchor)) },
            notes: notes.map { Remark(index: $0.index, anchor: moved($0.anchor)) })
    }
}
