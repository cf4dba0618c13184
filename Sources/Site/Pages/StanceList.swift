import Annotation
import Archive
import Text

/// Who supports a claim and who denies it, holder by holder, with the dates of a change.
struct StanceList {
    let renderer: PageRenderer
    let index: Int

    /// `nil` when all say the same.
    var html: String? {
        guard let course = StanceCourse(renderer.archive.claims[index], renderer.archive) else {
            return nil
        }
        return "<ul class=\"stances\">\n"
            + course.holders.map(row).joined(separator: "\n") + "\n</ul>"
    }

    private func row(_ holder: StanceCourse.Holder) -> String {
        let path = SitePath.claim(renderer.archive.claims[index].id)
        let name =
            switch holder.name {
            case .speaker(let id): renderer.link(entity: id, from: path)
            case .outlet(let id): HTML.escape(renderer.archive.outlet(id)?.name ?? id)
            case .article(let slug): HTML.escape(renderer.archive.article(slug)?.title ?? slug)
            }
        var html = "<li><span class=\"holder\">\(name)</span> "
        html += holder.statements.map { step($0, path) }.joined(separator: " → ")
        if holder.isChanged {
            html +=
                " <span class=\"changed\">\(HTML.escape(renderer.strings["stance-changed"]))</span>"
        }
        return html + "</li>"
    }

    private func step(_ number: Int, _ path: String) -> String {
        let statement = renderer.archive.claims[index].statements[number]
        let stance = statement.stance.rawValue
        let words = HTML.escape(renderer.strings["stance-\(stance)"])
        var html = "<span class=\"stance\" data-stance=\"\(stance)\">\(words)</span>"
        guard let anchor = renderer.graph.ledger.anchor(of: index, statement: number) else {
            return html
        }
        let article = renderer.archive.articles[anchor.article]
        let href = SitePath.link(
            from: path, to: SitePath.article(article.slug), fragment: "s\(anchor.sentenceID)")
        let shown = article.date.map {
            "<time datetime=\"\($0.iso)\">\(renderer.strings.date($0))</time>"
        }
        html += " <a href=\"\(href)\">\(shown ?? HTML.escape(article.title))</a>"
        return html
    }
}
