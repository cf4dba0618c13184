import Annotation
import Archive
import Text

/// What values and growth rates imply for the period before: a line for each way of reckoning, with
/// those who give its numbers.
struct ClaimArithmetic {
    let renderer: PageRenderer
    let bases: [ImpliedBase]

    /// `nil` without bases.
    var html: String? {
        guard !bases.isEmpty else { return nil }
        var lines: [(line: String, isConflict: Bool, names: [String])] = []
        for base in bases {
            let line = renderer.strings.arithmetic(base)
            let name = name(of: base.growth ?? base.value)
            if let at = lines.firstIndex(where: { $0.line == line }) {
                if let name, !lines[at].names.contains(name) { lines[at].names.append(name) }
            } else {
                lines.append((line, base.isConflict, [name].compactMap { $0 }))
            }
        }
        let items = lines.map { line, isConflict, names in
            let verdict = isConflict ? "conflict" : "equal"
            let who = renderer.strings.list(names)
            let source = names.isEmpty ? "" : " <span class=\"who\">\(HTML.escape(who))</span>"
            return "<li data-verdict=\"\(verdict)\">\(HTML.escape(line))\(source)</li>"
        }
        return "<ul class=\"arithmetic\">\(items.joined(separator: "\n"))</ul>"
    }

    private func name(of source: ImpliedBase.Source) -> String? {
        let statement = renderer.archive.claims[source.claim].statements[source.statement]
        return renderer.archive.article(statement.article.value).map {
            renderer.outletName(of: $0) ?? $0.title
        }
    }
}
