import Annotation
import Markup
import Text

/// Writes the target of an annotation with three selectors of the same words: their code points in
/// `text.txt`, the words with their context, and the sentence of the page that contains them.
///
/// `prefix` and `suffix` are up to 32 code points of the same block. `scope` is the page whose
/// fragment the third selector names. Source: https://www.w3.org/TR/selectors-states/
struct AnnotationTarget {
    private static let contextLength = 32

    private let text: ArticleText
    private let utf8: [UInt8]
    private let blocks: [PlainText.Block]
    private let places: [UInt8]
    private var count: CodePointCounter

    init(_ text: ArticleText, source: String, scope: String) {
        self.text = text
        utf8 = text.plain.utf8
        blocks = text.plain.blocks
        places = JSONWriter.members { json in
            json.member("source", source)
            json.member("scope", scope)
        }
        count = CodePointCounter(utf8)
    }

    /// - Parameter range: bytes of the plain text. Ascending starts cost one pass in all.
    mutating func write(_ range: Range<Int>, into json: inout JSONWriter) {
        let start = count(range.lowerBound)
        let end = start + codePoints(in: range)
        let sentence = text.sentence(at: range.lowerBound)
        json.key("target")
        json.value { append(range, start..<end, sentence, to: &$0) }
    }

    /// The target as an object.
    ///
    /// - Parameters:
    ///   - range: bytes of the plain text.
    ///   - codePoints: the same counted in code points.
    ///   - sentence: index of the one in which the range begins.
    func append(
        _ range: Range<Int>, _ codePoints: Range<Int>, _ sentence: Int, to json: inout [UInt8]
    ) {
        let block = blocks[text.sentences[sentence].block].range
        json.append("{")
        json += places
        json.append(#","selector":[{"type":"TextPositionSelector","start":"#)
        json.appendDecimal(codePoints.lowerBound.magnitude)
        json.append(#","end":"#)
        json.appendDecimal(codePoints.upperBound.magnitude)
        json.append(#"},{"type":"TextQuoteSelector","exact":"#)
        JSONText.append(utf8: utf8[range], to: &json)
        json.append(#","prefix":"#)
        JSONText.append(utf8: utf8[before(range.lowerBound, block)], to: &json)
        json.append(#","suffix":"#)
        JSONText.append(utf8: utf8[after(range.upperBound, block)], to: &json)
        json.append(#"},{"type":"FragmentSelector","conformsTo":"#)
        json.append(#""http://tools.ietf.org/rfc/rfc3236","value":"s"#)
        text.id(ofSentence: sentence).append(to: &json)
        json.append(#""}]}"#)
    }

    private func codePoints(in range: Range<Int>) -> Int {
        utf8[range].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }

    private func before(_ offset: Int, _ block: Range<Int>) -> Range<Int> {
        var start = offset
        var left = Self.contextLength
        while start > block.lowerBound, left > 0 {
            start -= 1
            if utf8[start] & 0xC0 != 0x80 { left -= 1 }
        }
        return start..<offset
    }

    private func after(_ offset: Int, _ block: Range<Int>) -> Range<Int> {
        var end = offset
        var left = Self.contextLength
        while end < block.upperBound, left > 0 {
            // The first byte of a character determines its length.
            let first = utf8[end]
            end += first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            left -= 1
        }
        return offset..<min(end, block.upperBound)
    }
}
