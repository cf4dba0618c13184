import Archive
import Text

/// An article as schema.org describes it: https://schema.org/Article.
struct ArticleSchema {
    let graph: ArchiveGraph
    /// Index in `Archive.articles`.
    let index: Int
    /// By entity: its reference from an article.
    let references: [[UInt8]]

    var element: [UInt8] {
        let article = graph.archive.articles[index]
        let path = SitePath.article(article.slug)
        let data = StructuredData(graph, on: path)
        return data.element { json in
            json.member("@type", article.outlet == nil ? "Article" : "NewsArticle")
            json.member("@id", data.address.link(from: path, to: path) + "#it")
            json.member("url", data.address.link(from: path, to: path))
            json.member("headline", article.title)
            json.member(ifAny: "description", article.summary)
            json.member("inLanguage", article.language)
            json.member(ifAny: "datePublished", article.date?.isoWithTime)
            json.member(ifAny: "dateModified", article.updated?.isoWithTime)
            people("author", article.authors, data, into: &json)
            people("translator", article.translators, data, into: &json)
            publisher(of: article, data, into: &json)
            json.member(ifAny: "keywords", article.tags)
            json.member(
                ifAny: "isBasedOn", article.url.flatMap { WebAddress.isSafe($0) ? IRI.of($0) : nil }
            )
            json.object("isPartOf") { json in
                json.member("@type", "Collection")
                json.member("name", graph.archive.settings.title)
                json.member("url", data.address.link(from: path, to: ""))
            }
            let about = article.about.compactMap { graph.archive.lookup.entityByID[$0.value] }
            refer("about", to: about, into: &json)
            refer("mentions", to: graph.cast[index].map(\.entity), into: &json)
        }
    }

    private func refer(_ key: String, to entities: [Int], into json: inout JSONWriter) {
        guard !entities.isEmpty else { return }
        json.array(key) { json in
            for entity in entities { json.members(references[entity]) }
        }
    }

    private func people(
        _ key: String, _ names: [String], _ data: StructuredData, into json: inout JSONWriter
    ) {
        guard !names.isEmpty else { return }
        json.array(key) { json in
            for name in names {
                if let entity = graph.archive.lookup.entityByID[name] {
                    json.members(references[entity])
                } else {
                    json.object { json in
                        json.member("@type", "Person")
                        json.member("name", name)
                    }
                }
            }
        }
    }

    private func publisher(
        of article: Article, _ data: StructuredData, into json: inout JSONWriter
    ) {
        guard let id = article.outlet else { return }
        let outlet = graph.archive.outlet(id)
        let page = graph.taxonomies.path(ofOutlet: id)
        json.object("publisher") { json in
            json.member("@type", "Organization")
            json.member("@id", data.address.link(from: data.path, to: page) + "#it")
            json.member("name", outlet?.name ?? id)
            json.member(
                ifAny: "url", outlet?.url.flatMap { WebAddress.isSafe($0) ? IRI.of($0) : nil })
        }
    }
}

extension PartialDate {
    /// As in the article's file, with the time of day if there is one.
    var isoWithTime: String { iso + (time ?? "") }
}
