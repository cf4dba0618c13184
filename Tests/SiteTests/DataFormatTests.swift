import Foundation
import Testing
import Text

@testable import Site

@Suite struct DataFormatTests {
    @Test func `offsets of annotations are code points of the text file`() async throws {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        #expect(try await archive.build().published != nil)
        let text = Array(try archive.page("articles/first/text.txt").unicodeScalars)
        let json = try JSONSerialization.jsonObject(
            with: Data(try archive.page("articles/first/annotations.json").utf8))
        let items = try #require((json as? [String: Any])?["items"] as? [[String: Any]])
        #expect(items.count == 5)
        for item in items {
            let target = try #require(item["target"] as? [String: Any])
            let selectors = try #require(target["selector"] as? [[String: Any]])
            let start = try #require(selectors[0]["start"] as? Int)
            let end = try #require(selectors[0]["end"] as? Int)
            var words = String.UnicodeScalarView()
            words.append(contentsOf: text[start..<end])
            #expect(String(words) == selectors[1]["exact"] as? String)
        }
    }

    @Test func `fields with commas, quotes and line ends are quoted in CSV`() {
        var csv = CSVWriter()
        csv.row(["a", "b,c", "d\"e", "f\ng", ""])
        #expect(String(decoding: csv.bytes, as: UTF8.self) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n")
    }

    @Test func `JSON is written in the order it is told`() {
        let bytes = JSONWriter.document { json in
            json.object { json in
                json.member("b", 1)
                json.member(ifAny: "none", "")
                json.array("a") { json in
                    json.string("x\"\n")
                    json.object { $0.member("y", "z") }
                    json.bool(true)
                }
            }
        }
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "{\"b\":1,\"a\":[\"x\\\"\\n\",{\"y\":\"z\"},true]}\n")
    }
}
