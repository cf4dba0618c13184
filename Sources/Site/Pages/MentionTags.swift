import Archive

/// The opening tags of an entity's mentions in articles: made once, used for every mention.
struct MentionTags: Sendable {
    struct Tag: Sendable {
        var link: String
        /// Where the words stand inside a link of the source, which stays.
        var span: String
    }

    /// Of the first mention in a section.
    let full: Tag
    /// Of the later ones.
    let quiet: Tag

    init(_ entity: Entity) {
        let data =
            "data-entity=\"\(HTML.escape(entity.id))\" data-kind=\"\(entity.kind.rawValue)\""
        let href = SitePath.link(from: SitePath.article("-"), to: SitePath.entity(entity))
        func tag(_ name: String) -> Tag {
            Tag(
                link: "<a class=\"\(name)\" \(data) href=\"\(href)\">",
                span: "<span class=\"\(name)\" \(data)>")
        }
        full = tag("mention")
        quiet = tag("mention again")
    }
}
