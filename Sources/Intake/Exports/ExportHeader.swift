import Archive

/// What reading services put above and into the Markdown that they export, read and taken away:
/// Readwise's list of metadata and links to its highlights, properties of Logseq, Cubox's links.
enum ExportHeader {
    /// The full title, if the export has it besides the heading.
    static func read(_ draft: inout ArticleDraft) -> String? {
        readCubox(&draft)
        return readProperties(&draft) ?? readReadwise(&draft)
    }

    // MARK: - Logseq

    /// Page properties as Logseq and Readwise's export to it have them: `title:: The ferry`.
    private static func readProperties(_ draft: inout ArticleDraft) -> String? {
        var found: [String: String] = [:]
        for index in draft.lines.indices {
            let line = draft.lines[index].text.trimmed
            if line.isEmpty { continue }
            guard
                let sign = line.firstRange(of: ":: ")
                    ?? (line.hasSuffix("::") ? line.firstRange(of: "::") : nil),
                case let key = line[..<sign.lowerBound], !key.isEmpty,
                key.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D || $0 == 0x5F })
            else { break }
            let value = plain(String(line[sign.upperBound...])).filter { $0 != "\"" }.trimmed
            found[key.lowercased()] = value
            switch key.lowercased() {
            case "author", "authors":
                draft.add(
                    authors: value.split(separator: ",").map { String($0).trimmed }.filter {
                        !$0.isEmpty
                    },
                    "page properties", line: index)
            case "url" where draft.url == nil && WebAddress.host(of: value) != nil:
                draft.url = value
                draft.note("url", "page properties", line: index)
            case "date", "published", "published-date":
                if draft.date == nil { draft.date = PageMetadata.date(in: value) }
                if draft.date != nil { draft.note("date", "page properties", line: index) }
            case "tags":
                let tags = value.split(separator: ",").map { String($0.drop { $0 == "#" }).trimmed }
                draft.tags += tags.filter { !$0.isEmpty && !draft.tags.contains($0) }
            default: break
            }
            draft.drop(index, rule: "page-property")
        }
        guard !found.isEmpty else { return nil }
        for index in draft.lines.indices where draft.isKept[index] {
            let line = draft.lines[index].text.trimmed
            let isNote =
                line.hasPrefix("- Highlights first synced by [[")
                || line.hasPrefix("- New highlights added [[")
                || line.hasPrefix("- Highlights refreshed by [[")
            guard isNote else { continue }
            draft.drop(index, rule: "readwise")
            // What was below it in the list moves up; else the parser takes it for code.
            for below in draft.lines.indices.dropFirst(index + 1) {
                let text = draft.lines[below].text
                guard text.isEmpty || text.hasPrefix("\t") || text.hasPrefix("  ") else { break }
                draft.lines[below].text = String(text.dropFirst(text.hasPrefix("\t") ? 1 : 2))
            }
        }
        let title = found["full-title"] ?? found["title"]
        return title.flatMap { $0.isEmpty ? nil : $0 }
    }

    // MARK: - Readwise

    private static func readReadwise(_ draft: inout ArticleDraft) -> String? {
        let lines = draft.lines.map { $0.text.trimmed }
        guard
            let start = lines.prefix(40).firstIndex(of: "## Metadata"),
            lines[(start + 1)...].prefix(12).contains(where: { $0.hasPrefix("- Category: #") })
        else { return nil }
        for index in lines[..<start].indices where lines[index].hasPrefix("![rw-book-cover]") {
            draft.drop(index, rule: "readwise")
        }
        draft.drop(start, rule: "readwise")
        var title: String?
        for index in lines.indices.dropFirst(start + 1) {
            let line = lines[index]
            if line.isEmpty { continue }
            guard line.hasPrefix("- "), let colon = line.firstIndex(of: ":") else { break }
            let key = line[line.index(line.startIndex, offsetBy: 2)..<colon].lowercased()
            let value = String(line[line.index(after: colon)...]).trimmed
            if key == "full title", !value.isEmpty { title = plain(value) }
            take(key, value, line: index, into: &draft)
            draft.drop(index, rule: "readwise")
        }
        for index in lines.indices where draft.isKept[index] && !draft.fenced[index] {
            if lines[index] == "## Full Document" { draft.drop(index, rule: "readwise") }
            dropHighlightLink(index, &draft)
        }
        return title
    }

    private static func take(
        _ key: String, _ value: String, line: Int, into draft: inout ArticleDraft
    ) {
        guard !value.isEmpty else { return }
        switch key {
        case "author":
            let names = value.split(separator: ",").map { plain(String($0)) }
            draft.add(authors: names, "Readwise metadata", line: line)
        case "url" where draft.url == nil:
            draft.url = plain(value)
            draft.note("url", "Readwise metadata", line: line)
        case "published date" where draft.date == nil:
            draft.date = PageMetadata.date(in: plain(value))
            if draft.date != nil { draft.note("date", "Readwise metadata", line: line) }
        case "document tags":
            for tag in value.split(separator: " ") where tag.hasPrefix("#") {
                draft.tags.append(String(tag.dropFirst()))
            }
        default: break
        }
    }

    /// `[[A]]` → `A`.
    private static func plain(_ value: String) -> String {
        value.trimmed.replacing("[[", with: "").replacing("]]", with: "")
    }

    /// `… ([View Highlight](https://read.readwise.io/…))`.
    private static func dropHighlightLink(_ index: Int, _ draft: inout ArticleDraft) {
        let line = draft.lines[index].text
        for opening in [" ([View Highlight](", " ([Location "] {
            guard let start = line.range(of: opening), line.trimmed.hasSuffix("))") else {
                continue
            }
            draft.drop(
                String(line[start.lowerBound...]).trimmed, of: draft.lines[index].number,
                rule: "readwise")
            draft.lines[index] = NumberedLine(
                draft.lines[index].number, String(line[..<start.lowerBound]))
            return
        }
    }

    // MARK: - Cubox

    private static func readCubox(_ draft: inout ArticleDraft) {
        let lines = draft.lines.map { $0.text.trimmed }
        guard
            let card = lines.prefix(8).firstIndex(where: {
                $0.hasPrefix("[") && $0.hasSuffix(")") && $0.contains("](https://cubox.")
            })
        else { return }
        draft.drop(card, rule: "cubox")
        for index in lines.indices.prefix(card + 4).suffix(7) where index != card {
            guard let open = lines[index].range(of: "]("), lines[index].hasPrefix("["),
                lines[index].hasSuffix(")"),
                originals.contains(where: { lines[index].contains($0) })
            else { continue }
            let url = String(lines[index][open.upperBound...].dropLast())
            if draft.url == nil, WebAddress.host(of: url) != nil {
                draft.url = url
                draft.note("url", "Cubox link", line: index)
            }
            draft.drop(index, rule: "cubox")
        }
    }

    private static let originals = WordList.pages["original-link"]
}
