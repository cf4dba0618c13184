/// What is not known because a file could not be read: references into it are no mistakes of their
/// own.
struct Gaps {
    var articles: Set<String> = []
    var entities: Set<String> = []
    var claims = false
    var metrics = false

    mutating func add(_ path: String, _ role: ContentFolder.Role) {
        switch role {
        case .article, .rawArticle:
            let name = ArticleReader.fileName(path)
            articles.insert(name)
            if let dated = Slug.dated(name) { articles.insert(dated.slug) }
        case .entity: entities.insert(FileRole.stem(path))
        case .claims: claims = true
        case .metrics: metrics = true
        case .annotations, .page, .settings, .outlets: break
        }
    }
}
