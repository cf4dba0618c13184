import Text

/// The kind of a form: by the list of known names, by its ending, and by the model.
enum KindChoice {
    static func kind(of form: DiscoveredForm) -> NameKind {
        if let known = form.known { return known.kind }
        var support = form.evidence.support
        let count = Float(form.count)
        let evidence = form.evidence
        if evidence.hasOrganizationEnding, !evidence.hasProductEnding {
            support[Int(NameKind.organization.rawValue)] += 0.6 * count
        }
        if evidence.hasProductEnding {
            support[Int(NameKind.product.rawValue)] += 0.4 * count
        } else if evidence.hasOwner || evidence.isLatinRun || evidence.titleMarks > 0 {
            support[Int(NameKind.product.rawValue)] += 0.3 * count
        }
        let best = support.indices.max { support[$0] < support[$1] } ?? 0
        return NameKind(rawValue: UInt8(best)) ?? .product
    }
}
