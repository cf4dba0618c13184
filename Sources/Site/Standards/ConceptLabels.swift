import Archive

/// An entity's names as SKOS labels: one preferred label for each language, alternative labels, and
/// hidden labels, which are misprints or name the entity in some places only.
///
/// No text has two kinds of label (SKOS integrity condition S13), and each language has one
/// preferred label (S14). Source: https://www.w3.org/TR/skos-reference/#labels
struct ConceptLabels {
    struct Label: Equatable {
        /// BCP 47 as written, or `noLanguage`.
        var language: String
        var text: String
    }

    /// JSON-LD's key for text in an unknown language.
    static let noLanguage = "@none"

    private(set) var preferred: [Label] = []
    private(set) var alternative: [Label] = []
    private(set) var hidden: [Label] = []

    /// - Parameters:
    ///   - language: the language of the entity's name, if detected.
    ///   - misprints: texts that editors have marked as misprints.
    init(_ entity: Entity, language: String?, misprints: Set<String> = []) {
        var languages = Set<String>()
        var texts = Set<String>()
        var rest: [Label] = []
        func sort(_ label: Label) {
            // Language tags are case-insensitive.
            if languages.insert(label.language.lowercased()).inserted {
                preferred.append(label)
                texts.insert(label.text)
            } else {
                rest.append(label)
            }
        }
        for label in entity.labels { sort(Label(language: label.language, text: label.name)) }
        if !entity.labels.contains(where: { $0.name == entity.name }) {
            sort(Label(language: language ?? Self.noLanguage, text: entity.name))
        }
        for label in rest where texts.insert(label.text).inserted { alternative.append(label) }
        for alias in entity.aliases where texts.insert(alias.text).inserted {
            let label = Label(language: Self.language(of: alias.text), text: alias.text)
            let isFree = alias.isUnconditional && !misprints.contains(alias.text)
            if isFree { alternative.append(label) } else { hidden.append(label) }
        }
    }

    private static func language(of text: String) -> String {
        LanguageDetector.language(of: Array(text.utf8)) ?? noLanguage
    }
}
