import Annotation
import Archive
import Quantities
import Testing
import Text

@testable import Site

/// Words of the built-in theme, and of archives that have their own.
enum Words {
    static let english = read("en").strings
    static let chinese = read("zh-Hans").strings
    static let traditional = read("zh-Hant").strings

    static func read(_ language: String, file: String? = nil)
        -> (strings: UIStrings, diagnostics: [Diagnostic])
    {
        var files = ThemeFiles(files: [:])
        if let file {
            files.files["strings.json"] = .init(
                bytes: Array(file.utf8), origin: "templates/strings.json")
        }
        var diagnostics: [Diagnostic] = []
        let strings = UIStrings(files, language: language, diagnostics: &diagnostics)
        return (strings, diagnostics)
    }
}

@Suite struct UIStringsTests {
    @Test func `every built-in language has every key, entry and value`() throws {
        let languages = StringsFile.builtIn.languages
        #expect(StringsFile.builtIn.diagnostics == [])
        #expect(Set(languages.keys) == ["en", "zh-hans", "zh-hant"])
        let english = try #require(languages["en"])
        for (language, words) in languages {
            #expect(Set(words.keys) == Set(english.keys), "\(language)")
            for (key, forms) in words where !["plural", "scales"].contains(key) {
                let fields = { (forms: StringsFile.Forms) in
                    Set(
                        (forms["other"].map { [$0] } ?? Array(forms.values)).flatMap(
                            StringsFile.fields))
                }
                #expect(fields(forms) == fields(english[key] ?? [:]), "\(language): \(key)")
                if StringsFile.isTable(english[key] ?? [:]) {
                    #expect(forms.keys == english[key]?.keys, "\(language): \(key)")
                }
            }
        }
    }

    @Test func `a file with one word overrides that word alone`() {
        let (strings, diagnostics) = Words.read("en", file: #"{"en": {"menu": "Contents"}}"#)
        #expect(diagnostics == [])
        #expect(strings["menu"] == "Contents")
        #expect(strings["home"] == "Home")
        #expect(strings("count-articles", count: 3) == "3 articles")
        #expect(strings.language == "en")
    }

    @Test(arguments: [
        ("zh-TW", "主選單"), ("zh-Hant-HK", "主選單"), ("zh", "主菜单"), ("zh-CN", "主菜单"),
        ("en-GB", "Main menu"), ("fr", "Main menu"),
    ])
    func `words are those of the nearest language`(language: String, menu: String) {
        #expect(Words.read(language).strings["menu"] == menu)
    }

    @Test func `a variant of a language overrides some of its words`() {
        let file = #"{"en-GB": {"home": "Start"}, "en": {"menu": "Contents", "home": "Front"}}"#
        let (strings, diagnostics) = Words.read("en-GB", file: file)
        #expect(diagnostics == [])
        #expect(
            [strings["home"], strings["menu"], strings["more"]] == ["Start", "Contents", "More"])
        #expect(strings.language == "en-GB")
        #expect(!strings.isEnglish("more"))
    }

