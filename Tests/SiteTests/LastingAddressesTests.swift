import Foundation
import TestSupport
import Testing

@testable import Site

/// Links that readers keep, followed after years of edits: to sentences, annotations, pages and
/// files.
///
/// A short run belongs to every test; `VARIORUM_EDITS=300` makes 3 seeds × 300 edits.
@Suite struct LastingAddressesTests {
    private static let edits =
        ProcessInfo.processInfo.environment["VARIORUM_EDITS"].flatMap { Int($0) } ?? 60
    private static let seeds: [UInt64] = edits < 100 ? [1] : [1, 2, 3]

    /// What an address meant when somebody kept it.
    private struct Bookmark {
        var path: String
        /// Key of the article that it belongs to.
        var article: Int
        var id: String
        var words: String
    }

    @Test(arguments: seeds)
    func `links hold over five years`(seed: UInt64) async throws {
        var aged = AgedArchive(seed: seed)
        let archive = try TemporaryArchive([:])
        var (sentences, annotations): ([Bookmark], [Bookmark]) = ([], [])
        var pages: Set<String> = []
        var site = try await Self.build(aged, archive)
        for year in 1...5 {
            sentences += Self.sentences(site, aged)
            annotations += try Self.annotations(site, aged)
            pages.formUnion(
                site.keys.filter {
                    ["articles/", "people/", "claims/"].contains(where: $0.hasPrefix)
                        && !$0.hasSuffix(".html") || $0.hasSuffix("/index.html")
                })
            for _ in 0..<Self.edits / 5 { aged.edit() }
            site = try await Self.build(aged, archive)
            #expect(!site.isEmpty, "year \(year)")
        }
        for page in pages { #expect(site[page] != nil, "dead address \(page)") }
        try follow(sentences, in: site, now: Self.sentences(site, aged), kind: "sentence")
        try follow(
            annotations, in: site, now: try Self.annotations(site, aged), kind: "annotation")
    }

    private func follow(
        _ bookmarks: [Bookmark], in site: [String: Data], now: [Bookmark], kind: String
    ) throws {
        var meaning: [String: String] = [:]
        var places: [String: Int] = [:]
        for place in now {
            meaning["\(place.article) \(place.id)"] = place.words
            places["\(place.article) \(place.words)", default: 0] += 1
        }
        var (kept, gone, fewer) = (0, 0, 0)
        for bookmark in bookmarks {
            // A page at an old path redirects, and a file at one is the file.
            #expect(site[bookmark.path] != nil, "\(bookmark.path)")
            let remaining = places["\(bookmark.article) \(bookmark.words)"] ?? 0
            let found = meaning["\(bookmark.article) \(bookmark.id)"]
            if remaining == 0 {
                #expect(found == nil, "\(kind) \(bookmark.id) of \(bookmark.words) leads to others")
                gone += 1
            } else if let found {
                #expect(found == bookmark.words, "\(kind) \(bookmark.id)")
                kept += 1
            } else {
                // The same words fewer times: `-3` is gone, and the script goes to the first.
                let first = bookmark.id.split(separator: "-")[0]
                let number = Int(bookmark.id.split(separator: "-").last ?? "") ?? 1
                #expect(number > remaining, "\(kind) \(bookmark.id) of \(bookmark.words)")
                #expect(meaning["\(bookmark.article) \(first)"] == bookmark.words)
                fewer += 1
            }
        }
        print("\(kind): \(bookmarks.count) links, \(kept) kept, \(gone) gone, \(fewer) fewer")
        #expect(kept > 0 && gone > 0)
    }

    // MARK: What the site says

    private static func build(
        _ aged: AgedArchive, _ archive: TemporaryArchive
    ) async throws -> [String: Data] {
        let content = archive.root + "/content"
        if FileManager.default.fileExists(atPath: content) {
            try FileManager.default.removeItem(atPath: content)
        }
        for (path, text) in aged.files { try archive.write(text, to: path) }
        let report = try await archive.build()
        #expect(report.diagnostics.filter { $0.severity == .error }.isEmpty)
        return try archive.site()
    }

    /// Sentences as the model has them, with the ids of the page in the same order.
    private static func sentences(_ site: [String: Data], _ aged: AgedArchive) -> [Bookmark] {
        aged.articles.flatMap { article -> [Bookmark] in
            let path = "articles/\(article.slug)/index.html"
            let page = String(decoding: site[path] ?? Data(), as: UTF8.self)
            let prose = page.split(separator: "<div class=\"prose\"").last ?? ""
            let ids = prose.matches(of: /class="s" id="(s[^"]+)"/).map { String($0.1) }
            let written = article.paragraphs.joined().map(words)
            #expect(ids.count == written.count, "\(path)")
            #expect(Set(ids).count == ids.count, "\(path)")
            return zip(ids, written).map {
                Bookmark(path: path, article: article.key, id: $0, words: $1)
            }
        }
    }

    /// Letters, digits and the signs that numbers have: independent of how ids are made.
    private static func words(_ sentence: String) -> String {
        sentence.replacing("**", with: "").lowercased().filter {
            $0.isLetter || $0.isNumber || "%$".contains($0)
        }
    }

    private static func annotations(
        _ site: [String: Data], _ aged: AgedArchive
    ) throws -> [Bookmark] {
        try aged.articles.flatMap { article -> [Bookmark] in
            let path = "articles/\(article.slug)/annotations.json"
            let page = try JSONSerialization.jsonObject(with: site[path] ?? Data())
            let items = (page as? [String: Any])?["items"] as? [[String: Any]] ?? []
            return items.map { item in
                let id = (item["id"] as? String ?? "").split(separator: "#").last ?? ""
                let body = (item["body"] as? [String: Any])?["source"] as? String ?? ""
                let target = item["target"] as? [String: Any]
                let selectors = target?["selector"] as? [[String: Any]] ?? []
                let exact = selectors.compactMap { $0["exact"] as? String }.first ?? ""
                return Bookmark(
                    path: path, article: article.key, id: String(id), words: body + " " + exact)
            }
        }
    }
}
