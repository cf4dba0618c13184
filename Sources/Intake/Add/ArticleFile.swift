import Archive
import Foundation
import Text

/// An incoming article as the bytes of its Markdown file.
public enum ArticleFile {
    /// Front matter and body.
    ///
    /// `original` is the path of the captured bytes below `content/`, `sha256` their digest.
    ///
    /// The source's own front matter is kept, unknown keys too; only missing keys are added.
    public static func bytes(
        of article: IncomingArticle, slug: String? = nil, original: String? = nil,
        sha256: String? = nil
    ) -> [UInt8] {
        var fields = article.frontMatter.filter { !["original", "sha256"].contains($0.key) }
        func has(_ names: String...) -> Bool {
            fields.contains { names.contains($0.key.lowercased()) && $0.value != .null }
        }
        func add(_ key: String, _ value: Value) {
            fields.removeAll { $0.key == key }
            fields.append((key, value))
        }
        if let slug, let index = fields.firstIndex(where: { $0.key == "slug" }) {
            fields[index].value = .string(slug)
        }
        if let index = fields.firstIndex(where: {
            $0.key.lowercased() == "title" && $0.value != .null
        }) {
            fields[index].value = .string(article.title)
        } else {
            add("title", .string(article.title))
        }
        if let date = article.date, !has("date", "published", "publishdate", "pubdate", "created") {
            add("date", .string(date.text))
        }
        if !article.authors.isEmpty, !has("authors", "author", "by", "byline") {
            add("authors", .list(article.authors.map(Value.string)))
        }
        if !article.translators.isEmpty, !has("translators", "translator") {
            add("translators", .list(article.translators.map(Value.string)))
        }
        if let outlet = article.outlet, !has("outlet", "publisher", "publication") {
            add("outlet", .string(outlet))
        }
        if let url = article.url, !has("url", "source", "link", "original-url", "canonical") {
            add("url", .string(url))
        }
        if !has("lang", "language", "locale"), article.language != "und" {
            add("lang", .string(article.language))
        }
        if !article.tags.isEmpty, !has("tags", "tag", "categories", "category") {
            add("tags", .list(article.tags.map(Value.string)))
        }
        if let original { add("original", .string(original)) }
        if let sha256 { add("sha256", .string(sha256)) }
        var bytes = Array(FrontMatterWriter.frontMatter(fields: fields).utf8)
        bytes.append(0x0A)
        bytes.append(contentsOf: article.markdown)
        return bytes
    }
}

/// File names for articles and originals: readable in any script, safe on any disk.
public enum FileName {
    /// Letters and digits of every script in lower case, everything else as single hyphens, at most
    /// `limit` bytes, cut between words where Latin words are; `article` when nothing is left.
    public static func slug(_ title: String, limit: Int = 60) -> String {
        var bytes: [UInt8] = []
        var pendingHyphen = false
        var lastBreak = 0
        for scalar in title.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            guard isNameScalar(scalar) else {
                pendingHyphen = pendingHyphen || !isApostrophe(scalar)
                continue
            }
            var piece: [UInt8] = []
            if pendingHyphen, !bytes.isEmpty { piece.append(0x2D) }
            UTF8Scalars.append(scalar.value, to: &piece)
            if bytes.count + piece.count > limit {
                // Inside a Latin word: go back to the end of the word before it.
                if !pendingHyphen, ScalarClass(scalar.value) == .word, lastBreak * 2 > bytes.count {
                    bytes.removeLast(bytes.count - lastBreak)
                }
                break
            }
            if pendingHyphen || ScalarClass(scalar.value) == .han { lastBreak = bytes.count }
            pendingHyphen = false
            bytes.append(contentsOf: piece)
        }
        let name = String(decoding: bytes, as: UTF8.self)
        return name.isEmpty ? "article" : reserved.contains(name) ? name + "-article" : name
    }

    /// `name`, or `name-2`, `name-3` …: the first that is not taken.
    static func free(_ name: String, isTaken: (String) -> Bool) -> String {
        guard isTaken(name) else { return name }
        var number = 2
        while isTaken("\(name)-\(number)") { number += 1 }
        return "\(name)-\(number)"
    }

    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch ScalarClass(scalar.value) {
        case .han, .word: true
        case .space, .zeroWidth, .other: false
        }
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "’"
    }

    /// Device names of Windows, and `index`, the file name of pages.
    private static let reserved: Set<String> = [
        "con", "prn", "aux", "nul", "com1", "com2", "lpt1", "lpt2", "index",
    ]
}
