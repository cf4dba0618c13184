import Testing

@testable import Text

@Suite struct JSONValueTests {
    @Test func `values have their contents and offsets`() throws {
        let text = #"{"a": [1, -20, 1.5e3, true, null], "b": "x\né😀\ud83d\ude00", "c": {}}"#
        let value = try JSONValue.read(Array(text.utf8))
        let items = try #require(value["a"]?.items)
        #expect(items.map(\.int) == [1, -20, nil, nil, nil])
        #expect(items.map(\.kind) == ["a number", "a number", "a number", "a truth value", "null"])
        #expect(items.map(\.offset) == [7, 10, 15, 22, 28])
        #expect(value["b"]?.string == "x\né😀😀")
        #expect(value["c"]?.members?.isEmpty == true)
        #expect(value["d"] == nil)
        #expect(value.members?.map(\.name.offset) == [1, 35, text.utf8.count - 8])
    }

    @Test(arguments: [
        "", "[", "[1,]", "[1 2]", "{\"a\"}", "{a: 1}", "\"a", "\"\\x\"", "\"\\ud800\"",
        "\"\\u12g4\"",
        "1 2", "-", "+", "tru", "nan", "\"\u{1}\"", String(repeating: "[", count: 40),
    ])
    func `what is not JSON is an error`(text: String) {
        #expect(throws: JSONValue.Mistake.self) { try JSONValue.read(Array(text.utf8)) }
        #expect(JSONValue.parsed(Array(text.utf8)) == nil)
    }
}
