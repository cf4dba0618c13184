import Archive

/// Long lists in parts: the first part is the page itself, the others are `page-2.html`,
/// `page-3.html` … beside it.
///
/// Files and not folders: an archive has thousands of them, and each folder is one more to make,
/// to keep and to look at.
enum Pager {
    struct Page<Item: Sendable>: Sendable {
        var path: String
        /// From 1.
        var number: Int
        var items: ArraySlice<Item>
        /// `nil` when the list has one part.
        var pager: Fields?
    }

    static func pages<Item: Sendable>(
        _ items: [Item], size: Int, path: String, renderer: PageRenderer
    ) -> [Page<Item>] {
        let total = max(1, (items.count + size - 1) / size)
        func place(_ number: Int) -> String {
            number == 1 ? path : path + Slug.listPage(number)
        }
        return (1...total).map { number in
            let slice = items[
                min((number - 1) * size, items.count)..<min(number * size, items.count)]
            guard total > 1 else {
                return Page(path: path, number: 1, items: slice, pager: nil)
            }
            var pager: Fields = [
                "label": renderer.strings("page-of", ["n": String(number), "total": String(total)])
            ]
            if number > 1 {
                pager["previous"] = SitePath.link(from: place(number), to: place(number - 1))
            }
            if number < total {
                pager["next"] = SitePath.link(from: place(number), to: place(number + 1))
            }
            return Page(path: place(number), number: number, items: slice, pager: pager)
        }
    }
}
