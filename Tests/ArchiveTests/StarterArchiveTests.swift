import Archive
import Testing
import Text

@Suite struct StarterArchiveTests {
    private let archive = Archive.load(
        ContentFolder(StarterArchive.files.filter { $0.path.hasPrefix("content/") }))

    @Test func `loads without a diagnostic and holds one of each kind`() {
        #expect(lines(archive) == [])
        #expect(archive.articles.count == 2)
        #expect(Set(archive.entities.map(\.kind)) == Set(archive.kinds))
        #expect(archive.claims.map(\.statements.count) == [2, 1])
        #expect(archive.metrics.count == 1)
        #expect(archive.outlets.count == 2)
        #expect(archive.decisions.count == 1)
        #expect(archive.pages.count == 1)
    }

    @Test func `its quotes stand once in their articles`() throws {
        for claim in archive.claims {
            for statement in claim.statements {
                let article = try #require(archive.article(statement.article.value))
                let body = String(decoding: article.body, as: UTF8.self)
                #expect(body.components(of: statement.quote.value) == 1, "\(statement.quote.value)")
                if let value = statement.value {
                    #expect(statement.quote.value.components(of: value.value) == 1)
                }
            }
        }
    }

    @Test func `its example of a declared kind works when it is no longer a comment`() throws {
        var files = StarterArchive.files.filter { $0.path.hasPrefix("content/") }
        let settings = try #require(files.firstIndex { $0.path == "content/archive.yml" })
        #expect(files[settings].text.contains("\n# kinds: "))
        files[settings].text = files[settings].text.replacing("\n# kinds: ", with: "\nkinds: ")
        files.append(("content/places/pier.md", "---\nname: 码头\n---\n"))
        let archive = Archive.load(ContentFolder(files))
        #expect(lines(archive) == [])
        let place = try #require(archive.kinds.last)
        #expect(archive.entity("pier")?.kind == place)
        #expect(place.title(in: "zh-Hans") == "地点")
        #expect(place.schemaType == "Place")
    }

    @Test func `its files are sorted`() {
        #expect(StarterArchive.files.map(\.path) == StarterArchive.files.map(\.path).sorted())
    }
}

extension String {
    /// How often `words` stand in the text.
    fileprivate func components(of words: String) -> Int { ranges(of: words).count }
}
