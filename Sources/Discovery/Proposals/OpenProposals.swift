import Archive
import Text

/// Leaves out of proposals what the archive already decided.
public enum OpenProposals {
    /// - Returns: proposals without forms that entities have and names that were rejected; one that
    ///   shares a form with an entity says so in `existing`.
    public static func of(
        _ proposals: [NameProposal], _ archive: Archive, rejected: RejectedNames
    ) -> [NameProposal] {
        var owners: [[UInt8]: String] = [:]
        for entity in archive.entities {
            for alias in entity.allAliases { owners[FoldedText.key(alias.text)] = entity.id }
        }
        let open = proposals.map { proposal in
            var proposal = proposal
            proposal.existing = proposal.forms.lazy.compactMap { owners[$0.folded] }.first
            proposal.forms.removeAll { owners[$0.folded] != nil || rejected.contains($0.folded) }
            if let first = proposal.forms.first,
                !proposal.forms.contains(where: { $0.text == proposal.name })
            {
                proposal.name = first.text
            }
            return proposal
        }
        return filtered(open) { !$0.forms.isEmpty }
    }

    /// The proposals that a condition holds for; `sameAs` refers to them.
    public static func filtered(
        _ proposals: [NameProposal], _ isKept: (NameProposal) -> Bool
    ) -> [NameProposal] {
        var places: [Int: Int] = [:]
        var kept: [NameProposal] = []
        for (index, proposal) in proposals.enumerated() where isKept(proposal) {
            places[index] = kept.count
            kept.append(proposal)
        }
        for index in kept.indices {
            kept[index].sameAs = kept[index].sameAs.compactMap { places[$0] }
        }
        return kept
    }
}
