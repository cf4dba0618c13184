import Text

/// Proposals that may name the same entity, to be asked: one is the other with its owner before it
/// (腾讯元宝, 元宝), with an ending of companies (腾讯控股有限公司, 腾讯), or one word of a person's
/// name (Dowson, Dowson Tong).
enum SameAs {
    static func marked(_ proposals: [NameProposal]) -> [NameProposal] {
        var owners: [[UInt8]: Int] = [:]
        var byForm: [[UInt8]: Int] = [:]
        for (index, proposal) in proposals.enumerated() {
            for form in proposal.forms {
                byForm[form.folded] = index
                if proposal.kind == .organization { owners[form.folded] = index }
            }
        }
        var marked = proposals
        for (index, proposal) in proposals.enumerated() {
            for form in proposal.forms {
                for short in shorter(form.folded, proposal.kind, owners: owners) {
                    guard let other = byForm[short], other != index,
                        proposals[other].kind == proposal.kind
                    else { continue }
                    if !marked[index].sameAs.contains(other) { marked[index].sameAs.append(other) }
                    if !marked[other].sameAs.contains(index) { marked[other].sameAs.append(index) }
                }
            }
        }
        return marked
    }

    /// Endings of companies; Latin ones are words of their own.
    private static let companyEndings =
        ["控股有限公司", "股份有限公司", "有限公司", "集团", "控股", "公司", "科技"].map(FoldedText.key)
        + ["inc.", "inc", "ltd", "corporation", "corp", "company", "group"].map {
            Array(" \($0)".utf8)
        }

    /// What a name may be shortened to.
    private static func shorter(
        _ name: [UInt8], _ kind: NameKind, owners: [[UInt8]: Int]
    ) -> [[UInt8]] {
        var shorter: [[UInt8]] = []
        switch kind {
        case .product:
            for length in name.indices.dropFirst() where owners[Array(name[..<length])] != nil {
                shorter.append(Array(name[length...].drop { $0 == 0x20 }))
            }
        case .organization:
            for ending in companyEndings where name.suffix(ending.count).elementsEqual(ending) {
                shorter.append(Array(name.dropLast(ending.count)))
            }
        case .person:
            let words = name.split { $0 == 0x20 }
            if words.count > 1 { shorter += words.map(Array.init) }
            let dots = name.split(separator: FoldedText.key("·"))
            if dots.count > 1 { shorter += dots.map(Array.init) }
        case .place: break
        }
        return shorter
    }
}
