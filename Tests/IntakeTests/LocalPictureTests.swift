import Files
import Foundation
import Testing

@testable import Intake

/// Pictures that were captured with a page, and what must not be taken for one.
struct LocalPictureTests {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(
        "variorum-pictures-\(UUID().uuidString)"
    ).path

    func cleanUp() {
        do { try FileManager.default.removeItem(atPath: root) } catch { Issue.record(error) }
    }

    func add(_ name: String, copies: Bool = true) throws -> Adder.Outcome {
        var adder = try Adder(root: root + "/archive", copiesPictures: copies)
        let path = root + "/saved/" + name
        return try adder.add(Source(name: path, bytes: try Disk.read(path)))
    }

    func save(_ files: [(String, [UInt8])]) throws {
        try NewFiles.write(files.map { ("saved/" + $0.0, $0.1) }, below: root)
    }

    static func page(_ pictures: String) -> [UInt8] {
        Array(
            ContainerTests.page("渡口的灯", pictures).replacing(
                "<head>", with: "<head><link rel=canonical href=https://river.example/n/a>"
            ).utf8)
    }

    @Test func `pictures in the folder beside a page become assets`() throws {
        defer { cleanUp() }
        try save([
            ("page.html", Self.page("<p><img src='./page_files/the%20shelf.png?x'></p>")),
            ("page_files/the shelf.png", ContainerTests.picture),
        ])
        let added = try #require(try add("page.html").added.first)
        let path = try #require(added.article.assets.first?.path)
        #expect(path.hasPrefix("assets/the-shelf-"))
        #expect(added.article.source.hasSuffix("![](../\(path))\n"))
        #expect(try Disk.read(root + "/archive/content/" + path) == ContainerTests.picture)
    }

    @Test func `without the option they stay, and that is said`() throws {
        defer { cleanUp() }
        try save([
            ("page.html", Self.page("<p><img src=page_files/shelf.png></p>")),
            ("page_files/shelf.png", ContainerTests.picture),
        ])
        let outcome = try add("page.html", copies: false)
        #expect(
            outcome.added.first?.article.source.hasSuffix("![](page_files/shelf.png)\n") == true)
        #expect(
            outcome.diagnostics.map(\.message) == [
                "1 picture was captured with the page and is not copied"
            ])
        #expect(try FolderEntries.regularFiles(below: root + "/archive/content/assets").isEmpty)
    }

    @Test(arguments: [
        "page_files/../../secret.png", "../secret.png", "/etc/passwd", "file:///etc/passwd",
        "page_files/link.png", "page_files/%2e%2e/%2e%2e/secret.png", "page_files/notes.txt",
        "page_files\\..\\..\\secret.png", "page_files/missing.png", "page_files/",
    ])
    func `nothing outside of the folder and nothing but pictures is copied`(address: String) throws
    {
        defer { cleanUp() }
        try save([
            ("page.html", Self.page("<p><img src='\(address)'></p>")),
            ("page_files/notes.txt", Array(String(repeating: "no picture ", count: 50).utf8)),
        ])
        try NewFiles.write([("secret.png", ContainerTests.picture)], below: root)
        try FileManager.default.createSymbolicLink(
            atPath: root + "/saved/page_files/link.png", withDestinationPath: "../../secret.png")
        let outcome = try add("page.html")
        #expect(outcome.added.count == 1)
        #expect(outcome.added.first?.article.assets.isEmpty == true)
        #expect(try FolderEntries.regularFiles(below: root + "/archive/content/assets").isEmpty)
    }

    @Test func `SingleFile's pictures come out of the page, those that it shows twice too`() throws
    {
        let data = "data:image/png;base64," + Data(ContainerTests.picture).base64EncodedString()
        let other = Data(ContainerTests.picture + [7]).base64EncodedString()
        let html =
            "<style>:root{--sf-img-3: url(\"data:image/png;base64,\(other)\")}</style>"
            + "<p><img src='\(data)'><img src='\(data)'><img src=\"data:image/svg+xml,<svg>\" style=\"background-image:var(--sf-img-3)!important\"></p>"
        let reading = Intake.read(
            Source(name: "a.html", bytes: Self.page(html)),
            options: Intake.Options(neighbor: { _ in nil }))
        let article = try #require(reading.articles.first)
        #expect(
            Set(article.assets.map(\.bytes))
                == [ContainerTests.picture, ContainerTests.picture + [7]])
        #expect(article.source.components(separatedBy: "![](../assets/picture-").count == 4)
    }

    @Test(
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "png"),
            ([0xFF, 0xD8, 0xFF, 0xE0], "jpg"),
            (Array("GIF89a".utf8), "gif"), (Array("RIFF1234WEBP".utf8), "webp"),
            (Array("1234ftypavif".utf8), "avif"), (Array("<svg onload=x>".utf8), nil), ([], nil),
        ] as [([UInt8], String?)])
    func `a picture is told by its first bytes`(bytes: [UInt8], format: String?) {
        #expect(PictureFormat(bytes)?.rawValue == format)
    }
}
