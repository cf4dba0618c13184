import Archive
import Text

/// Reports names that are not linked until an editor decides: one diagnostic for each name and
/// reason, with the lines to paste.
struct UndecidedNames {
    private struct Key: Hashable {
        /// Folded.
        var words: [UInt8]
        var entities: [Int]
        var reason: Kind
    }

    private enum Kind { case ambiguous, crossed, neighbor }

    private struct Group {
        var places = NamePlaces()
        /// Folded everyday words that cross the name, with the number of occurrences.
        var crossings: [[UInt8]: Int] = [:]
        /// The crossing word at the first occurrence, in bytes of that article's text.
        var word: Range<Int>?
    }

    private let archive: Archive
    private let texts: ArticleTexts
    private var order: [Key] = []
    private var groups: [Key: Group] = [:]

    init(_ archive: Archive, _ texts: ArticleTexts, _ mentions: [ArticleMentions]) {
        self.archive = archive
        self.texts = texts
        for (article, found) in mentions.enumerated() where !found.undecided.isEmpty {
            let text = texts[article]
            for one in found.undecided { add(one, text) }
        }
    }

    private mutating func add(_ one: Undecided, _ text: ArticleText) {
        var word: Range<Int>?
        var reason = Kind.ambiguous
        switch one.reason {
        case .ambiguous: break
        case .doubtful(let range): (word, reason) = (range, .crossed)
        case .neighbor(let range): (word, reason) = (range, .neighbor)
        }
        let key = Key(
            words: FoldedText.key(text.words(one.range)), entities: one.entities,
            reason: reason)
        if groups[key] == nil { order.append(key) }
        groups[key, default: Group()].places.add(one.range, in: text.article)
        if let word {
            let crossing = FoldedText.key(text.words(word))
            groups[key]?.crossings[crossing, default: 0] += 1
            if groups[key]?.word == nil { groups[key]?.word = word }
        }
    }

    var diagnostics: [Diagnostic] {
        order.compactMap { key in
            guard let group = groups[key], let first = group.places.examples.first else {
                return nil
            }
            return switch key.reason {
            case .ambiguous: ambiguous(group.places, key, first)
            case .crossed: doubtful(group, key, first)
            case .neighbor: neighbor(group, key, first)
            }
        }
    }

    private func ambiguous(_ places: NamePlaces, _ key: Key, _ first: NamePlaces.Example)
        -> Diagnostic
    {
        let text = texts[first.article]
        let article = archive.articles[first.article]
        let words = Excerpt.line(text.words(first.range))
        let ids = key.entities.map { archive.entities[$0].id }
        var help =
            "add to \(Self.file(article)):\naccept: [{text: \(YAMLLine.scalar(words)), entity: \(ids[0])}]"
        if places.articles > 1 {
            help += "\nor to the front matter of each article that is about one of them:"
            help += "\nabout: [\(ids[0])]"
        }
        return Diagnostic(
            .warning, "ambiguous-mention", at: text.place(of: first.range, in: article),
            "`\(words)` could mean \(IDList.any(ids)); left unlinked (\(places.times))",
            notes: contexts(places), help: help)
    }

    private func doubtful(_ group: Group, _ key: Key, _ first: NamePlaces.Example) -> Diagnostic? {
        guard let word = group.word else { return nil }
        let text = texts[first.article]
        let article = archive.articles[first.article]
        let words = Excerpt.line(text.words(first.range))
        let entity = archive.entities[key.entities[0]]
        let ids = key.entities.map { archive.entities[$0].id }
        let whole =
            min(
                word.lowerBound, first.range.lowerBound)..<max(
                word.upperBound, first.range.upperBound)
        let quote = Excerpt.line(text.words(whole))
        let (named, everyday) = readings(first.range, word, text)
        var notes = ["with the name: \(named)", "with the word `\(text.words(word))`: \(everyday)"]
        if group.crossings.count > 1 { notes.append("crossed by " + counted(group.crossings)) }
        let line = YAMLLine.scalar
        return Diagnostic(
            .warning, "doubtful-mention", at: text.place(of: first.range, in: article),
            "`\(words)` could mean \(IDList.any(ids)) or be part of other words; left unlinked"
                + " (\(group.places.times))",
            notes: notes + contexts(group.places),
            help: "add to \(Self.file(article)) one of:\n"
                + "reject: [{text: \(line(words)), quote: \(line(quote))}]\n"
                + "accept: [{text: \(line(words)), quote: \(line(quote)), entity: \(ids[0])}]\n"
                + "or, when it is never the name, " + AliasLine.denying(quote, of: entity))
    }

    private func neighbor(_ group: Group, _ key: Key, _ first: NamePlaces.Example) -> Diagnostic? {
        guard let word = group.word else { return nil }
        let text = texts[first.article]
        let article = archive.articles[first.article]
        let words = Excerpt.line(text.words(first.range))
        let ids = key.entities.map { archive.entities[$0].id }
        let whole =
            min(
                word.lowerBound, first.range.lowerBound)..<max(
                word.upperBound, first.range.upperBound)
        let quote = Excerpt.line(text.words(whole))
        let line = YAMLLine.scalar
        let notes =
            group.crossings.count > 1 ? ["beside " + counted(group.crossings)] : []
        return Diagnostic(
            .warning, "doubtful-mention", at: text.place(of: first.range, in: article),
            "`\(words)` in `\(quote)` could mean \(IDList.any(ids)) or somebody else: `\(text.words(word))`"
                + " is not one of the names; left unlinked (\(group.places.times))",
            notes: notes + contexts(group.places),
            help: "add to \(Self.file(article)) one of:\n"
                + "reject: [{text: \(line(words)), quote: \(line(quote))}]\n"
                + "accept: [{text: \(line(words)), quote: \(line(quote)), entity: \(ids[0])}]\n"
                + "or, when it is a name of `\(ids[0])`, add `\(quote)` to its aliases")
    }

    /// The two readings of the text around the name: split at the edges of the name, and split at
    /// the edges of the everyday word.
    private func readings(_ name: Range<Int>, _ word: Range<Int>, _ text: ArticleText) -> (
        String, String
    ) {
        func joined(_ ranges: Range<Int>...) -> String {
            ranges.map(text.words).joined(separator: "|")
        }
        if word.lowerBound < name.lowerBound {
            return (
                joined(word.lowerBound..<name.lowerBound, name),
                joined(word, word.upperBound..<name.upperBound)
            )
        }
        return (
            joined(name, name.upperBound..<word.upperBound),
            joined(name.lowerBound..<word.lowerBound, word)
        )
    }

    /// The three most frequent words and their counts.
    private func counted(_ crossings: [[UInt8]: Int]) -> String {
        let sorted = crossings.sorted {
            $0.value != $1.value
                ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
        }
        return sorted.prefix(3).map {
            "`\(String(decoding: $0.key, as: UTF8.self))` (\($0.value))"
        }.joined(separator: ", ") + (sorted.count > 3 ? " and \(sorted.count - 3) more" : "")
    }

    private func contexts(_ places: NamePlaces) -> [String] {
        places.contexts(texts) { archive.articles[$0].file }
    }

    private static func file(_ article: Article) -> String {
        "`content/annotations/\(article.slug).yml`"
    }
}
