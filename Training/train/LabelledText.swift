import Discovery
import Foundation

/// One line of training data: a text and the names in it.
struct LabelledText {
    struct Name {
        /// In Unicode scalars of the text.
        var range: Range<Int>
        /// `nil`: a name of a kind that the model does not have, or of an unknown kind.
        var kind: NameKind?
    }

    var text: String
    var names: [Name] = []
    /// Kinds that this source labels; what it does not label may be a name of another kind.
    var kinds: Set<NameKind>
    /// Whether it is of `sentences.tsv`.
    var isOwn = false
    /// How often the text counts in one pass.
    var weight = 1

    struct Malformed: Error, CustomStringConvertible {
        var description: String
    }

    /// Reads `id, source, text, KIND:string[@n]…`.
    static func sentences(_ path: String, weight: Int) throws -> [LabelledText] {
        try lines(path).enumerated().map { number, line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count >= 3 else {
                throw Malformed(description: "\(path):\(number + 1): \(columns.count) columns")
            }
            var text = LabelledText(
                text: String(columns[2]), kinds: Set(NameKind.allCases), weight: weight)
            text.isOwn = true
            let labels = columns[3...].filter { !$0.isEmpty }.map(Label.init)
            text.names = Label.places(labels, in: text.text)
            return text
        }
    }

    /// Reads `text, KIND:start-end…`, where the kind may be `ANY`.
    static func spans(_ path: String, kinds: Set<NameKind>, weight: Int = 1) throws
        -> [LabelledText]
    {
        try lines(path).enumerated().map { number, line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            var text = LabelledText(text: String(columns[0]), kinds: kinds, weight: weight)
            for label in columns.dropFirst() {
                let parts = label.split { $0 == ":" || $0 == "-" }
                guard parts.count == 3, let start = Int(parts[1]), let end = Int(parts[2]),
                    start < end
                else { throw Malformed(description: "\(path):\(number + 1): `\(label)`") }
                text.names.append(Name(range: start..<end, kind: NameKind(label: parts[0])))
            }
            return text
        }
    }

    private static func lines(_ path: String) throws -> [Substring] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    }
}

/// A label of `sentences.tsv`: every whole occurrence of a string, or the n-th one only.
private struct Label {
    var kind: NameKind?
    var scalars: [Unicode.Scalar]
    var occurrence: Int?

    init(_ label: Substring) {
        let colon = label.firstIndex(of: ":") ?? label.startIndex
        kind = NameKind(label: label[..<colon])
        var string = label[colon...].dropFirst()
        if let at = string.lastIndex(of: "@"), let number = Int(string[at...].dropFirst()) {
            occurrence = number
            string = string[..<at]
        }
        scalars = Array(string.unicodeScalars)
    }

    /// The names that the labels stand for; longer labels win over shorter ones inside them.
    static func places(_ labels: [Label], in text: String) -> [LabelledText.Name] {
        let scalars = Array(text.unicodeScalars)
        var names: [LabelledText.Name] = []
        for label in labels.sorted(by: { $0.scalars.count > $1.scalars.count }) {
            var seen = 0
            var at = 0
            while at + label.scalars.count <= scalars.count {
                let range = at..<at + label.scalars.count
                guard scalars[range].elementsEqual(label.scalars) else {
                    at += 1
                    continue
                }
                seen += 1
                let isTaken = names.contains { $0.range.overlaps(range) }
                if !isTaken, label.occurrence.map({ $0 == seen }) ?? isWhole(range, scalars) {
                    names.append(.init(range: range, kind: label.kind))
                }
                at += 1
            }
        }
        return names
    }

    /// Whether the range does not lie inside a longer Latin word.
    private static func isWhole(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
        func isLatin(_ index: Int) -> Bool {
            scalars.indices.contains(index) && scalars[index].properties.isAlphabetic
                && scalars[index].value < 0x300
        }
        return !(isLatin(range.lowerBound) && isLatin(range.lowerBound - 1))
            && !(isLatin(range.upperBound - 1) && isLatin(range.upperBound))
    }
}
