import Archive
import Text

/// Finds articles whose outlet is an id that `outlets.yml` does not have, for example after the id
/// was changed there: the site would have a second page for the outlet, titled with the id.
///
/// Any name is allowed. An id has only lower-case letters, digits, hyphens and underscores.
enum OutletCheck {
    static func diagnostics(_ archive: Archive) -> [Diagnostic] {
        guard !archive.outlets.isEmpty else { return [] }
        var places: [String: [Diagnostic.Place]] = [:]
        for index in archive.articles.indices {
            guard let outlet = archive.articles[index].outlet, isID(outlet),
                archive.outlet(outlet) == nil,
                !archive.outlets.contains(where: { $0.name == outlet })
            else { continue }
            places[outlet, default: []].append(
                archive.articles[index].outletPlace ?? .init(file: archive.articles[index].file))
        }
        let ids = archive.outlets.map(\.id).sorted()
        return places.sorted { $0.key < $1.key }.compactMap { outlet, places in
            guard let first = places.min(by: { $0.file < $1.file }) else { return nil }
            let others = places.count - 1
            return Diagnostic(
                .warning, "unknown-outlet", at: first,
                "outlets.yml has no outlet `\(outlet)`",
                notes: others == 0
                    ? [] : ["\(others) more article\(others == 1 ? " names" : "s name") it"],
                help: Spelling.nearest(to: outlet, among: ids).map { "did you mean `\($0)`?" }
                    ?? "write one of its ids, add the outlet, or write its name as readers know it")
        }
    }

    private static func isID(_ outlet: String) -> Bool {
        outlet.utf8.allSatisfy {
            switch Unicode.Scalar($0) {
            case "a"..."z", "0"..."9", "-", "_": true
            default: false
            }
        }
    }
}
