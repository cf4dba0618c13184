import Text

/// Files that lie below `content/` and that nothing reads: one warning for each folder, not each
/// file.
struct IgnoredFiles {
    private var groups: [(folder: String, paths: [String])] = []

    /// Folders below `content/` that are read.
    private let folders: [String]
    private let kinds: [Entity.Kind]
    static let files = ["archive.yml", "metrics.yml", "outlets.yml"]

    init(kinds: [Entity.Kind]) {
        self.kinds = kinds
        folders =
            ["articles"] + kinds.map(\.folder)
            + ["claims", "annotations", "originals", "review", "pages", "assets", "root"]
    }

    mutating func add(_ path: String) {
        let folder = path.utf8.split(separator: 0x2F).dropLast().prefix(2)
            .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
        if let last = groups.indices.last, groups[last].folder == folder {
            groups[last].paths.append(path)
        } else {
            groups.append((folder, [path]))
        }
    }

    var diagnostics: [Diagnostic] {
        groups.map { group in
            let first = group.paths[0]
            let count = group.paths.count
            return Diagnostic(
                .warning, "ignored-file", at: Diagnostic.Place(file: first),
                count == 1
                    ? "nothing reads this file"
                    : "nothing reads this file and \(count - 1) more in `\(group.folder)/`",
                help: help(folder: group.folder, path: first))
        }
    }

    private func help(folder: String, path: String) -> String {
        let name = String(folder.dropFirst("content/".count))
        let mayBeKind = folder != "content" && !name.contains("/") && path.hasSuffix(".md")
        let declaration =
            "Entities of a kind of your own need `kinds: [{id: …, folder: \(name)}]` in `content/archive.yml`"
        if folder == "content" {
            let file = String(path.dropFirst("content/".count))
            if let near = Spelling.nearest(to: file, among: Self.files) {
                return "did you mean `content/\(near)`?"
            }
        } else if folders.contains(name) {
            return "files to be copied as they are belong in `content/assets/`"
        } else if let kind = kinds.first(where: { $0.id == name }) {
            return "did you mean `content/\(kind.folder)/`?"
        } else if let near = Spelling.nearest(to: name, among: folders) {
            let hint = "did you mean `content/\(near)/`?"
            // `places` is two letters from `pages`.
            let isSure =
                Spelling.distance(Array(name.unicodeScalars), Array(near.unicodeScalars)) < 2
            return isSure || !mayBeKind ? hint : "\(hint) \(declaration)"
        }
        let usual =
            "put articles into `content/articles/`, files to be copied as they are into `content/assets/`"
        return mayBeKind ? "\(usual). \(declaration)" : usual
    }
}
