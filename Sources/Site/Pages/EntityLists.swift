import Archive
import Text

/// `people/`, `products/`, `organizations/`: all entities of a kind, most mentioned first.
struct EntityLists {
    private static let rowsPerPage = 500

    let renderer: PageRenderer

    var models: [PageModel] { renderer.archive.kinds.flatMap(models) }

    private func models(of kind: Entity.Kind) -> [PageModel] {
        let members = renderer.archive.entities.indices
            .filter { renderer.archive.entities[$0].kind == kind }
            .map { (index: $0, count: renderer.graph.mentionCounts[$0]) }
            .sorted { ($1.count, $0.index) < ($0.count, $1.index) }
        let pages = Pager.pages(
            members, size: Self.rowsPerPage, path: kind.folder + "/", renderer: renderer)
        return pages.map { page in
            var model = renderer.model(
                .entities, path: page.path, title: renderer.kindWords.title(kind),
                section: kind.folder)
            model["heading"] = renderer.kindWords.title(kind)
            model["count"] = renderer.kindWords.count(members.count, of: kind)
            model["items"] =
                HTMLText(
                    joining: page.items.map {
                        renderer.row(entity: $0.index, count: String($0.count), from: page.path)
                    }, separator: "\n") ?? HTMLText([])
            model["pager"] = page.pager
            return model
        }
    }
}
