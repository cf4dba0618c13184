/// A line that names reporters without a colon: `本报记者　林小舟　陈一苇`.
enum ReporterLine {
    /// Their names; empty when the line is none.
    static func names(in line: String) -> [String] {
        let scalars = Array(line.trimmed.unicodeScalars)
        guard scalars.count <= 40,
            let at = scalars.indices.prefix(10).first(where: { index in
                words.contains { scalars[index...].starts(with: $0) }
            }), scalars[..<at].allSatisfy(isHan)
        else { return [] }
        let rest = scalars[(at + 2)...]
        guard let first = rest.first, !isHan(first) else { return [] }
        var names: [String] = []
        for piece in rest.split(whereSeparator: { !isHan($0) }) {
            let name = Scalars.string(piece)
            if others.contains(name) { continue }
            guard (2...4).contains(piece.count) else { return [] }
            names.append(name)
        }
        return names
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value)
    }

    private static let words = ["记者", "記者"].map { Array($0.unicodeScalars) }
    /// What stands between names.
    private static let others: Set<String> = ["实习生", "通讯员", "特约记者", "记者", "實習生", "通訊員", "記者"]
}
