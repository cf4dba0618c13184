import Annotation
import Archive
import Text

/// The ledger of an entity's names: each form as written with how often, in which script and in
/// which outlets it stands; a form that an editor has marked as a misprint says so.
struct VariantTable {
    /// Forms that are shown before the rest is folded away.
    static let shown = 6
    /// Outlets of one form that are shown before the rest is folded away.
    static let outletsShown = 6

    private struct Form {
        var text: String
        var language: String
        var count = 0
        /// By name; the empty name is no outlet.
        var outlets: [String: Int] = [:]
        /// What the misprint stands for.
        var correct: String?
    }

    /// A form by its bytes: strings that differ only in how letters are composed are equal.
    private struct ExactWords: Hashable {
        var words: String

        static func == (a: ExactWords, b: ExactWords) -> Bool {
            a.words.utf8.elementsEqual(b.words.utf8)
        }

        func hash(into hasher: inout Hasher) {
            var words = words
            words.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    let press: Press
    let index: Int

    var html: String? {
        let forms = self.forms
        guard !forms.isEmpty else { return nil }
        var html = table(forms.prefix(Self.shown))
        if forms.count > Self.shown {
            let rest = forms.dropFirst(Self.shown)
            let label = HTML.escape(press.strings("show-more", ["n": String(rest.count)]))
            html +=
                "\n<details class=\"more\"><summary>\(label)</summary>\n\(table(rest))</details>"
        }
        return html
    }

    /// Most frequent first.
    private var forms: [Form] {
        var forms: [Form] = []
        var numbers: [ExactWords: Int] = [:]
        let (edition, articles) = (press.edition, press.edition.archive.articles)
        for appearance in edition.appearances[index] {
            let spans = edition.readings[appearance.article].spans
            let outlet = press.outletNames[appearance.article]
            let mayBeMisprint = !edition.ledger.articles[appearance.article].sic.isEmpty
            for number in edition.mentionNumbers[appearance.own] {
                let words = spans[number].words
                let form: Int
                let key = ExactWords(words: words)
                if let known = numbers[key] {
                    form = known
                } else {
                    form = forms.count
                    numbers[key] = form
                    forms.append(
                        Form(text: words, language: articles[appearance.article].language))
                }
                forms[form].count += 1
                forms[form].outlets[outlet, default: 0] += 1
                if mayBeMisprint, forms[form].correct == nil {
                    let range = edition.mentions[appearance.article][number].range
                    forms[form].correct = correction(of: range, in: appearance.article)
                }
            }
        }
        return forms.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    }

    /// What the editor reads in place of words that hold the mention, or stand in it.
    private func correction(of range: Range<Int>, in article: Int) -> String? {
        let edition = press.edition
        guard
            let remark = edition.ledger.articles[article].sic.first(where: {
                $0.anchor.range.overlaps(range)
            }), let decisions = edition.archive.decisions[edition.archive.articles[article].slug]
        else { return nil }
        return decisions.sic[remark.index].correct
    }

    private func table(_ forms: ArraySlice<Form>) -> String {
        var html = "<table class=\"ledger\"><thead><tr>"
        for key in ["variant", "count", "script"] {
            html += "<th scope=\"col\">\(HTML.escape(press.strings[key]))</th>"
        }
        html += "</tr></thead>\n"
        for form in forms { html += row(form) }
        return html + "</table>"
    }

    private func row(_ form: Form) -> String {
        var html = "<tbody><tr><th scope=\"row\" lang=\"\(HTML.escape(form.language))\">"
        html += form.correct == nil ? "" : "<span class=\"sic\">"
        html += HTML.escape(form.text)
        html += form.correct == nil ? "" : "</span>"
        html += "</th><td>\(form.count)</td>"
        let script = press.strings[WritingScript(of: form.text).key]
        html += "<td>\(HTML.escape(script))</td></tr>\n"
        var lines: [String] = []
        if let correct = form.correct {
            let words = HTML.escape(press.strings("sic", ["text": correct]))
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
        let label = HTML.escape(press.strings("show-more", ["n": String(rest.count)]))
        return outlets.prefix(Self.outletsShown).joined(separator: separator)
            + "<details class=\"more\"><summary>\(label)</summary>"
            + rest.joined(separator: separator) + "</details>"
    }
}
