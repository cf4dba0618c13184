import Archive

/// `params`: all front matter of an item, for templates.
///
/// Contains unknown keys as written, the keys below a `params:` key, as in Hugo, and known keys as
/// the program parsed them.
enum Params {
    static func of(_ extra: [String: Value], known: [String: Value] = [:]) -> [String: Value] {
        var params = known
        params.merge(extra) { mine, _ in mine }
        if case .map(let own)? = params.removeValue(forKey: "params") {
            params.merge(own) { _, own in own }
        }
        return params.filter { $0.value != .null }
    }

    fileprivate static func text(_ text: String?) -> Value { text.map(Value.string) ?? .null }

    fileprivate static func texts(_ texts: [String]) -> Value {
        texts.isEmpty ? .null : .list(texts.map(Value.string))
    }

    fileprivate static func texts(_ texts: [String: String]) -> Value {
        texts.isEmpty ? .null : .map(texts.mapValues(Value.string))
    }
}

extension Article {
    var params: [String: Value] {
        Params.of(
            extra,
            known: [
                "title": .string(title), "date": Params.text(date?.isoWithTime),
                "updated": Params.text(updated?.isoWithTime), "authors": Params.texts(authors),
                "translators": Params.texts(translators), "outlet": Params.text(outlet),
                "url": Params.text(url), "lang": .string(language), "tags": Params.texts(tags),
                "origin": Params.text(origin), "about": Params.texts(about.map(\.value)),
                "summary": Params.text(summary), "slug": .string(slug),
                "aliases": Params.texts(aliases.map(\.value)), "original": Params.text(original),
                "sha256": Params.text(sha256), "captured": Params.text(captured),
                "template": Params.text(template?.value),
            ])
    }
}

extension Entity {
    var params: [String: Value] {
        Params.of(
            extra,
            known: [
                "name": .string(name),
                "labels": Params.texts(
                    Dictionary(
                        labels.map { ($0.language, $0.name) },
                        uniquingKeysWith: { first, _ in first }
                    )),
                "aliases": Params.texts(aliases.map(\.text)), "maker": Params.text(maker?.value),
                "part-of": Params.text(partOf?.value), "wikidata": Params.text(wikidata),
                "same-as": Params.texts(sameAs), "template": Params.text(template?.value),
            ])
    }
}

extension Claim {
    var params: [String: Value] {
        Params.of(
            extra,
            known: [
                "id": .string(id), "title": .string(title), "kind": .string(kind.rawValue),
                "subjects": Params.texts(subjects.map(\.value)),
                "metric": Params.text(metric?.value), "period": Params.text(period?.value),
                "status": Params.text(status), "note": Params.text(note),
                "template": Params.text(template?.value),
            ])
    }
}

extension Statement {
    var params: [String: Value] {
        Params.of(
            extra,
            known: [
                "article": .string(article.value), "quote": .string(quote.value),
                "before": Params.text(before), "after": Params.text(after),
                "speaker": Params.text(speaker?.value), "mode": .string(mode.rawValue),
                "stance": .string(stance.rawValue), "value": Params.text(value?.value),
                "basis": Params.text(basis), "rank": .string(rank.rawValue),
            ])
    }
}

extension Metric {
    var params: [String: Value] {
        Params.of(
            extra,
            known: [
                "id": .string(id), "title": Params.texts(titles), "unit": Params.text(unit),
                "growth-of": Params.text(growthOf?.value),
            ])
    }
}

extension Outlet {
    var params: [String: Value] {
        Params.of(
            extra,
            known: [
                "id": .string(id), "name": .string(name), "labels": Params.texts(labels),
                "url": Params.text(url),
            ])
    }
}

extension Page {
    var params: [String: Value] {
        Params.of(
            extra,
            known: [
                "title": .string(title), "lang": Params.text(language),
                "template": Params.text(template?.value),
            ])
    }
}

extension ArchiveSettings {
    /// `site.params`: unknown keys of archive.yml.
    var params: [String: Value] { Params.of(extra) }
}