    @Test func `a language without words is in English, which is said once`() {
        let (strings, diagnostics) = Words.read("de")
        #expect(strings["menu"] == "Main menu")
        #expect(strings.language == "en")
        #expect(
            diagnostics.map { $0.rendered() } == [
                """
                note: the interface has no words in `de`, so it is in English [interface-language]
                  help: translate it in templates/strings.json: {"de": {"key": "words"}}
                """
            ])
    }

    @Test func `ten words of a new language take one file`() {
        let file = """
            {
              "ja": {
                "menu": "メニュー", "home": "ホーム", "articles": "記事", "people": "人物",
                "count-articles": "{n}件の記事", "list": { "separator": "、", "last": "、" },
                "date-day": "{year}年{month}{day}日", "scales": { "4": "{n}万", "8": "{n}億" },
                "months": { "4": "4月" }, "by": "文：{names}"
              }
            }
            """
        let (strings, diagnostics) = Words.read("ja", file: file)
        #expect(strings.language == "ja")
        #expect(strings["menu"] == "メニュー")
        #expect(strings["home"] == "ホーム")
        #expect(strings["search"] == "Search")
        #expect(strings.isEnglish("search") && !strings.isEnglish("home"))
        #expect(strings("count-articles", count: 1) == "1件の記事")
        #expect(strings("count-claims", count: 1) == "1 claim")
        #expect(strings.list(["甲", "乙", "丙"]) == "甲、乙、丙")
        #expect(strings.date(PartialDate(year: 2025, month: 4, day: 8)) == "2025年4月8日")
        #expect(strings.number(DecimalNumber(12_340_000)) == "1234万")
        let total = StringsFile.builtIn.languages["en"]?.count ?? 0
        #expect(
            diagnostics.map { "\($0.id) \($0.place?.line ?? 0) \($0.message)" } == [
                "missing-strings 2 `ja` has 10 of \(total - 1) words; the others are in English"
            ])
    }

    @Test(arguments: [
        (#"{"en": {"serach": "x"}}"#, "1:9 warning unknown key `serach` | did you mean `search`?"),
        (
            #"{"en": {"frobnicate": "x"}}"#,
            "1:9 warning unknown key `frobnicate` | remove it; docs/templates.md lists the keys"
        ),
        (
            "{\"en\": {\n  \"menu\": 3}}",
            "2:11 warning `menu` must be a text or an object of texts, not a number | "
        ),
        (
            #"{"en": {"months": "x"}}"#,
            "1:19 warning `months` must be an object | write it with the keys `1`, `10`, `11`, `12`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`"
        ),
        (
            #"{"en": {"months": {"13": "x"}}}"#,
            "1:20 warning unknown key `13` in `months` | the keys are `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`"
        ),
        (
            #"{"en": {"count-articles": {"one": "1"}}}"#,
            "1:27 warning `count-articles` has no form `other` | add `other`, which is used where no other form fits"
        ),
        (
            #"{"en": {"count-articles": "articles"}}"#,
            "1:27 warning `count-articles` does not show {n} | write {n} where the value belongs"
        ),
        (
            #"{"en": {"search-none": "No {quary}, {query}"}}"#,
            "1:24 warning `search-none` has no value for {quary} | did you mean {query}?"
        ),
        (
            #"{"en": {"plural": {"one": "n is 1"}}}"#,
            "1:19 warning `plural` has an invalid condition | write conditions such as \"n = 1\" or \"n % 10 = 2..4 and n % 100 != 12..14\""
        ),
        (#"{"en": {"menu": "a", "menu": "b"}}"#, "1:22 warning `menu` is there twice | "),
        (
            #"{"German": {}}"#,
            "1:2 warning `German` is not a valid language tag | write a tag such as `en`, `zh-Hant` or `pt-BR`"
        ),
        (
            #"{"menu": "x"}"#,
            "1:2 error `menu` must be a language with an object of its words | write {\"en\": {\"key\": \"words\"}}"
        ),
        (
            "[]",
            "1:1 error strings.json must be a JSON object | write {\"en\": {\"key\": \"words\"}}"
        ),
        (
            "{\"en\": {\n\"menu\": \"x\",}}",
            "2:13 error invalid JSON: expected a name in double quotes | "
        ),
        ("{\"en\": {\"menu\": \"x\"", "1:20 error invalid JSON: expected `,` or `}` | "),
        ("{} x", "1:4 error invalid JSON: more text follows the end of the JSON value | "),
        ("", "1:1 error invalid JSON: expected a value | "),
    ])
    func `a mistake is reported with its place, and the built-in word is shown`(
        file: String, said: String
    ) {
        let (strings, diagnostics) = Words.read("en", file: file)
        #expect(
            diagnostics.map {
                "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.severity.rawValue) \($0.message) | \($0.help ?? "")"
            } == [said])
        #expect(strings["search"] == "Search")
        #expect(strings.entry("5", of: "months") == "May")
    }

    @Test func `JSON escapes and surrogate pairs are read`() {
        let file = #"{"en": {"menu": "a\u5317\ud83d\ude00\n\"\/"}}"#
        #expect(Words.read("en", file: file).strings["menu"] == "a北😀\n\"/")
    }

    @Test(arguments: [
        ("zh-Hant", "Chinese (Traditional)"), ("zh-Hant-HK", "Chinese (Traditional) (HK)"),
        ("pt-BR", "Portuguese (BR)"), ("en", "English"), ("tlh", "tlh"),
    ])
    func `languages are called by name`(tag: String, name: String) {
        #expect(Words.english.name(ofLanguage: tag) == name)
    }

    @Test func `lists, dates and periods have one form for each language`() {
        #expect(Words.english.list([]) == "")
        #expect(Words.english.list(["A"]) == "A")
        #expect(Words.english.list(["A", "B"]) == "A and B")
        #expect(Words.english.list(["A", "B", "C"]) == "A, B and C")
        #expect(Words.chinese.list(["甲", "乙", "丙"]) == "甲、乙和丙")
        let periods = [
            ("2024", "2024", "2024年"), ("2024-08", "August 2024", "2024年8月"),
            ("2024-08-13", "13 August 2024", "2024年8月13日"), ("2024-Q4", "Q4 2024", "2024年第四季度"),
            ("2024-H1", "first half of 2024", "2024年上半年"),
            ("2024/2026", "2024 to 2026", "2024年至2026年"),
            ("2024-Q1/2024-Q3", "Q1 2024 to Q3 2024", "2024年第一季度至2024年第三季度"),
            ("soon", "soon", "soon"),
        ]
        for (period, english, chinese) in periods {
            #expect(Words.english.period(period) == english)
            #expect(Words.chinese.period(period) == chinese)
        }
    }

    @Test func `plural forms follow the rules of their language`() {
        let rules = [
            "one": "n % 10 = 1 and n % 100 != 11",
            "few": "n % 10 = 2..4 and n % 100 != 12..14", "many": "n = 0,5 or n % 100 = 11..14",
        ]
        let plural = PluralRules(rules)
        let found = [0, 1, 2, 5, 11, 12, 21, 24, 6].map { plural?.category(of: $0) }
        #expect(found == ["many", "one", "few", "many", "many", "many", "one", "few", "other"])
        #expect(PluralRules(["more": "n = 1"]) == nil)
        for condition in ["", "n", "n = ", "n = a", "n % 0 = 1", "n = 4..2", "m = 1", "n = 1 and"] {
            #expect(PluralRules(["one": condition]) == nil, "\(condition)")
        }
    }

    @Test func `templates and scripts get forms and tables as JSON`() {
        #expect(Words.english.text(forTemplate: "menu") == "Main menu")
        #expect(
            Words.english.text(forTemplate: "search-results")
                == #"{"one":"1 result","other":"{n} results"}"#)
        #expect(
            Words.english.text(forTemplate: "list") == #"{"last":" and ","separator":", "}"#)
        #expect(Words.english.text(forTemplate: "no-such-key") == nil)
    }

    // MARK: Verdicts

    @Test(arguments: [
        (
            VerdictReason.truncated(coarse: "$129", fine: "$129.99"),
            "$129 is $129.99 truncated, not rounded", "$129是$129.99舍去尾数的结果，并非四舍五入",
            "$129是$129.99捨去尾數的結果，並非四捨五入"
        ),
        (
            .bound(value: "39 percent", bound: "about 40%", isBound: false),
            "39 percent fits “about 40%”", "39 percent符合“about 40%”的说法",
            "39 percent符合「about 40%」的說法"
        ),
        (
            .bound(value: "hundreds", bound: "nearly 1,000", isBound: true),
            "“hundreds” fits “nearly 1,000”", "“hundreds”与“nearly 1,000”相符",
            "「hundreds」與「nearly 1,000」相符"
        ),
        (
            .conflict("12,500", "12,000"), "12,500 conflicts with 12,000", "12,500与12,000互相矛盾",
            "12,500與12,000互相矛盾"
        ),
        (
            .noQuantity(.money("USD")), "The quote contains no amount in USD", "引文中没有以 USD 计的金额",
            "引文中沒有以 USD 計的金額"
        ),
    ])
    func `reasons are sentences in every language`(
        reason: VerdictReason, english: String, chinese: String, traditional: String
    ) {
        #expect(Words.english.reason(reason) == english)
        #expect(Words.chinese.reason(reason) == chinese)
        #expect(Words.traditional.reason(reason) == traditional)
    }
}
