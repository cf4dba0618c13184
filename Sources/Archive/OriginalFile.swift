import Files
import Text

/// The captured bytes that articles were made of.
public enum OriginalFile {
    /// The path below the archive folder of what an article calls its `original`.
    public static func path(_ original: String) -> String {
        original.hasPrefix("content/") ? original : "content/" + original
    }

    /// Reads every original and compares it with the hash that its article was given.
    ///
    /// `changed-original` when they differ. Missing files are reported when the archive is loaded.
    /// - Parameter root: the archive folder.
    public static func check(_ archive: Archive, root: String, jobs: Int? = nil) -> [Diagnostic] {
        let articles = archive.articles.filter { $0.original != nil && $0.sha256 != nil }
        return ParallelMap.map(articles, jobs: jobs ?? ParallelMap.cores) { article in
            check(article, root)
        }.compactMap { $0 }.sorted()
    }

    /// Captured files that no article names: what an interrupted `add` or the removal of an article
    /// leaves.
    public static func unused(in content: ContentFolder) -> [Diagnostic] {
        guard !content.originals.isEmpty else { return [] }
        let sign = Array("originals/".utf8)
        var named: Set<String> = []
        for article in content.files where article.role == .article {
            var rest = article.bytes[...].prefix(1 << 16)
            while let found = rest.firstRange(of: sign) {
                rest = rest[found.upperBound...]
                let name = rest.prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 }
                named.insert("content/originals/" + String(decoding: name, as: UTF8.self))
            }
        }
        return content.originals.filter { !named.contains($0) }.map { path in
            Diagnostic(
                .warning, "unused-original", at: Diagnostic.Place(file: path),
                "no article names this captured file",
                help: "add it again with `variorum add \(path)`, or remove it")
        }
    }

    private static func check(_ article: Article, _ root: String) -> Diagnostic? {
        guard let original = article.original, let sha256 = article.sha256, !original.contains("..")
        else { return nil }
        switch FileReading.read(root + "/" + path(original)) {
        case .failure(let failure):
            return failure.code == 2 ? nil : failure.diagnostic(path(original))
        case .success(let bytes):
            let found = ContentHash(of: bytes).hex
            guard found != sha256 else { return nil }
            return Diagnostic(
                .error, "changed-original", at: Diagnostic.Place(file: path(original)),
                "this file is not the one that was captured for \(article.file)",
                notes: ["its sha256 is \(found)", "the article says \(sha256)"],
                help: "put the captured bytes back; originals are never edited")
        }
    }
}
