import Archive

/// The names of kinds of entities in the language of the interface.
///
/// The words of built-in kinds are in `strings.json`, under the kind's id and folder; those of
/// declared kinds are in `archive.yml`, and `strings.json` has the phrases around them.
struct KindWords: Sendable {
    let strings: UIStrings
    /// The language of the interface, BCP 47.
    let language: String

    /// The plural as a heading: "Places".
    func title(_ kind: Entity.Kind) -> String {
        kind.isDeclared ? kind.title(in: language) : strings[kind.folder]
    }

    /// The singular as a heading: "Place".
    func singular(_ kind: Entity.Kind) -> String {
        kind.isDeclared ? kind.singular(in: language) : strings[kind.id]
    }

    /// "3 places".
    func count(_ number: Int, of kind: Entity.Kind) -> String {
        let key = kind.isDeclared ? "count-kind" : "count-\(kind.folder)"
        return strings(key, count: number, values(kind))
    }

    /// "All places".
    func all(_ kind: Entity.Kind) -> String {
        strings(kind.isDeclared ? "all-kind" : "all-\(kind.folder)", values(kind))
    }

    /// A phrase chooses between the forms of a declared kind's name: `{title}` and `{singular}`,
    /// and for the middle of a sentence `{title-lower}` and `{singular-lower}`.
    private func values(_ kind: Entity.Kind) -> [String: String] {
        guard kind.isDeclared else { return [:] }
        let (title, singular) = (title(kind), singular(kind))
        return [
            "title": title, "singular": singular, "title-lower": Self.lowered(title),
            "singular-lower": Self.lowered(singular),
        ]
    }

    /// With a lower-case first letter, except for an abbreviation: "Places" is "places", "EU laws"
    /// stays.
    private static func lowered(_ words: String) -> String {
        let rest = words.dropFirst()
        guard let first = words.first, rest.first?.isUppercase != true else { return words }
        return first.lowercased() + rest
    }
}
