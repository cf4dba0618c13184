import Archive
import Text

/// Names that more than one entity has everywhere.
struct NameCollisions {
    private struct Collision {
        var key: [UInt8]
        /// Ascending.
        var entities: [Int]
        /// Where one of them has it.
        var alias: Entity.Alias
        var places = NamePlaces()
    }

    private let archive: Archive
    private var collisions: [Collision] = []

    init(_ archive: Archive, _ names: NameTable) {
        self.archive = archive
        var keys = [[UInt8]](repeating: [], count: names.meanings.count)
        for (key, pattern) in names.index { keys[pattern] = key }
        for (name, meanings) in names.meanings.enumerated() where meanings.count > 1 {
            let everywhere = meanings.filter { $0.onlyIn == nil && $0.marks.isEmpty }
            let entities = Set(everywhere.map(\.entity)).sorted()
            // A line of `aliases` is easier to change than a name, which has no line of its own.
            let aliases = everywhere.map(\.alias)
            guard entities.count > 1,
                let alias = aliases.last(where: { $0.place.line > 0 }) ?? aliases.last
            else { continue }
            collisions.append(Collision(key: keys[name], entities: entities, alias: alias))
        }
    }

    func diagnostics(_ texts: ArticleTexts, _ mentions: [ArticleMentions]) -> [Diagnostic] {
        guard !collisions.isEmpty else { return [] }
        var index: [[UInt8]: Int] = [:]
        for (number, collision) in collisions.enumerated() { index[collision.key] = number }
        let shared = Set(collisions.flatMap(\.entities))
        var found = collisions
        for (text, names) in zip(texts, mentions) {
            let spans =
                names.mentions.filter { shared.contains($0.entity) }.map(\.range)
                + names.undecided.filter { $0.entities.count > 1 }.map(\.range)
            for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
                if let number = index[FoldedText.key(text.words(span))] {
                    found[number].places.add(span, in: text.article)
                }
            }
        }
        return found.map { collision in
            let ids = collision.entities.map { archive.entities[$0].id }
            let stands = collision.places.count == 0 ? "no article" : collision.places.times
            return Diagnostic(
                .note, "alias-collision", at: collision.alias.place,
                "`\(Excerpt.line(collision.alias.text))` is a name of \(IDList.all(ids))"
                    + " (\(collision.places.count == 0 ? "in \(stands)" : stands))",
                notes: collision.places.contexts(texts) { archive.articles[$0].file },
                help: "in the front matter of an article that is about one of them write:\n"
                    + "about: [\(ids[0])]")
        }
    }
}
