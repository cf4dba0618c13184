/// What a path below `content/` is for.
enum FileRole: Equatable {
    case loaded(ContentFolder.Role)
    case asset
    case original
    /// Open suggestions; read by `accept`, never published.
    case review
    /// For people who open the folder; not part of the site.
    case notice
    case unknown

    /// - Parameter kinds: whose folders hold entities.
    init(_ path: String, kinds: [Entity.Kind]) {
        let parts = path.utf8.split(separator: 0x2F).map { String(decoding: $0, as: UTF8.self) }
        guard parts.count > 1, let name = parts.last else {
            self = .unknown
            return
        }
        let type = Self.fileExtension(name)
        if parts.count == 2 {
            self = Self.single(name)
            return
        }
        switch (parts[1], type) {
        case ("articles", "md"), ("articles", "markdown"): self = .loaded(.article)
        case ("articles", "html"), ("articles", "htm"), ("articles", "txt"):
            self = .loaded(.rawArticle)
        case ("claims", "yml"), ("claims", "yaml"): self = .loaded(.claims)
        case ("annotations", "yml"), ("annotations", "yaml"): self = .loaded(.annotations)
        case ("pages", "md"), ("pages", "markdown"): self = .loaded(.page)
        case ("assets", _), ("root", _): self = .asset
        case ("originals", _): self = .original
        case ("rules", "rule"): self = .notice
        case ("review", _): self = .review
        case (let folder, "md"):
            let kind = kinds.first { $0.folder == folder }
            self = kind.map { .loaded(.entity($0)) } ?? .unknown
        default: self = .unknown
        }
    }

    private static func single(_ name: String) -> FileRole {
        switch name {
        case "archive.yml", "archive.yaml": .loaded(.settings)
        case "metrics.yml", "metrics.yaml": .loaded(.metrics)
        case "outlets.yml", "outlets.yaml": .loaded(.outlets)
        case "LICENSE", "LICENSE.md", "LICENSE.txt", "README", "README.md", "README.txt": .notice
        default: .unknown
        }
    }

    /// In lower case, without the dot; `""` for none.
    static func fileExtension(_ name: String) -> String {
        guard let dot = name.utf8.lastIndex(of: 0x2E), dot != name.utf8.startIndex else {
            return ""
        }
        return String(name[name.utf8.index(after: dot)...]).lowercased()
    }

    /// The last part of a path, without its extension.
    static func stem(_ path: String) -> String {
        let name =
            path.utf8.split(separator: 0x2F).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
        let type = fileExtension(name)
        return type.isEmpty
            ? name : String(decoding: name.utf8.dropLast(type.utf8.count + 1), as: UTF8.self)
    }
}
