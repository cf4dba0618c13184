import Foundation
import Testing

@testable import Intake

/// Files that wrap pages: gzip, MHTML, WARC.
struct ContainerTests {
    static func page(_ title: String, _ more: String = "") -> String {
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>\(title)</title></head><body><h1>\(title)</h1><article>\(HTMLSample.body)\(more)</article></body></html>"
    }

    /// A picture as far as its first bytes go.
    static let picture: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + (0..<400).map { UInt8($0 % 251) }

    /// gzip of a few bytes, stored: what a compressor that compresses nothing writes.
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        var rest = bytes[...]
        while !rest.isEmpty {
            let block = rest.prefix(0xFFFF)
            rest = rest.dropFirst(block.count)
            let size = UInt16(block.count)
            out.append(rest.isEmpty ? 1 : 0)
            out += [UInt8(size & 0xFF), UInt8(size >> 8), UInt8(~size & 0xFF), UInt8(~size >> 8)]
            out += block
        }
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        for number in [~crc, UInt32(bytes.count)] {
            for shift in [0, 8, 16, 24] { out.append(UInt8(number >> UInt32(shift) & 0xFF)) }
        }
        return out
    }

    static func read(_ name: String, _ bytes: [UInt8]) -> Intake.Reading {
        Intake.read(
            Source(name: name, bytes: bytes), options: Intake.Options(neighbor: { _ in nil }))
    }

    @Test func `gzip is taken off a page that is called HTML`() throws {
        let bytes = Self.gzip(Array(Self.page("渡口的灯").utf8))
        let reading = Self.read("page.html", bytes)
        #expect(reading.diagnostics == [])
        #expect(reading.articles.map(\.title) == ["渡口的灯"])
        let cut = Self.read("page.html", Array(bytes.dropLast(8)))
        #expect(cut.articles.map(\.title) == ["渡口的灯"])
        #expect(
            cut.diagnostics.map(\.message) == [
                "the compressed file is damaged or truncated; the readable part was used"
            ])
    }

    static func mhtml(_ page: String) -> [UInt8] {
        let quoted = Array(page.utf8).map {
            $0 == 0x3D || $0 >= 0x80
                ? "=" + String($0, radix: 16, uppercase: true)
                : String(UnicodeScalar($0))
        }.joined()
        return Array(
            """
            From: <Saved by a browser>
            Snapshot-Content-Location: https://river.example/news/1
            MIME-Version: 1.0
            Content-Type: multipart/related;
            \ttype="text/html";
            \tboundary="----part----"

            ------part----
            Content-Type: text/html
            Content-Transfer-Encoding: quoted-printable
            Content-Location: https://river.example/news/1

            \(quoted)
            ------part----
            Content-Type: image/png
            Content-Transfer-Encoding: base64
            Content-Location: https://river.example/pic/shelf.png

            \(Data(picture).base64EncodedString())
            ------part------

            """.replacing("\n", with: "\r\n").utf8)
    }

    @Test func `MHTML gives its page, its address and the pictures in it`() throws {
        let bytes = Self.mhtml(Self.page("渡口的灯", "<p><img src=/pic/shelf.png>"))
        for name in ["saved.mhtml", "saved.mht", "saved"] {
            let article = try #require(Self.read(name, bytes).articles.first)
            #expect(article.title == "渡口的灯")
            #expect(article.url == "https://river.example/news/1")
            #expect(article.evidence.contains(.init(field: "url", from: "Content-Location")))
            #expect(article.assets.map(\.bytes) == [Self.picture])
            let path = try #require(article.assets.first?.path)
            #expect(path.hasPrefix("assets/shelf-") && path.hasSuffix(".png"))
            #expect(article.source.hasSuffix("\n![](../\(path))\n"))
        }
        #expect(
            Self.read("a.mhtml", Array("MIME-Version: 1.0\r\n\r\nwords".utf8)).diagnostics
                .map(\.message) == ["the MHTML file contains no page"])
    }

    static func record(_ type: String, _ url: String, _ block: [UInt8]) -> [UInt8] {
        Array(
            "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(url)\r\nContent-Length: \(block.count)\r\n\r\n"
                .utf8) + block + Array("\r\n\r\n".utf8)
    }

    static func response(_ body: [UInt8], _ headers: String...) -> [UInt8] {
        Array(("HTTP/1.1 200 OK\r\n" + headers.map { $0 + "\r\n" }.joined() + "\r\n").utf8) + body
    }

    static func chunks(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(1000)
            rest = rest.dropFirst(chunk.count)
            out += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + [0x0D, 0x0A]
        }
        return out + Array("0\r\n\r\n".utf8)
    }

    @Test func `every page of a web archive is read, whatever it was wrapped in`() throws {
        let list =
            "<ul>"
            + (1...20).map { "<li><a href=/\($0)>Story number \($0) of the day</a></li>" }.joined()
        let html = "Content-Type: text/html; charset=utf-8"
        let records = [
            Self.record("warcinfo", "", Array("software: x\r\n".utf8)),
            Self.record("request", "https://river.example/1", Array("GET / HTTP/1.1\r\n\r\n".utf8)),
            Self.record(
                "response", "https://river.example/1",
                Self.response(
                    Self.chunks(Self.gzip(Array(Self.page("渡口的灯", "<img src=/p.png>").utf8))), html,
                    "Transfer-Encoding: chunked", "Content-Encoding: gzip")),
            Self.record(
                "response", "https://river.example/list", Self.response(Array(list.utf8), html)),
            Self.record(
                "response", "https://river.example/br",
                Self.response([1, 2, 3], html, "Content-Encoding: br")),
            Self.record(
                "response", "https://river.example/p.png",
                Self.response(Self.picture, "Content-Type: image/png")),
            Self.record(
                "response", "https://river.example/2?utm_source=x",
                Self.response(Array(Self.page("山上的灯").utf8), html)),
        ]
        for bytes in [records.flatMap { $0 }, records.flatMap(Self.gzip)] {
            let reading = Self.read("crawl.warc.gz", bytes)
            try #require(reading.articles.map(\.title) == ["渡口的灯", "山上的灯"])
            #expect(
                reading.articles.map(\.url) == [
                    "https://river.example/1", "https://river.example/2",
                ]
            )
            #expect(reading.articles[0].assets.map(\.bytes) == [Self.picture])
            try #require(reading.diagnostics.map(\.severity) == [.warning, .warning])
            #expect(
                reading.diagnostics.map(\.message) == [
                    "the page https://river.example/br is compressed with br, which is not supported",
                    "no article found: the page looks like a list of links",
                ])
            #expect(reading.diagnostics[1].notes.first == "the page https://river.example/list")
        }
        let none = Self.read("crawl.warc", records[0] + records[3])
        #expect(none.diagnostics.last?.message == "none of its 1 pages contains an article")
        #expect(
            Self.read("crawl.warc", records[0]).diagnostics.map(\.message) == [
                "the web archive contains no page"
            ])
    }

    @Test func `a record whose length is wrong does not hide those behind it`() {
        var bytes = Self.record(
            "response", "https://river.example/1",
            Self.response(Array(Self.page("渡口的灯").utf8), "Content-Type: text/html"))
        let text = String(decoding: bytes, as: UTF8.self)
        bytes = Array(
            text.replacing("Content-Length: ", with: "Content-Length: 9").utf8)
        bytes += Self.record(
            "response", "https://river.example/2",
            Self.response(Array(Self.page("山上的灯").utf8), "Content-Type: text/html"))
        #expect(Self.read("a.warc", bytes).articles.map(\.title) == ["渡口的灯", "山上的灯"])
    }

    @Test func `what a bomb unpacks to is not held`() {
        let result = Inflate.bytes(
            of: Self.gzip([UInt8](repeating: 0, count: 300_000))[...], most: 1000)
        #expect(result.isTooLarge)
        #expect(result.bytes.count <= 1000)
    }

    @Test(arguments: [
        ("a=E6=B2=B3b", "a河b"), ("a=\r\nb", "ab"), ("a=\nb=", "ab"), ("a=zz", "a=zz"), ("", ""),
    ])
    func `quoted-printable is read as mail has it`(text: String, expected: String) {
        #expect(
            String(decoding: TransferEncoding.quotedPrintable(Array(text.utf8)[...]), as: UTF8.self)
                == expected)
    }

    @Test(
        arguments: [
            ("5\r\nhello\r\n0\r\n\r\n", "hello"),
            ("5;x=1\r\nhello\r\n3\r\n wo\r\n0\r\n", "hello wo"),
            ("5\r\nhel", "hel"), ("no chunks", nil),
        ] as [(String, String?)])
    func `chunks are put together`(text: String, expected: String?) {
        #expect(
            HTTPResponse.withoutChunks(Array(text.utf8)).map {
                String(decoding: $0.body, as: UTF8.self)
            }
                == expected)
    }

    @Test func `a ZIP archive gives its files by name`() throws {
        let name = Array("word/media/p.png".utf8)
        let content = Self.picture
        func little(_ number: Int, _ size: Int) -> [UInt8] {
            (0..<size).map { UInt8(number >> (8 * $0) & 0xFF) }
        }
        let local =
            [0x50, 0x4B, 3, 4] + little(20, 2) + little(0, 2) + little(0, 2) + little(0, 8)
            + little(content.count, 4) + little(content.count, 4) + little(name.count, 2)
            + little(0, 2) + name + content
        let central =
            [0x50, 0x4B, 1, 2] + little(20, 4) + little(0, 2) + little(0, 2) + little(0, 8)
            + little(content.count, 4) + little(content.count, 4) + little(name.count, 2)
            + little(0, 12) + little(0, 4) + name
        let end =
            [0x50, 0x4B, 5, 6] + little(0, 4) + little(1, 2) + little(1, 2)
            + little(central.count, 4) + little(local.count, 4) + little(0, 2)
        let archive = try #require(ZIPArchive(local + central + end))
        #expect(archive.names == ["word/media/p.png"])
        #expect(archive.file("word/media/p.png", most: 1 << 20) == content)
        #expect(archive.file("word/media/p.png", most: 10) == nil)
        #expect(ZIPArchive(local + central) == nil)
        for length in stride(from: 0, to: local.count + central.count + end.count, by: 7) {
            let damaged = ZIPArchive(Array((local + central + end).dropFirst(length)))
            #expect(damaged?.file("word/media/p.png", most: 1 << 20) != content || length == 0)
        }
    }
}
