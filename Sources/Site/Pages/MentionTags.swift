import Archive
import Markup

/// The tags in the text of all articles: one for sentences, and two for every entity, for its
/// mentions.
///
/// Made once, used for every one.
enum MentionTags {
    /// Of a sentence.
    static let sentence = 0

    /// Of an entity's mention.
    ///
    /// - Parameter isFirst: in its section; later ones are quieter.
    static func tag(of entity: Int, isFirst: Bool) -> Int {
        1 + 2 * entity + (isFirst ? 0 : 1)
    }

    static func all(_ entities: [Entity]) -> [InlineTag] {
        let sentence = InlineTag(
            open: "<span class=\"s\" id=\"s", openEnd: "\">", reopen: "<span class=\"s\">",
            close: "</span>")
        return [sentence] + entities.flatMap { [tag("mention", $0), tag("mention again", $0)] }
    }

    private static func tag(_ name: String, _ entity: Entity) -> InlineTag {
        let data =
            "data-entity=\"\(HTML.escape(entity.id))\" data-kind=\"\(entity.kind.id)\""
        let href = SitePath.link(from: SitePath.article("-"), to: SitePath.entity(entity))
        let link = "<a class=\"\(name)\" \(data) href=\"\(href)\">"
        return InlineTag(
            open: link, reopen: link, close: "</a>",
            openInLink: "<span class=\"\(name)\" \(data)>", closeInLink: "</span>")
    }
}
