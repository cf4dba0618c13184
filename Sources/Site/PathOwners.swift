import Archive
import Text

/// Maps each file of the site to the part of the archive that writes it, before rendering.
///
/// Every file has one owner. A second owner would silently replace the file of the first, so it is
/// an error that names both; so is a file where another owner needs a folder.
struct PathOwners {
    struct Owner: Equatable {
        /// As in "the article `a`".
        var name: String
        /// `nil` for files that every build writes.
        var place: Diagnostic.Place?
        /// What an editor can do about a conflict.
        var help: String
    }

    private let archive: Archive
    private let taxonomies: Taxonomies
    /// By path below `public/`.
    ///
    /// Files of articles, entities and claims are not listed: `itemOwner` finds them.
    private var owners: [String: Owner] = [:]
    /// The paths in `owners`.
    var listed: Set<String> { Set(owners.keys) }
    /// By path of a folder with trailing slash: one file below it.
    private var folders: [String: String] = [:]
    /// Errors, in no order.
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameters:
    ///   - taxonomies: of the archive.
    ///   - theme: the templates and assets of the site.
    init(_ archive: Archive, _ taxonomies: Taxonomies, _ theme: ThemeFiles) {
        self.archive = archive
        self.taxonomies = taxonomies
        addGeneratedFiles()
        addLists(archive)
        addAssets(archive, theme)
        // Last, so that a conflict is reported where an editor chose the path.
        addPages(archive)
        addAliases(archive)
    }

    // MARK: Files of every build

    private static let dataFiles = [
        "data/entities.json", "data/entities.jsonld", "data/mentions.csv", "data/claims.json",
        "data/claims.csv", "data/relations.json", "data/datapackage.json",
    ]

    private mutating func addGeneratedFiles() {
        let files = [
            ("the home page", ["index.html"]),
            ("the page for missing addresses", ["404.html"]),
            ("a feed", ["feed.xml", "feed.json"]),
            ("the sitemap", ["sitemap.xml"]),
            ("the file for robots", ["robots.txt"]),
            ("the OpenSearch description", ["opensearch.xml"]),
            ("the overview for language models", ["llms.txt"]),
            ("the manifest of the site", ["manifest.json"]),
            ("the search page", ["search/index.html"]),
            ("the search index", ["search/manifest.json", "search/manifest.js"]),
            ("a data file", Self.dataFiles),
        ]
        for (name, paths) in files {
            for path in paths { add(path, Self.builtIn(name)) }
        }
    }

    private mutating func addLists(_ archive: Archive) {
        add("articles/index.html", Self.builtIn("the list of articles"))
        for kind in archive.kinds {
            add("\(kind.folder)/index.html", Self.builtIn("the list of \(kind.folder)"))
        }
        for (folder, terms) in [
            ("tags", taxonomies.tags), ("outlets", taxonomies.outlets), ("years", taxonomies.years),
        ] {
            add("\(folder)/index.html", Self.builtIn("the list of \(folder)"))
            for term in terms {
                let name = "the list of the \(folder.dropLast()) `\(term.name)`"
                add("\(folder)/\(term.id)/index.html", Self.builtIn(name))
            }
        }
        add("metrics/index.html", Self.builtIn("the list of metrics"))
        for metric in archive.metrics {
            add(
                SitePath.metric(metric.id) + "index.html",
                Owner(
                    name: "the metric `\(metric.id)`", place: metric.place, help: Self.otherID))
        }
        add("claims/index.html", Self.builtIn("the list of claims"))
        add("claims/disputed/index.html", Self.builtIn("the list of disputed claims"))
    }

    // MARK: Files of the archive

    private static let articleFiles = ["index.html", "index.md", "text.txt", "annotations.json"]
    /// The files of an entity or a claim.
    private static let itemFiles = ["index.html", "card.json"]
    private static let otherID = "choose another id"

    /// The article, entity or claim that writes a file.
    ///
    /// Their ids are unique, and their folders cannot have the names of files, so they are looked
    /// up instead of listed: an archive may have tens of thousands of them.
    private func itemOwner(of path: String) -> Owner? {
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        guard names.count == 3 else { return nil }
        let (id, name) = (String(names[1]), String(names[2]))
        switch String(names[0]) {
        case "articles": return Self.articleFiles.contains(name) ? articleOwner(id) : nil
        case "claims": return Self.itemFiles.contains(name) ? claimOwner(id) : nil
        case let folder: return Self.itemFiles.contains(name) ? entityOwner(id, in: folder) : nil
        }
    }

