import Archive

extension Archive {
    /// What `[[id]]` is shown as: an entity's name, in a language when it has one there, an
    /// article's or a claim's title.
    func title(of id: String, language: String) -> String? {
        if let entity = entity(id) {
            return entity.labels.first { $0.language == language }?.name ?? entity.name
        }
        return article(id)?.title ?? claim(id)?.title
    }
}
