import Archive
import Text

/// A page at each old path of an article, an entity, a claim or an editor's page, which redirects
/// to
/// its page.
///
/// The other files that were at the old path, such as an article's `text.txt`, cannot redirect:
/// they
/// are written there as well, with the page (`RedirectPath.dataFolders`).
struct Redirects {
    let renderer: PageRenderer

    var models: [PageModel] {
        RedirectPath.sources(renderer.archive).flatMap { source -> [PageModel] in
            let paths = Set(source.oldPaths.compactMap { RedirectPath.of($0.value) })
            return paths.subtracting([source.path]).sorted().map { path in
                PageModel(
                    path: path, template: .redirect,
                    fields: [
                        "lang": renderer.strings.language, "title": source.title,
                        "textLang": renderer.foreign(source.language),
                        "root": SitePath.root(from: path),
                        "href": SitePath.link(from: path, to: source.path),
                    ])
            }
        }
    }
}

/// An old path of a page as a folder of the site, with a trailing slash; the home page's is empty.
enum RedirectPath {
    /// What has old paths.
    struct Source {
        /// As in "the article `a`".
        var name: String
        var path: String
        var title: String
        var language: String?
        var oldPaths: [Located<String>]
        /// Files beside its page that old paths have, too.
        var dataFiles: [String]
    }

    static func sources(_ archive: Archive) -> [Source] {
        var sources: [Source] = []
        // By index: a whole article is expensive to copy.
        for index in archive.articles.indices where !archive.articles[index].aliases.isEmpty {
            let article = archive.articles[index]
            sources.append(
                Source(
                    name: "the article `\(article.slug)`", path: SitePath.article(article.slug),
                    title: article.title, language: article.language, oldPaths: article.aliases,
                    dataFiles: ["index.md", "text.txt", "annotations.json"]))
        }
        for entity in archive.entities where !entity.oldPaths.isEmpty {
            sources.append(
                Source(
                    name: "the entity `\(entity.id)`", path: SitePath.entity(entity),
                    title: entity.name, language: nil, oldPaths: entity.oldPaths,
                    dataFiles: ["card.json"]))
        }
        for claim in archive.claims where !claim.oldPaths.isEmpty {
            sources.append(
                Source(
                    name: "the claim `\(claim.id)`", path: SitePath.claim(claim.id),
                    title: claim.title, language: nil, oldPaths: claim.oldPaths,
                    dataFiles: ["card.json"]))
        }
        for page in archive.pages where !page.oldPaths.isEmpty {
            sources.append(
                Source(
                    name: "the page `\(page.file)`",
                    path: page.path == "index" ? "" : page.path + "/", title: page.title,
                    language: page.language, oldPaths: page.oldPaths, dataFiles: []))
        }
        return sources
    }

    /// - Returns: `nil` for an empty path and for one that leaves the site.
    static func of(_ alias: String) -> String? {
        var segments = alias.split(separator: "/").map(String.init)
        guard !segments.isEmpty else { return nil }
        if segments.last == "index.html" { segments.removeLast() }
        guard !segments.contains(".."), !segments.contains(".") else {
            return nil
        }
        return segments.map { SitePath.segment($0) + "/" }.joined()
    }

    /// The old paths of a page at which its data files were: those as deep as its own.
    static func dataFolders(
        _ oldPaths: [Located<String>], of path: String, in archive: Archive
    ) -> [String] {
        guard !oldPaths.isEmpty else { return [] }
        let sections = Set(["articles", "claims"] + archive.kinds.map(\.folder))
        return Set(oldPaths.compactMap { of($0.value) }).subtracting([path]).filter { folder in
            let names = folder.split(separator: "/")
            return names.count == 2 && sections.contains(String(names[0]))
        }
        .sorted()
    }
}
