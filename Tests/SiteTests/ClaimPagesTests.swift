import Foundation
import Testing

@testable import Archive
@testable import Site

@Suite struct ClaimPagesTests {
    private static let files: [String: String] = [
        "archive.yml": "title: Ferries\nlanguage: en\n",
        "articles/a.md":
            "---\ndate: 2024-11-02\noutlet: Harbour News\n---\n# A\n\nFares last year were $3.2 million. The captain said the boat is safe.\n",
        "articles/b.md":
            "---\ndate: 2025-01-20\noutlet: Quay\n---\n# B\n\nFares in 2023 were $4 million. The captain said the boat is not safe.\n",
        "articles/c.md":
            "---\ndate: 2025-02-01\n---\n# C\n\nFares in 2024 rose to $5 million. The owner said the boat is safe.\n",
        "organizations/yard.md": "---\nname: Yard\n---\n",
        "organizations/boat.md": "---\nname: Boat\n---\n",
        "people/captain.md": "---\nname: Captain Lin\n---\n",
        "metrics.yml": "- {id: fares, title: {en: Fares}, unit: USD}\n",
        "claims/c.yml": """
        - id: fares-2023
          title: Fares of 2023
          kind: quantity
          metric: fares
          period: "2023"
          subjects: [yard]
          statements:
            - {article: a, quote: "Fares last year were $3.2 million"}
            - {article: b, quote: "Fares in 2023 were $4 million"}
          note: Two books.
        - id: fares-2024
          title: Fares of 2024
          kind: quantity
          metric: fares
          period: "2024"
          subjects: [yard]
          statements:
            - {article: c, quote: "Fares in 2024 rose to $5 million"}
        - id: safe
          title: The boat is safe
          kind: statement
          subjects: [boat, yard]
          statements:
            - {article: a, quote: the boat is safe, speaker: captain}
            - {article: b, quote: the boat is not safe, speaker: captain, stance: denies}
            - {article: c, quote: the boat is safe, speaker: The owner}
        """,
    ]

    private func build(_ more: [String: String] = [:]) async throws -> TemporaryArchive {
        let archive = try TemporaryArchive(Self.files.merging(more) { $1 })
        let report = try await archive.build()
        #expect(report.published != nil, "\(report.diagnostics)")
        return archive
    }