    /// The article, entity or claim whose folder has this path.
    private func itemOwner(ofFolder path: String) -> Owner? {
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        guard names.count == 2 else { return nil }
        let id = String(names[1])
        switch String(names[0]) {
        case "articles": return articleOwner(id)
        case "claims": return claimOwner(id)
        case let folder: return entityOwner(id, in: folder)
        }
    }

    private func articleOwner(_ slug: String) -> Owner? {
        guard let index = archive.lookup.articleBySlug[slug] else { return nil }
        return Owner(
            name: "the article `\(slug)`",
            place: Diagnostic.Place(file: archive.articles[index].file),
            help: "rename the file, or give it another `slug`")
    }

    private func entityOwner(_ id: String, in folder: String) -> Owner? {
        guard let index = archive.lookup.entityByID[id],
            archive.entities[index].kind.folder == folder
        else { return nil }
        return Owner(
            name: "the entity `\(id)`",
            place: Diagnostic.Place(file: archive.entities[index].file), help: "rename the file")
    }

    private func claimOwner(_ id: String) -> Owner? {
        guard let index = archive.lookup.claimByID[id] else { return nil }
        return Owner(
            name: "the claim `\(id)`", place: archive.claims[index].place, help: Self.otherID)
    }

    private mutating func addAssets(_ archive: Archive, _ theme: ThemeFiles) {
        if KindStyles(archive.kinds, theme).file != nil {
            add(KindStyles.path, Self.builtIn("the colors of declared kinds"))
        }
        for path in theme.assetPaths {
            let origin = theme.files[path]?.origin ?? path
            let isBuiltIn = ThemeFiles.builtIn[path] != nil && !theme.isOverridden(path)
            add(
                path,
                isBuiltIn
                    ? Self.builtIn("the built-in theme")
                    : Owner(
                        name: "the theme's file `\(origin)`",
                        place: Diagnostic.Place(file: origin), help: "rename the file"))
        }
        for path in archive.assets where path.hasPrefix("content/") {
            add(
                SitePath.asset(path),
                Owner(
                    name: "the asset `\(path)`", place: Diagnostic.Place(file: path),
                    help: path.hasPrefix("content/root/")
                        ? "rename or remove it"
                        : "rename it, or move it to `templates/assets/` to replace a file of the theme"
                ))
        }
    }

    private mutating func addPages(_ archive: Archive) {
        // `index` is the text of the home page.
        for page in archive.pages where page.path != "index" {
            add(
                page.path + "/index.html",
                Owner(
                    name: "the page `\(page.file)`", place: Diagnostic.Place(file: page.file),
                    help: "rename the file"))
        }
    }

    private mutating func addAliases(_ archive: Archive) {
        for source in RedirectPath.sources(archive) {
            let folders = Set(
                RedirectPath.dataFolders(source.oldPaths, of: source.path, in: archive))
            var own = [source.path]
            for alias in source.oldPaths {
                guard let path = RedirectPath.of(alias.value) else { continue }
                if own.contains(path) {
                    diagnostics.append(
                        Diagnostic(
                            .warning, "useless-alias", at: alias.place,
                            path == own[0]
                                ? "the alias `\(alias.value)` is the address of \(source.name) itself"
                                : "the alias `\(alias.value)` occurs twice",
                            help: "remove it"))
                    continue
                }
                own.append(path)
                let data = folders.contains(path) ? source.dataFiles.map { path + $0 } : []
                let owner = Owner(
                    name: "the alias `\(alias.value)` of \(source.name)", place: alias.place,
                    help: "remove the alias, or write another path")
                let problems = diagnostics.count
                add(SitePath.file(path), owner)
                // One error for an address, and not one for each file of it.
                guard diagnostics.count == problems else { continue }
                for file in data { add(file, owner) }
            }
        }
    }

    private static func builtIn(_ name: String) -> Owner {
        Owner(name: name, place: nil, help: "")
    }

    // MARK: Conflicts

    private mutating func add(_ path: String, _ owner: Owner) {
        if let other = owners[path] ?? itemOwner(of: path) {
            report(owner, "has the same path as \(other.name)", path, other)
            return
        }
        if let other = folders[path + "/"].flatMap({ owners[$0] }) ?? itemOwner(ofFolder: path) {
            report(owner, "is a file where \(other.name) needs a folder", path, other)
            return
        }
        for folder in Self.folders(of: path) {
            let file = String(folder.dropLast())
            if let other = owners[file] ?? itemOwner(of: file) ?? Self.reserved(file) {
                report(owner, "needs a folder where \(other.name) is a file", file, other)
                return
            }
        }
        if let other = owner.place == nil ? nil : Self.reserved(path) {
            report(owner, "has the same path as \(other.name)", path, other)
            return
        }
        owners[path] = owner
        for folder in Self.folders(of: path) where folders[folder] == nil {
            folders[folder] = path
        }
    }

