import Testing

@testable import Text

@Suite struct DiagnosticRenderingTests {
    @Test func `a diagnostic shows place, line, caret, notes and help`() {
        let diagnostic = Diagnostic(
            .error, "orphan-quote",
            at: .init(
                file: "content/claims/rain.yml", line: 12, column: 14, excerpt: "      quote: 雨下了3天"
            ),
            "this quote is not in article weather", notes: ["nearest: 雨下了三天"],
            help: "replace it:\nquote: 雨下了三天")
        #expect(
            diagnostic.rendered() == """
                content/claims/rain.yml:12:14: error: this quote is not in article weather [orphan-quote]
                      quote: 雨下了3天
                             ^
                  note: nearest: 雨下了三天
                  help: replace it:
                        quote: 雨下了三天
                """)
    }

    @Test(arguments: [
        (Diagnostic(.error, "full-disk", "no space left"), "error: no space left [full-disk]"),
        (
            Diagnostic(.warning, "odd", at: .init(file: "a b.md"), "odd file"),
            "a b.md: warning: odd file [odd]"
        ),
        (
            Diagnostic(.note, "x", at: .init(file: "a.md", line: 3, excerpt: "as a whole"), "line"),
            "a.md:3: note: line [x]\nas a whole"
        ),
    ])
    func `what is not known is left out`(diagnostic: Diagnostic, expected: String) {
        #expect(diagnostic.rendered() == expected)
    }

    @Test(arguments: [
        ("name: 山水", 10, "name: 山水", "        ^"),
        ("\tname: x", 8, "\tname: x", "\t      ^"),
        ("x", 9, "x", " ^"),
        ("e\u{301}x", 4, "e\u{301}x", " ^"),
    ])
    func `the caret stands under its byte`(
        excerpt: String, column: Int, line: String, caret: String
    ) {
        let source = SourceExcerpt(excerpt, column: column)
        #expect(source.line == line)
        #expect(source.caret == caret)
    }

    @Test func `a long line is cut around the caret`() {
        let line = String(repeating: "山", count: 100) + "X" + String(repeating: "水", count: 100)
        let source = SourceExcerpt(line, column: 301)
        #expect(
            source.line == "…" + String(repeating: "山", count: 20) + "X"
                + String(repeating: "水", count: 28) + "…")
        #expect(source.caret == String(repeating: " ", count: 41) + "^")
        let tail = SourceExcerpt(String(repeating: "a", count: 150), column: 150)
        #expect(tail.line == "…" + String(repeating: "a", count: 98))
    }

    @Test func `a terminal gets colors`() {
        let diagnostic = Diagnostic(
            .warning, "odd", at: .init(file: "a.md", line: 1), "odd", help: "look")
        #expect(
            diagnostic.rendered(color: true)
                == "\u{1B}[1ma.md:1:\u{1B}[0m \u{1B}[1;35mwarning:\u{1B}[0m \u{1B}[1modd\u{1B}[0m [odd]\n"
                + "  \u{1B}[1;36mhelp:\u{1B}[0m look")
    }

    @Test func `a program gets one line of JSON`() {
        let diagnostic = Diagnostic(
            .error, "odd", at: .init(file: "a\"b.md", line: 2, column: 3), "tab\there",
            notes: ["a", "b"], help: "一\n二")
        #expect(
            diagnostic.jsonLine
                == #"{"severity":"error","id":"odd","file":"a\"b.md","line":2,"column":3,"#
                + #""message":"tab\there","notes":["a","b"],"help":"一\n二"}"#)
        #expect(
            Diagnostic(.note, "x", "y").jsonLine == #"{"severity":"note","id":"x","message":"y"}"#)
    }

    @Test(arguments: [
        ("a\"b\\c/</script>", #""a\"b\\c/</script>""#),
        ("\u{0}\u{1F}\u{7F}\u{8}\u{C}\r", #""\u0000\u001f\u007f\b\f\r""#),
        ("…\u{2028}\u{2029}€", #""…\u2028\u2029€""#),
        ("", #""""#),
    ])
    func `a JSON string escapes what it must`(text: String, json: String) {
        #expect(JSONText.quoted(text) == json)
    }
}
