import Discovery
import Text

/// Precision, recall and F1 of exact spans and kinds.
struct Score: CustomStringConvertible {
    private var right: [NameKind: Int] = [:]
    private var found: [NameKind: Int] = [:]
    private var wanted: [NameKind: Int] = [:]
    private var kinds: Set<NameKind>

    init(_ finder: NameFinder, _ texts: [LabelledText], kinds: Set<NameKind>) {
        self.kinds = kinds
        for text in texts {
            let bytes = Array(text.text.utf8)
            let folded = FoldedText(bytes)
            var places: [Int] = []
            var scalar = -1
            for byte in bytes {
                if byte & 0xC0 != 0x80 { scalar += 1 }
                places.append(scalar)
            }
            places.append(scalar + 1)
            var names: Set<[Int]> = []
            for name in text.names {
                guard let kind = name.kind, kinds.contains(kind) else { continue }
                wanted[kind, default: 0] += 1
                names.insert([name.range.lowerBound, name.range.upperBound, Int(kind.rawValue)])
            }
            for span in finder.find(folded, original: bytes, minimum: 0.5)
            where kinds.contains(span.kind) {
                let range = folded.original(span.range)
                let (start, end) = (places[range.lowerBound], places[range.upperBound])
                // Where the kind is not known, nothing is right or wrong.
                if text.names.contains(where: {
                    $0.kind == nil && $0.range.overlaps(start..<end)
                }) {
                    continue
                }
                found[span.kind, default: 0] += 1
                if names.contains([start, end, Int(span.kind.rawValue)]) {
                    right[span.kind, default: 0] += 1
                }
            }
        }
    }

    var description: String {
        func line(_ right: Int, _ found: Int, _ wanted: Int) -> String {
            func percent(_ part: Double, _ of: Double) -> Double {
                of == 0 ? 0 : (1000 * part / of).rounded() / 10
            }
            let (r, f, w) = (Double(right), Double(found), Double(wanted))
            return "F \(percent(2 * r, f + w)) (P \(percent(r, f)), R \(percent(r, w)))"
        }
        var parts = [
            "all "
                + line(
                    right.values.reduce(0, +), found.values.reduce(0, +),
                    wanted.values.reduce(0, +))
        ]
        for kind in NameKind.allCases where kinds.contains(kind) {
            parts.append(
                "\(kind) " + line(right[kind] ?? 0, found[kind] ?? 0, wanted[kind] ?? 0))
        }
        return parts.joined(separator: "; ")
    }
}
