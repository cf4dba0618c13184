import Text

/// JSON that reading services write: wallabag, JSON Feed, Readwise and Pocket highlights are read;
/// lists of bookmarks and everything else are refused by name.
struct JSONExport {
    private(set) var documents: [CapturedDocument] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// `nil` if the bytes are no JSON list or object.
    init?(_ source: Source) {
        var start = source.bytes[...].drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        let isNamed = ["json", "jsonl", "ndjson"].contains(source.fileExtension)
        guard start.first == UInt8(ascii: "{") || start.first == UInt8(ascii: "[") else {
            return nil
        }
        let place = Diagnostic.Place(file: source.name)
        let value: JSONValue
        do throws(JSONValue.Mistake) {
            value = try JSONValue.read(source.bytes)
        } catch {
            guard isNamed else { return nil }
            start = start.prefix { $0 != 0x0A }
            if source.fileExtension != "json", JSONValue.parsed(Array(start)) != nil {
                diagnostics = [Self.refused("JSON lines", at: place)]
                return
            }
            let line = source.bytes.prefix(error.offset).reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
            diagnostics = [
                Diagnostic(
                    .error, "damaged-export",
                    at: Diagnostic.Place(file: source.name, line: line, column: 1),
                    "the JSON is damaged: \(error.message)", help: "export it again")
            ]
            return
        }
        guard value.members != nil || value.items?.first?.members != nil || isNamed else {
            return nil
        }
        read(value, source.name, place)
    }

    private mutating func read(_ value: JSONValue, _ name: String, _ place: Diagnostic.Place) {
        if let items = value["_embedded"]?["items"]?.items ?? Self.list(value, "content", "url") {
            // wallabag: the export of its page, or the answer of its interface.
            add(items, name, place) { item in
                var text = Self.common(item, from: "the wallabag export")
                text.html = item["content"]?.string ?? ""
                text.date = item["published_at"]?.string ?? text.date
                text.authors = item["published_by"]?.items?.compactMap(\.string) ?? text.authors
                text.outlet = item["domain_name"]?.string
                return text
            }
        } else if value["version"]?.string?.contains("jsonfeed.org") == true,
            let items = value["items"]?.items
        {
            add(items, name, place) { item in
                var text = Self.common(item, from: "the feed")
                text.html =
                    item["content_html"]?.string
                    ?? item["content_text"]?.string.map(ExportedText.html) ?? ""
                text.date = item["date_published"]?.string
                text.outlet = value["title"]?.string
                text.language = item["language"]?.string ?? value["language"]?.string
                return text
            }
        } else if let books = value["results"]?.items ?? Self.list(value, "highlights") {
            // Readwise's export, and Pocket's highlights.
            add(books, name, place) { book in
                let from = book["user_book_id"] == nil ? "the export" : "the Readwise export"
                var text = Self.common(book, from: from)
                text.title = book["title"]?.string ?? book["readable_title"]?.string
                text.html = Self.highlights(book["highlights"]?.items ?? [])
                text.url = book["source_url"]?.string ?? text.url
                return text
            }
        } else if let links = Self.links(value) {
            diagnostics.append(TableExport.linkList(links, at: place))
        } else {
            diagnostics.append(Self.refused(Self.kind(of: value), at: place))
        }
    }

    private mutating func add(
        _ items: [JSONValue], _ name: String, _ place: Diagnostic.Place,
        _ text: (JSONValue) -> ExportedText
    ) {
        var empty: [String] = []
        for item in items {
            let text = text(item)
            if text.letters > 0 {
                documents.append(text.document(named: name))
            } else {
                empty.append(text.title ?? text.url ?? "an entry without title")
            }
        }
        guard !empty.isEmpty || items.isEmpty else { return }
        diagnostics.append(
            Diagnostic(
                documents.isEmpty ? .error : .warning, "entry-without-text", at: place,
                items.isEmpty
                    ? "the export has no entries"
                    : "\(empty.count) of \(items.count) entries have no text and were not added",
                notes: empty.prefix(3).map { "such as `\($0)`" },
                help: "open those pages in a browser, save them, and add what was saved"))
    }

    private static func common(_ item: JSONValue, from: String) -> ExportedText {
        var text = ExportedText(from: from)
        text.title = item["title"]?.string
        text.url = item["url"]?.string
        text.language = item["language"]?.string
        text.authors = [item["author"]?.string ?? item["author"]?["name"]?.string].compactMap { $0 }
        if text.authors.isEmpty {
            text.authors =
                item["authors"]?.items?.compactMap { $0["name"]?.string ?? $0.string } ?? []
        }
        text.tags =
            (item["tags"] ?? item["book_tags"])?.items?.compactMap {
                $0.string ?? $0["name"]?.string ?? $0["label"]?.string
            } ?? []
        return text
    }

    private static func highlights(_ items: [JSONValue]) -> String {
        items.map { item in
            let words = (item["text"] ?? item["quote"])?.string ?? ""
            let note = item["note"]?.string ?? ""
            return "<blockquote>\(ExportedText.html(of: words))</blockquote>"
                + (note.trimmed.isEmpty ? "" : ExportedText.html(of: note))
        }.joined()
    }

    /// The items of a list whose first item has these members.
    private static func list(_ value: JSONValue, _ names: String...) -> [JSONValue]? {
        guard let items = value.items, let first = items.first, first.members != nil,
            names.allSatisfy({ first[$0] != nil })
        else { return nil }
        return items
    }

    /// Addresses of a list of bookmarks: flat lists, Pocket's, and the trees of browsers.
    private static func links(_ value: JSONValue) -> [String]? {
        var found: [String] = []
        var open = [value]
        while let next = open.popLast(), found.count < 100_000 {
            if let url = ["url", "uri", "given_url", "resolved_url", "href", "link"].lazy
                .compactMap({ next[$0]?.string }).first
            {
                found.append(url)
            }
            open += (next.items ?? []).reversed()
            open += (next.members ?? []).map(\.value).reversed()
        }
        let isTree = value["roots"] != nil || value["children"] != nil || value["list"] != nil
        let isList =
            value.items?.first.map { $0["url"] ?? $0["href"] ?? $0["link"] ?? $0["uri"] } != nil
        return found.isEmpty || !(isTree || isList) ? nil : found
    }

    private static func kind(of value: JSONValue) -> String {
        let sample = value.items?.first ?? value
        if sample["citation-key"] != nil || sample["issued"] != nil && sample["type"] != nil {
            return "a CSL JSON bibliography"
        }
        if sample["mapping"] != nil { return "an export of conversations" }
        if sample["full_text"] != nil || sample["tweet"] != nil { return "an export of posts" }
        let keys = (sample.members ?? []).prefix(4).map { "`\($0.name.text)`" }
        return keys.isEmpty ? "JSON" : "JSON with the keys \(keys.joined(separator: ", "))"
    }

    private static func refused(_ kind: String, at place: Diagnostic.Place) -> Diagnostic {
        Diagnostic(
            .error, "unread-export", at: place, "the file is \(kind), which is not read",
            help: "save the texts as HTML, Markdown or plain text, and add those")
    }
}
