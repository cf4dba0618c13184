import Archive
import Markup
import Text

/// An entity's prose, parsed: for its page; its first sentence for rows, cards and search.
struct EntityProse: Sendable {
    let document: MarkdownDocument
    /// The prose without markup.
    let text: String
    /// Its first sentence.
    let line: String
    /// The language of the prose; `nil` when there is no prose.
    let language: String?
    let nameLanguage: String?

    init(_ entity: Entity, in archive: Archive) {
        document = MarkdownDocument(note: entity.body).naming {
            archive.title(of: $0, language: archive.settings.language)
        }
        let plain = document.plainText()
        text = String(decoding: plain.utf8, as: UTF8.self)
        let first = plain.blocks.first { $0.kind == .paragraph }
        let sentence = first.flatMap { Sentences.ranges(in: plain.utf8, block: $0.range).first }
        line = sentence.map { String(decoding: plain.utf8[$0], as: UTF8.self) } ?? ""
        language = plain.utf8.isEmpty ? nil : LanguageDetector.language(of: plain.utf8)
        nameLanguage = LanguageDetector.language(of: Array(entity.name.utf8))
    }
}

extension Archive {
    /// The text that `[[id]]` is shown as: an entity's name in `language`, if it has one, or else
    /// its main name; the title of an article or a claim.
    func title(of id: String, language: String) -> String? {
        if let entity = entity(id) {
            return entity.labels.first { $0.language == language }?.name ?? entity.name
        }
        return article(id)?.title ?? claim(id)?.title
    }
}
