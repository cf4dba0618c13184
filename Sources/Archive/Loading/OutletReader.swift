import Text

/// Reads `outlets.yml`.
enum OutletReader {
    static func read(_ bytes: [UInt8], path: String) -> (
        outlets: [Outlet], diagnostics: [Diagnostic]
    ) {
        let list = ListFile(bytes, path: path, key: "outlets", subject: "an outlet")
        let outlets = list.rows.compactMap(outlet)
        return (outlets, list.file.diagnostics)
    }

    private static func outlet(_ row: MapReader) -> Outlet? {
        var row = row
        guard let id = row.identifier() else { return nil }
        var outlet = Outlet(id: id.value, place: id.place, name: id.value)
        if let title = row.string("title"), !title.isEmpty {
            outlet.name = title
        } else if let name = row.required("name", help: "write `name: …`, as readers know it") {
            outlet.name = name.value
        }
        outlet.labels = Dictionary(
            row.pairs("labels").map { ($0.key, $0.text.value) },
            uniquingKeysWith: { first, _ in first })
        if let address = row.text("url"), !address.value.isEmpty {
            if FieldsOfArticle.isWebAddress(address.value) {
                outlet.url = address.value
            } else {
                row.file.warning(
                    "bad-url", at: address.place,
                    "`\(ArticleReader.shown(address.value))` is no web address",
                    help: "write an address that begins with https://")
            }
        }
        outlet.extra = row.rest(known: ["id", "name", "title", "labels", "url"])
        return outlet
    }
}
