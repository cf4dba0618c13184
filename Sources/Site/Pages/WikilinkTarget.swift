import Archive

/// What `[[id]]` in a text leads to: an entity, an article or a claim, in this order.
struct WikilinkTarget {
    var path: String
    var title: String
    /// Further attributes of the link, with a leading space; empty for articles and claims.
    var attributes: String

    init?(_ id: String, in graph: ArchiveGraph) {
        let archive = graph.archive
        if let index = graph.archive.lookup.entityByID[id] {
            let entity = archive.entities[index]
            path = SitePath.entity(entity)
            title = entity.name
            attributes =
                " class=\"mention\" data-entity=\"\(HTML.escape(id))\" data-kind=\"\(entity.kind.id)\""
        } else if let index = graph.archive.lookup.articleBySlug[id] {
            let article = archive.articles[index]
            path = SitePath.article(article.slug)
            title = article.title
            attributes = ""
        } else if let index = graph.archive.lookup.claimByID[id] {
            let claim = archive.claims[index]
            path = SitePath.claim(claim.id)
            title = claim.title
            attributes = ""
        } else {
            return nil
        }
    }
}
