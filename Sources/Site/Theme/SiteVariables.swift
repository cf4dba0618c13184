import Archive

/// `site`: the settings of `archive.yml`, for every template.
struct SiteVariables: Sendable {
    static let shape = ContextShape("title description language author params*")

    private let site: [String: Value]

    var fields: Fields { Fields(site) }

    init(_ settings: ArchiveSettings) {
        var site: [String: Value] = [
            "title": .string(settings.title), "language": .string(settings.language),
        ]
        if !settings.description.isEmpty { site["description"] = .string(settings.description) }
        site["author"] = settings.author.map(Value.string)
        let params = settings.params
        if !params.isEmpty { site["params"] = .map(params) }
        self.site = site
    }

    /// The text of `site.title`, `site.params.color` …; "" for absent values.
    ///
    /// - Parameter path: without `site`.
    /// - Returns: `nil` for lists and dictionaries.
    func text(_ path: ArraySlice<Substring>) -> String? {
        var value = Value.map(site)
        for name in path {
            guard case .map(let members) = value, let inner = members[String(name)] else {
                return ""
            }
            value = inner
        }
        switch value {
        case .null: return ""
        case .bool(let flag): return String(flag)
        case .int(let number): return String(number)
        case .double(let number): return String(number)
        case .string(let text): return text
        case .list, .map: return nil
        }
    }
}
