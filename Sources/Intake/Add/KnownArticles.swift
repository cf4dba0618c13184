import Files
import Text

/// The articles of an archive, to recognise one that is added again in other bytes: the same page
/// saved later, with other advertisements.
struct KnownArticles {
    private struct Entry {
        var file: String
        /// Letters only.
        var title: [UInt8]
        var url: String?
        /// The captured file that it names, below `content/`.
        var original: String?
        /// Of an article of this run; the others are read when they are compared.
        var body: [UInt8]?
    }

    struct Twin {
        /// Relative to the archive.
        var file: String
        /// The text is the same too, not only address or title.
        var isSame: Bool
    }

    private let root: String
    private var entries: [Entry] = []

    /// Looks at the front matter of everything below `content/articles`.
    init(root: String) throws {
        self.root = root
        for file in try FolderEntries.regularFiles(below: root + "/content/articles").map(\.path)
        where file.hasSuffix(".md") {
            let path = "content/articles/" + file
            let head = try Disk.read(root + "/" + path).prefix(8192)
            var title: [UInt8] = []
            var url: String?
            var original: String?
            for line in head.split(separator: 0x0A).dropFirst() {
                if line.starts(with: "---".utf8) || line.starts(with: "+++".utf8) { break }
                if line.starts(with: "title:".utf8) {
                    title = Letters.of(Self.value(line.dropFirst(6)))
                } else if line.starts(with: "url:".utf8) {
                    url = Self.value(line.dropFirst(4))
                } else if line.starts(with: "original:".utf8) {
                    let written = Self.value(line.dropFirst(9))
                    original =
                        written.hasPrefix("content/") ? String(written.dropFirst(8)) : written
                }
            }
            entries.append(Entry(file: path, title: title, url: url, original: original))
        }
    }

    /// What of the archive is this article, or has its address.
    func twin(of article: IncomingArticle) throws -> Twin? {
        let title = Letters.of(article.title)
        var likely: Twin?
        for entry in entries {
            let sameAddress = entry.url != nil && entry.url == article.url
            guard sameAddress || entry.title == title && !title.isEmpty else { continue }
            let body = try entry.body ?? Disk.read(root + "/" + entry.file)
            if Self.likeness(body, article.markdown) >= 0.9 {
                return Twin(file: entry.file, isSame: true)
            }
            if sameAddress, likely == nil { likely = Twin(file: entry.file, isSame: false) }
        }
        return likely
    }

    /// For each article of an original the file that it became, which may have been edited since;
    /// `nil` for an article that is not in the archive any more.
    func files(of articles: [IncomingArticle], original: String) throws -> [String?] {
        var own = entries.filter { $0.original == original }
        var files = [String?](repeating: nil, count: articles.count)
        if articles.count == 1, let only = own.first { return [only.file] }
        for (index, article) in articles.enumerated() {
            let title = Letters.of(article.title)
            guard let found = own.firstIndex(where: { $0.title == title && !title.isEmpty }) else {
                continue
            }
            files[index] = own.remove(at: found).file
        }
        // The title may have been edited, so the text decides.
        for (index, article) in articles.enumerated() where files[index] == nil {
            for (at, entry) in own.enumerated() {
                let body = try entry.body ?? Disk.read(root + "/" + entry.file)
                if Self.likeness(body, article.markdown) >= 0.3 {
                    files[index] = own.remove(at: at).file
                    break
                }
            }
        }
        return files
    }

    /// Whether an article names a captured file.
    func names(_ original: String) -> Bool { entries.contains { $0.original == original } }

    /// Articles of this run that could not be written.
    mutating func forgetLast(_ count: Int) { entries.removeLast(count) }

    mutating func remember(_ article: IncomingArticle, as file: String, original: String) {
        entries.append(
            Entry(
                file: file, title: Letters.of(article.title), url: article.url, original: original,
                body: article.markdown))
    }

    /// The share of the longer text's lines that the other contains too: 0 to 1.
    static func likeness(_ a: [UInt8], _ b: [UInt8]) -> Double {
        func lines(_ text: [UInt8]) -> [[UInt8]: Int] {
            var lines: [[UInt8]: Int] = [:]
            var rest = text[...]
            // Front matter is not the text.
            if rest.starts(with: "---\n".utf8), let end = rest.firstRange(of: Array("\n---\n".utf8))
            {
                rest = rest[end.upperBound...]
            }
            for line in rest.split(separator: 0x0A) {
                let letters = Letters.of(VisibleLine(String(decoding: line, as: UTF8.self)).text)
                if letters.count >= 12 { lines[letters] = letters.count }
            }
            return lines
        }
        let first = lines(a)
        let second = lines(b)
        let shared = first.reduce(0) { $0 + (second[$1.key] ?? 0) }
        let longer = max(first.values.reduce(0, +), second.values.reduce(0, +))
        return longer == 0 ? 0 : Double(shared) / Double(longer)
    }

    private static func value(_ bytes: ArraySlice<UInt8>) -> String {
        var text = String(decoding: bytes, as: UTF8.self).trimmed
        for quote in ["\"", "'"]
        where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            text = String(text.dropFirst().dropLast())
        }
        return text
    }
}
