import Text

/// An entity that the program proposes.
public struct NameProposal: Sendable {
    public var kind: NameKind
    /// The form that the page would be called by.
    public var name: String
    /// All forms that merge by themselves, `name` first.
    public var forms: [DiscoveredForm]
    /// Other proposals that may be the same, by index in the list of proposals.
    public var sameAs: [Int] = []
    /// The entity of the archive that already has one of the forms.
    public var existing: String?
    /// 0 to 1.
    public var score: Float

    public var count: Int { forms.reduce(0) { $0 + $1.count } }

    public var places: [DiscoveredForm.Place] { forms.flatMap(\.places) }

    /// Why it is proposed, for the editor.
    public var reason: String {
        var reasons: [String] = []
        if forms.contains(where: { $0.known != nil && !$0.isEverydayName }) {
            reasons.append("a widely known name")
        } else if forms.contains(where: { $0.known != nil }) {
            reasons.append("a widely known name that is also an everyday word")
        }
        let highest = forms.map(\.evidence.highest).max() ?? 0
        if highest >= 0.3 {
            let form = forms.max { $0.evidence.highest < $1.evidence.highest }
            reasons.append("the model is \(Int(highest * 100)) % sure of \(form?.text ?? name)")
        }
        if forms.contains(where: { $0.evidence.titleMarks > 0 }) {
            reasons.append("written between 《 and 》")
        }
        if forms.contains(where: { $0.evidence.hasOwner }) {
            reasons.append("begins with the name of its owner")
        }
        if forms.contains(where: {
            $0.evidence.hasOrganizationEnding || $0.evidence.hasProductEnding
        }) {
            reasons.append("ends as names do")
        }
        if forms.contains(where: { $0.inLists > 0 }) { reasons.append("in lists of names") }
        if forms.contains(where: { $0.inQuotes > 0 }) { reasons.append("in quotation marks") }
        if reasons.isEmpty { reasons.append("a word of Latin letters with capitals or digits") }
        return reasons.joined(separator: "; ")
    }

    /// A line of `suggest --json`.
    public var json: [UInt8] {
        JSONWriter.document { json in
            json.object { json in
                json.member("suggest", "entity")
                json.member("type", kind.id)
                json.member("name", name)
                json.array("forms") { json in
                    for form in forms {
                        for spelling in form.spellings { json.string(spelling.text) }
                    }
                }
                json.member(ifAny: "existing", existing)
                json.member("score", digits: score.formatted(digits: 3))
                json.member("count", count)
            }
        }
    }
}

extension Float {
    /// As a decimal number with this many digits after the point.
    func formatted(digits: Int) -> String {
        var factor = 1
        for _ in 0..<digits { factor *= 10 }
        let value = Int((self * Float(factor)).rounded())
        let fraction = String(value % factor)
        return "\(value / factor)."
            + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}
