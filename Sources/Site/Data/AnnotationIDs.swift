import Annotation
import Text

/// The ids of an article's annotations: a hash of the quoted words and of the body (an entity's id,
/// a claim's id, the text of a remark), and a number for the second and further ones with the same
/// words and body.
///
/// An edit elsewhere in the article, and another entity or claim, change none of them.
struct AnnotationIDs {
    private let text: [UInt8]

    init(_ text: ArticleText) { self.text = text.plain.utf8 }

    /// - Parameter items: of one kind, in their order: ranges of the article's plain text, and what
    ///   is said of them.
    func ids(_ items: [(quote: Range<Int>, body: String)]) -> [PlaceID] {
        PlaceID.numbered(
            items.map { quote, body in
                var hash = WordHash()
                hash.add(exactly: body)
                hash.add(words: text, quote)
                return hash.value
            })
    }
}