    @Test func `a claim's page says what is in dispute, when, and what came later`() async throws {
        let page = try await build().page("claims/fares-2023/index.html")
        #expect(
            page.contains(
                "<p class=\"dispute\">Disputed: $4 million conflicts with $3.2 million</p>"
            ))
        #expect(page.contains("<p class=\"basis time\">Time: last year (2023)</p>"))
        #expect(
            page.contains("<tr class=\"here\" aria-current=\"true\"><th scope=\"row\">2023</th>"))
        #expect(page.contains("Fares of 2024</a> <span class=\"later\">later value</span>"))
        #expect(page.contains(">2 November 2024</text>"))
        #expect(page.contains("class=\"label words\""))
    }

    @Test func `a change of mind is told with its dates`() async throws {
        let page = try await build().page("claims/safe/index.html")
        #expect(
            page.contains(
                "<p class=\"dispute\">Disputed: The owner: supports · Captain Lin: denies</p>"))
        let list = try #require(page.split(separator: "<ul class=\"stances\">").dropFirst().first)
        #expect(
            list.contains(">supports</span> <a href=\"../../articles/a/index.html#sg2ek35fz\">"))
        #expect(list.contains("→ <span class=\"stance\" data-stance=\"denies\">denies</span>"))
        #expect(list.contains("<span class=\"changed\">changed position</span>"))
        #expect(page.contains("<th scope=\"col\">Stance</th>"))
    }

    @Test func `the list of disputed claims says why in one line`() async throws {
        let archive = try await build()
        let page = try archive.page("claims/disputed/index.html")
        #expect(
            page.contains(
                "<span class=\"line\">$4 million conflicts with $3.2 million</span>"))
        #expect(
            page.contains("<span class=\"line\">The owner: supports · Captain Lin: denies</span>"))
        #expect(!page.contains("fares-2024"))
    }

    @Test func `every value of every filter has a list with as many claims as it says`()
        async throws
    {
        var claims = ""
        for number in 1...450 {
            claims += """
                - id: rain-\(number)
                  title: Rain \(number)
                  kind: event
                  period: "\(2000 + number % 3)/2003"
                  subjects: [\(number % 2 == 0 ? "yard" : "boat")]
                  statements: [{article: a, quote: the boat is safe}]

                """
        }
        let archive = try await build(["claims/rain.yml": claims])
        for filter in ["status", "year", "metric", "subject"] {
            let page = try archive.page("claims/by/\(filter)/index.html")
            let links = page.matches(
                of: /<li><a href="([^"]+)">[^<]+<\/a> <span class="count">(\d+)/)
            #expect(!links.isEmpty, "\(filter)")
            for link in links {
                var path = Self.resolve(
                    String(link.output.1), from: "claims/by/\(filter)/index.html")
                var rows = 0
                while let next = try Self.count(archive.page(path), &rows) {
                    path = Self.resolve(next, from: path)
                }
                #expect(rows == Int(link.output.2), "\(path)")
            }
        }
        let index = try archive.page("claims/index.html")
        #expect(index.contains("<nav class=\"filters\" aria-label=\"Filter claims\">"))
        #expect(index.contains("<a href=\"../claims/by/year/2024/index.html\">2024</a>"))
        #expect(index.contains("Page 1 of 3"))
        let second = try archive.page("claims/page-2.html")
        #expect(second.contains("href=\"../claims/rain-"))
        #expect(second.contains("<a rel=\"prev\" href=\"../claims/index.html\""))
        #expect(try archive.page("sitemap.xml").contains("<loc>claims/page-2.html</loc>"))
        #expect(!second.contains("class=\"filters\""))
    }

    /// Adds the rows of a page and returns where its next part is.
    private static func count(_ page: String, _ rows: inout Int) throws -> String? {
        rows += page.matches(of: /<li data-claim=/).count
        return page.firstMatch(of: /<a rel="next" href="([^"]+)"/).map { String($0.output.1) }
    }

    /// - Parameter page: file of the page that holds the link.
    private static func resolve(_ link: String, from page: String) -> String {
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in link.split(separator: "/") {
            if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }

    @Test func `a row for each statement says what was read and how it compares`() async throws {
        let archive = try await build()
        let lines = try archive.page("data/claims.csv").split(separator: "\r\n")
        #expect(
            lines[0]
                == "claim,title,kind,subjects,metric,period,status,article,date,outlet,origin,speaker,mode,stance,quote,value,sentence,basis,rank,words,low,high,unit,modality,time,verdict,reason"
        )
        #expect(
            lines[1]
                == "fares-2023,Fares of 2023,quantity,yard,fares,2023,disputed,a,2024-11-02,Harbour News,,,report,supports,Fares last year were $3.2 million,,sg7vjxcto,,normal,$3.2 million,3150000,3250000,USD,exact,,equal,Most precise figure; the others are compared with it"
        )
        #expect(
            lines[2].contains(
                ",$4 million,3500000,4500000,USD,exact,,conflict,$4 million conflicts"))
        #expect(lines.count == 7)
        let json = try archive.page("data/claims.json")
        #expect(
            json.contains(
                #""quantity":{"words":"$4 million","low":3500000,"high":4500000,"unit":"USD","modality":"exact"},"verdict":"conflict","reason":"#
            ))
        #expect(
            try archive.page("data/datapackage.json").contains(
                #"{"name":"low","type":"number"}"#))
    }

    @Test func `the card over a claim's mark holds what each article says`() async throws {
        let card = try await build().page("claims/safe/card.json")
        #expect(card.contains("disputed · The owner: supports · Captain Lin: denies"))
        #expect(card.contains("Harbour News: the boat is safe"))
        #expect(card.contains("Quay: the boat is not safe"))
    }
}
