import Testing

@testable import Site

@Suite struct CompactAssetTests {
    @Test(arguments: [
        ("  // a comment\n  let a = [1, 2];\n\n", "let a=[1,2];\n"),
        ("/* one */\n/* two\n   lines */\na { color: red; }", "a{color:red;}\n"),
        ("/** a */ b ;", "/** a */ b ;\n"),
        ("if (a && !b) return { c: \"d, e = { f\" };", "if (a&&!b) return{c:\"d, e = { f\"};\n"),
        ("x = 'it\\'s, here' + y", "x='it\\'s, here' + y\n"),
        (
            "a :is(b, c) > d { margin: 0 auto !important }",
            "a :is(b,c)>d{margin:0 auto!important}\n"
        ),
        (
            "width: calc(1rem + 2px) ; font: 1rem / 2 serif",
            "width: calc(1rem + 2px) ; font: 1rem / 2 serif\n"
        ),
        ("let p = /a , b/;\nlet t = `a , b`;", "let p = /a , b/;\nlet t = `a , b`;\n"),
        ("@media (min-width: 34rem) and (hover) {", "@media (min-width:34rem) and (hover){\n"),
        ("a - -b + +c", "a - -b + +c\n"),
    ])
    func `comments and spaces that say nothing are left out`(source: String, compact: String) {
        #expect(String(decoding: CompactAsset.of(Array(source.utf8)), as: UTF8.self) == compact)
    }

    @Test func `no string of the theme runs over a line`() {
        for (name, bytes) in ThemeFiles.builtIn where name.hasSuffix(".js") {
            let source = String(decoding: bytes, as: UTF8.self)
            for line in source.split(separator: "\n")
            where !line.drop(while: { $0 == " " }).hasPrefix("*") {
                let isWhole = line.filter { $0 == "`" }.count % 2 == 0
                #expect(isWhole || line.contains("//"), "\(name): \(line)")
            }
        }
    }
}
