import Annotation
import Text

/// The forms of one article that the model sees, and those between title marks.
struct ModelForms: Sendable {
    /// Probability from which a span of the model is evidence.
    static let minimum: Float = 0.05
    /// Longest work between 《 and 》, in scalars.
    private static let longestTitle = 24

    let names: NameFinder

    func forms(in folded: FoldedText, of text: ArticleText) -> FormTable {
        var forms: FormTable = [:]
        for found in names.find(folded, original: text.plain.utf8, minimum: Self.minimum) {
            let form = Array(folded.bytes[found.range])
            guard !Self.holdsMarks(form) else { continue }
            var evidence = forms.removeValue(forKey: form) ?? FormEvidence()
            evidence.support[Int(found.kind.rawValue)] += found.probability
            evidence.highest = max(evidence.highest, found.probability)
            forms[form] = evidence
        }
        for title in titles(in: folded.bytes) {
            forms[Array(title), default: FormEvidence()].titleMarks += 1
        }
        return forms
    }

    /// Whether a form goes over the end of a sentence or clause.
    private static func holdsMarks(_ form: [UInt8]) -> Bool {
        let isLatin = form.allSatisfy { $0 < 0x80 }
        return String(decoding: form, as: UTF8.self).unicodeScalars.contains {
            ["。", "、", ";", "…", "\"", "《", "》"].contains($0)
                || !isLatin && [",", ":", "!", "?"].contains($0)
        }
    }

    private func titles(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var titles: [ArraySlice<UInt8>] = []
        var start: Int?
        var length = 0
        var at = 0
        while at < bytes.count {
            let (scalar, size) = UTF8Scalars.decode(bytes, at: at)
            if scalar == "《" {
                start = at + size
                length = 0
            } else if scalar == "》" || scalar == "\n" {
                if let begin = start, scalar == "》", 1...Self.longestTitle ~= length {
                    titles.append(bytes[begin..<at])
                }
                start = nil
            } else {
                length += 1
            }
            at += size
        }
        return titles
    }
}
