import Annotation
import Text

/// Forms of one entity, put together.
///
/// Forms merge by themselves when nothing is left to decide: the list of known names says that they
/// are one; they differ in spaces and marks only (Claude3.7 Sonnet, Claude 3.7 Sonnet); or a text
/// says so in brackets (汤道生（Dowson Tong）). What is only likely (腾讯元宝 and 元宝) is asked: a
/// wrong merge costs an editor more than two rows.
struct NameGroups {
    private var forms: [ScoredForm]
    private var parents: [Int]

    init(_ forms: [ScoredForm], texts: [ArticleText]) {
        self.forms = forms
        parents = Array(forms.indices)
        mergeKnown()
        mergeSpaced()
        mergeAppositions(texts)
    }

    /// The surest first.
    func proposals(of kinds: Set<NameKind>) -> [NameProposal] {
        var groups: [Int: [ScoredForm]] = [:]
        for index in forms.indices { groups[root(index), default: []].append(forms[index]) }
        var proposals = groups.values.map(Self.proposal).filter { kinds.contains($0.kind) }
        proposals.sort { ($0.score, $0.count, $1.name) > ($1.score, $1.count, $0.name) }
        return SameAs.marked(proposals)
    }

    private static func proposal(_ group: [ScoredForm]) -> NameProposal {
        let sorted = group.sorted {
            ($0.form.count, $0.score, $1.form.text) > ($1.form.count, $1.score, $0.form.text)
        }
        var kinds = [Float](repeating: 0, count: NameKind.allCases.count)
        for form in group { kinds[Int(form.kind.rawValue)] += form.score * Float(form.form.count) }
        let best = kinds.indices.max { kinds[$0] < kinds[$1] } ?? 0
        return NameProposal(
            kind: NameKind(rawValue: UInt8(best)) ?? .product, name: sorted[0].form.text,
            forms: sorted.map(\.form), score: group.map(\.score).max() ?? 0)
    }

    private func root(_ index: Int) -> Int {
        var index = index
        while parents[index] != index { index = parents[index] }
        return index
    }

    private mutating func merge(_ left: Int, _ right: Int) {
        let (a, b) = (root(left), root(right))
        parents[max(a, b)] = min(a, b)
    }

    private mutating func mergeKnown() {
        var first: [Int: Int] = [:]
        for index in forms.indices {
            guard let entry = forms[index].form.knownIndex else { continue }
            if let other = first[entry] { merge(other, index) } else { first[entry] = index }
        }
    }

    private mutating func mergeSpaced() {
        var first: [[UInt8]: Int] = [:]
        for index in forms.indices {
            let key = forms[index].form.folded.filter { ![0x20, 0x2D, 0x5F].contains($0) }
            if let other = first[key] { merge(other, index) } else { first[key] = index }
        }
    }

    /// `X（Y）`: two names of one kind, one in Han characters and one in Latin letters.
    private mutating func mergeAppositions(_ texts: [ArticleText]) {
        var byEnd: [PlaceKey: Int] = [:]
        for index in forms.indices {
            for place in forms[index].form.places {
                byEnd[PlaceKey(article: place.article, offset: place.range.upperBound)] = index
            }
        }
        for index in forms.indices {
            for place in forms[index].form.places {
                guard
                    let end = Self.bracketed(
                        texts[place.article].plain.utf8, place.range),
                    let other = byEnd[PlaceKey(article: place.article, offset: end)],
                    other != index, forms[other].kind == forms[index].kind,
                    Self.isLatin(forms[other].form) != Self.isLatin(forms[index].form)
                else { continue }
                merge(other, index)
            }
        }
    }

    private struct PlaceKey: Hashable {
        var article: Int
        var offset: Int
    }

    /// Where the text before the bracket around `range` ends; `nil` if no bracket is around it.
    private static func bracketed(_ text: [UInt8], _ range: Range<Int>) -> Int? {
        guard let (open, length) = UTF8Scalars.decode(text, before: range.lowerBound),
            open == "(" || open == "（", range.upperBound < text.count
        else { return nil }
        let (close, _) = UTF8Scalars.decode(text, at: range.upperBound)
        guard close == ")" || close == "）" else { return nil }
        var end = range.lowerBound - length
        if end > 0, text[end - 1] == 0x20 { end -= 1 }
        return end
    }

    private static func isLatin(_ form: DiscoveredForm) -> Bool {
        form.folded.allSatisfy { $0 < 0x80 }
    }
}
