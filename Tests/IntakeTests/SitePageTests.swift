import Archive
import Files
import Foundation
import Markup
import Testing

@testable import Intake

/// The sample pages of `rules/` and pages of other kinds in `Tests/Fixtures/pages`: `<page>.html`,
/// and beside it the article that it gives.
struct SitePageTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("rules")
        .path

    static let pages: [String] = {
        do {
            return try FolderEntries.regularFiles(below: folder).map(\.path).filter {
                $0.hasSuffix(".html")
            }
        } catch {
            return []
        }
    }()

    static let others = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures/pages").path

    /// Full paths of all of them.
    static let all: [String] = {
        do {
            let names = try FolderEntries.regularFiles(below: others).map(\.path).filter {
                $0.hasSuffix(".html")
            }
            return pages.map { folder + "/" + $0 } + names.map { others + "/" + $0 }
        } catch {
            return []
        }
    }()

    @Test(arguments: all)
    func `a sample page gives exactly the article beside it`(page: String) throws {
        let reading = Intake.read(
            Source(name: page, bytes: try Disk.read(page)))
        #expect(reading.diagnostics == [])
        var article = try #require(reading.articles.first)
        #expect(reading.articles.count == 1)
        // Some pages tell the time of day; the samples tell the day.
        if let date = article.date { article.date = PartialDate(String(date.text.prefix(10))) }
        let expected = try Disk.read(page.replacing(".html", with: ".md"))
        #expect(
            String(decoding: ArticleFile.bytes(of: article), as: UTF8.self)
                == String(decoding: expected, as: UTF8.self))
    }

    @Test(arguments: all)
    func `strong, emphasis and text survive from HTML to Markdown and back`(page: String) throws {
        let tree = HTMLTree(parsing: try Disk.read(page))
        let body = try #require(tree.nodes.indices.first { tree.isElement($0, .body) })
        let nothing = [Bool](repeating: false, count: tree.nodes.count)
        var pictures = LocalPictures()
        let document = MarkdownConverter.convert(
            [body], of: tree, isLeftOut: nothing, base: nil, pictures: &pictures)
        let composition = CanonicalMarkdown.compose(document)
        #expect(composition.unfaithful == 0)
        #expect(composition.document.plainText().utf8 == document.plainText().utf8)
        func count(_ html: String, _ tags: String...) -> Int {
            tags.reduce(0) { $0 + html.components(separatedBy: "<\($1)>").count - 1 }
        }
        let before = String(decoding: HTMLWriter.html(of: document), as: UTF8.self)
        let after = String(
            decoding: HTMLWriter.html(of: composition.document), as: UTF8.self)
        #expect(count(before, "strong") == count(after, "strong"))
        #expect(count(before, "em") == count(after, "em"))
    }

    @Test func `every rule is valid and has a sample page`() throws {
        #expect(Self.pages.count >= 24)
        let text = String(
            decoding: try Disk.read(Self.folder + "/sites.rule"), as: UTF8.self)
        let rules = BuiltInRules.rules(in: text)
        #expect(rules.map(\.rule.name) == BuiltInRules.all.map(\.name))
        #expect(rules.count >= 12)
        for (rule, diagnostics) in rules {
            #expect(diagnostics == [])
            let site = FileName.slug(rule.name)
            #expect(Self.pages.contains { $0.hasPrefix("\(site)/") }, "\(site)")
        }
    }

    @Test func `a rule that is tried is named as evidence, with what it overruled`() throws {
        let reading = Intake.read(
            Source(
                name: "a.html", bytes: try Disk.read(Self.folder + "/wechat/sections.html")))
        let evidence = try #require(reading.articles.first).evidence
        #expect(evidence.contains(.init(field: "body", from: "site rule WeChat")))
        #expect(evidence.contains(.init(field: "outlet", from: "site rule WeChat")))
        #expect(evidence.contains(.init(field: "outlet", from: "differs: 微信公众平台")))
    }
}
