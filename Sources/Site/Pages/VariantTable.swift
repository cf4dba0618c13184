import Archive
import Text

/// The forms in which articles name an entity, as written, with how often and in which script.
struct VariantTable {
    let press: Press
    let index: Int

    var html: String? {
        var counts: [String: (count: Int, languages: Set<String>)] = [:]
        for appearance in press.edition.appearances[index] {
            let article = press.archive.articles[appearance.article]
            let utf8 = press.edition.texts[appearance.article].plain.utf8
            for number in appearance.own {
                let form = String(
                    decoding: utf8[press.edition.mentions[appearance.article][number].range],
                    as: UTF8.self)
                counts[form, default: (0, [])].count += 1
                counts[form]?.languages.insert(article.language)
            }
        }
        guard !counts.isEmpty else { return nil }
        var html =
            "<table><thead><tr><th scope=\"col\">\(HTML.escape(press.strings["variant"]))</th>"
        html += "<th scope=\"col\">\(HTML.escape(press.strings["count"]))</th>"
        html +=
            "<th scope=\"col\">\(HTML.escape(press.strings["language"]))</th></tr></thead><tbody>\n"
        for (form, row) in counts.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        ) {
            let languages = row.languages.sorted()
            html += "<tr><td lang=\"\(HTML.escape(languages[0]))\">\(HTML.escape(form))</td>"
            html +=
                "<td>\(row.count)</td><td>\(HTML.escape(languages.joined(separator: ", ")))</td></tr>\n"
        }
        return html + "</tbody></table>"
    }
}