    /// The owner of a file of the site.
    func owner(of path: String) -> Owner? {
        owners[path] ?? itemOwner(of: path) ?? Self.reserved(path)
    }

    /// Warnings about pages and assets whose paths differ only in case, and about tags and outlets
    /// that only a hash keeps apart.
    var advice: [Diagnostic] { sameCase + sameSegments }

    private var sameSegments: [Diagnostic] {
        let tags = taxonomies.tagSegments.collisions.flatMap { group in
            group.dropFirst().map { name in
                similar(
                    "tags", group[0], name, taxonomies.path(ofTag: name),
                    at: firstArticle { $0.tags.contains(name) }, \.tagsPlace)
            }
        }
        let outlets = taxonomies.outletSegments.collisions.flatMap { group in
            group.dropFirst().map { name in
                similar(
                    "outlets", group[0], name, taxonomies.path(ofOutlet: name),
                    at: firstArticle { $0.outlet == name }, \.outletPlace)
            }
        }
        return tags + outlets
    }

    private func firstArticle(_ names: (Article) -> Bool) -> Article? {
        archive.articles.filter(names).min { $0.file < $1.file }
    }

    private func similar(
        _ what: String, _ first: String, _ name: String, _ path: String, at article: Article?,
        _ place: KeyPath<Article, Diagnostic.Place?>
    ) -> Diagnostic {
        Diagnostic(
            .warning, "similar-\(what)",
            at: article.map { $0[keyPath: place] ?? .init(file: $0.file) },
            "the \(what) `\(name)` and `\(first)` would have one folder",
            notes: ["the page of `\(name)` is `\(path)`"],
            help: "write both in one way if they are one")
    }

    private var sameCase: [Diagnostic] {
        let items =
            archive.articles.map { SitePath.article($0.slug) }
            + archive.entities.map(SitePath.entity) + archive.claims.map { SitePath.claim($0.id) }
        let listed = owners.keys.filter { $0.hasSuffix("/index.html") || $0.hasPrefix("assets/") }
        let paths = listed + items.map { $0 + "index.html" }
        let groups = Dictionary(grouping: paths) { $0.lowercased() }.values.filter { $0.count > 1 }
        return groups.flatMap { group -> [Diagnostic] in
            let group = group.sorted()
            return group.dropFirst().compactMap { path in
                guard let owner = owner(of: path) else { return nil }
                return Diagnostic(
                    .warning, "path-case", at: owner.place,
                    "`\(SitePath.page(path))` and `\(SitePath.page(group[0]))` differ only in upper and lower case",
                    notes: ["they are one on disks that ignore case, as on Windows and macOS"],
                    help: owner.help.isEmpty ? "write both in one way" : owner.help)
            }
        }
    }

    /// The owner of a file whose exact name is known only after rendering: a later page of a list,
    /// a file of the search index, a list of claims.
    private static func reserved(_ path: String) -> Owner? {
        let names = path.split(separator: "/")
        guard let name = names.last else { return nil }
        if names[0].hasPrefix(".variorum-") {
            return builtIn("a build's own file")
        }
        if name != "index.html", Slug.isListPage(name) {
            return builtIn("a later page of a list")
        }
        if names.count > 3, name == "index.html", names[0] == "claims", names[1] == "by",
            ClaimFilter.allCases.contains(where: { $0.rawValue == names[2] })
        {
            return builtIn("a list of claims")
        }
        let isIndex = name.hasSuffix(".json") || name.hasSuffix(".js")
        return names.count == 2 && names[0] == "search" && isIndex
            ? builtIn("the search index") : nil
    }

    /// `a/`, `a/b/` of `a/b/c.html`.
    private static func folders(of path: String) -> [String] {
        path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map {
            String(path[...$0])
        }
    }

    private mutating func report(_ owner: Owner, _ words: String, _ path: String, _ other: Owner) {
        let notes = other.place.map { place in
            "the other is \(place.file)\(place.line > 0 ? ":\(place.line)" : "")"
        }
        diagnostics.append(
            Diagnostic(
                .error, "duplicate-path", at: owner.place, "\(owner.name) \(words): `\(path)`",
                notes: [notes ?? "this file is written by the build itself"], help: owner.help))
    }
}
