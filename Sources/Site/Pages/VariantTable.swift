import Annotation
import Archive
import Text

/// The ledger of an entity's names: each form as written with how often, in which script and in
/// which outlets it occurs; a form that an editor has marked as a misprint is labelled as one.
struct VariantTable {
    /// Forms that are shown before the rest is folded away.
    static let shown = 6
    /// Outlets of one form that are shown before the rest is folded away.
    static let outletsShown = 6

    let renderer: PageRenderer
    /// Most frequent first.
    let forms: [NameForms.Form]

    var html: String? {
        guard !forms.isEmpty else { return nil }
        var html = table(forms.prefix(Self.shown))
        if forms.count > Self.shown {
            let rest = forms.dropFirst(Self.shown)
            let label = HTML.escape(renderer.strings("show-more", ["n": String(rest.count)]))
            html +=
                "\n<details class=\"more\"><summary>\(label)</summary>\n\(table(rest))</details>"
        }
        return html
    }

    private func table(_ forms: ArraySlice<NameForms.Form>) -> String {
        var html = "<table class=\"ledger\"><thead><tr>"
        for key in ["variant", "count", "script"] {
            html += "<th scope=\"col\">\(HTML.escape(renderer.strings[key]))</th>"
        }
        html += "</tr></thead>\n"
        for form in forms { html += row(form) }
        return html + "</table>"
    }

    private func row(_ form: NameForms.Form) -> String {
        var html = "<tbody><tr><th scope=\"row\" lang=\"\(HTML.escape(form.language))\">"
        html += form.correct == nil ? "" : "<span class=\"sic\">"
        html += HTML.escape(form.text)
        html += form.correct == nil ? "" : "</span>"
        html += "</th><td>\(form.count)</td>"
        let script = renderer.strings[WritingScript(of: form.text).key]
        html += "<td>\(HTML.escape(script))</td></tr>\n"
        var lines: [String] = []
        if let correct = form.correct {
            let words = HTML.escape(renderer.strings("sic", ["text": correct]))
            lines.append("<span class=\"misprint\">\(words)</span>")
        }
        let outlets = form.outlets.filter { !$0.key.isEmpty }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        if !outlets.isEmpty {
            lines.append(list(outlets.map { "\(HTML.escape($0.key)) \($0.value)" }))
        }
        if !lines.isEmpty {
            html +=
                "<tr class=\"where\"><td colspan=\"3\">\(lines.joined(separator: "<br>"))</td></tr>"
        }
        return html + "</tbody>\n"
    }

    private func list(_ outlets: [String]) -> String {
        let separator = " · "
        guard outlets.count > Self.outletsShown + 1 else {
            return outlets.joined(separator: separator)
        }
        let rest = outlets.dropFirst(Self.outletsShown)
        let label = HTML.escape(renderer.strings("show-more", ["n": String(rest.count)]))
        return outlets.prefix(Self.outletsShown).joined(separator: separator)
            + "<details class=\"more\"><summary>\(label)</summary>"
            + rest.joined(separator: separator) + "</details>"
    }
}
