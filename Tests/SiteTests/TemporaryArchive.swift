import Files
import Foundation
import Testing

@testable import Site

/// An archive in a folder of its own, which goes when the value goes.
final class TemporaryArchive {
    let root: String

    /// - Parameter files: text by path; paths below `content/` unless they begin with `templates/`.
    init(_ files: [String: String]) throws {
        root = NSTemporaryDirectory() + "variorum-test-\(UUID().uuidString)"
        for (path, text) in files {
            try write(text, to: path.hasPrefix("templates/") ? path : "content/" + path)
        }
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: root)
        } catch {
            Issue.record("cannot remove \(root): \(error)")
        }
    }

    func write(_ text: String, to path: String) throws {
        let url = URL(fileURLWithPath: root).appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func options(jobs: Int = 1) -> BuildOptions { BuildOptions(archive: root, jobs: jobs) }

    func build(jobs: Int = 1) async throws -> BuildReport {
        try await Build(options(jobs: jobs)).run()
    }

    /// A file of the built site.
    func page(_ path: String) throws -> String {
        try String(contentsOfFile: "\(root)/public/\(path)", encoding: .utf8)
    }

    /// Every file of the built site with its bytes.
    func site(in folder: String = "public") throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FolderEntries.files(below: "\(root)/\(folder)") {
            files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(folder)/\(name)"))
        }
        return files
    }

    static let small = [
        "archive.yml": "title: 小藏书\nlanguage: zh-Hans\n",
        "articles/first.md": """
        ---
        title: 河上的橋
        date: 2024-05-06
        outlet: 晨報
        lang: zh-Hant
        tags: [橋]
        ---
        工程師林清河說，新橋長１２０米。

        ## 後來

        林清河又說：“**Bridge One** 很穩。”見[[qing-river]]。
        """,
        "articles/second.md": "# Rain\n\nLin Qinghe said the bridge is 120 metres long.\n",
        "people/lin-qinghe.md": "---\nname: 林清河\nlabels: {en: Lin Qinghe}\n---\n工程师。建过许多桥。\n",
        "products/bridge-one.md": "---\nname: Bridge One\nmaker: qing-river\n---\n",
        "organizations/qing-river.md": "---\nname: 清河局\n---\n",
        "metrics.yml": "- {id: length, title: {en: Length}, unit: metre}\n",
        "claims/bridge.yml": """
        - id: bridge-length
          title: 新桥的长度
          kind: quantity
          metric: length
          subjects: [bridge-one]
          statements:
            - {article: first, quote: 新橋長120米, speaker: lin-qinghe, value: 120米}
            - {article: second, quote: the bridge is 120 metres long, speaker: lin-qinghe}
        """,
    ]
}
