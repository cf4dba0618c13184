import Text

/// Quantities as JSON lines, for people who want to see how words are read.
public enum QuantityLines {
    /// One JSON object for each quantity of `text`: `text`, `words`, `span` (two offsets in code
    /// points of `text`, the end exclusive), `low`, `high`, `unit`, `modality`; `problem` where the
    /// number is too large or too long to be computed with.
    public static func lines(of text: String) -> [String] {
        let bytes = Array(text.utf8)
        var offset = 0
        var points = 0
        func point(_ byte: Int) -> Int {
            while offset < byte {
                if bytes[offset] & 0xC0 != 0x80 { points += 1 }
                offset += 1
            }
            return points
        }
        return Quantity.all(in: bytes).map { quantity in
            let words = String(decoding: bytes[quantity.range], as: UTF8.self)
            let start = point(quantity.range.lowerBound)
            let end = point(quantity.range.upperBound)
            var line = "{\"text\":\(JSONText.quoted(text)),\"words\":\(JSONText.quoted(words))"
            line += ",\"span\":[\(start),\(end)],\"low\":\(quantity.low?.description ?? "null")"
            line += ",\"high\":\(quantity.high?.description ?? "null")"
            line += ",\"unit\":\(quantity.unit.map(JSONText.quoted) ?? "null")"
            line += ",\"modality\":\"\(quantity.modality.rawValue)\""
            return line + (quantity.isOutOfRange ? ",\"problem\":\"out-of-range\"}" : "}")
        }
    }
}
