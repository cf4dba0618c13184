import Archive
import Text

/// Brings new proposals and the review file together: what the editor wrote stays.
public struct ReviewMerge {
    public private(set) var rows: [(row: ReviewRow, proposal: NameProposal?)] = []
    /// By proposal, its id.
    public private(set) var ids: [String] = []
    /// Rows that were not in the file before.
    public private(set) var added = 0

    /// - Parameters:
    ///   - proposals: the surest first.
    ///   - old: the rows of the file, in its order.
    ///   - archive: its entities keep their ids.
    public init(_ proposals: [NameProposal], old: [ReviewRow], _ archive: Archive) {
        var names = EntityIDs(taken: archive.entities.map(\.id) + old.map(\.id))
        var oldByForm: [[UInt8]: Int] = [:]
        for (index, row) in old.enumerated() {
            for form in row.foldedForms where oldByForm[form] == nil { oldByForm[form] = index }
        }
        var used: Set<Int> = []
        for proposal in proposals {
            let match = proposal.forms.lazy.compactMap { oldByForm[$0.folded] }.first
            if let match {
                ids.append(old[match].id)
                guard used.insert(match).inserted else { continue }
                var row = old[match]
                if !Self.isEdited(row, proposal) { row.forms = Self.forms(proposal) }
                row.score = Double(proposal.score)
                rows.append((row, proposal))
            } else {
                let id = names.id(for: proposal)
                ids.append(id)
                rows.append(
                    (
                        ReviewRow(
                            name: proposal.name, kind: proposal.kind.id, id: id,
                            forms: Self.forms(proposal), score: Double(proposal.score)), proposal
                    ))
                added += 1
            }
        }
        // What is not proposed any more stays as long as the editor decided something about it.
        for (index, row) in old.enumerated() where !used.contains(index) && row.box != .open {
            rows.append((row, nil))
        }
    }

    static func forms(_ proposal: NameProposal) -> [String] {
        proposal.forms.flatMap { $0.spellings.map(\.text) }
    }

    /// Whether an editor changed the row: decided it, or left out or added a form.
    private static func isEdited(_ row: ReviewRow, _ proposal: NameProposal) -> Bool {
        row.box != .open || row.name != proposal.name || row.kind != proposal.kind.id
            || !Set(forms(proposal)).isSuperset(of: row.forms)
    }
}
